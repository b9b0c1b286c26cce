using System.Globalization;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Database;

/// <summary>What holds for the database as a whole.</summary>
internal static class Meta
{
    public const string KeyCheck = "master key check";
    public const string NextKeyCheck = "next master key check";
    public const string LastRewrapped = "last case key wrapped anew";
    public const string SearchKey = "search key";
    public const string Hash = "hash";
    public const string Sandbox = "sandbox";
    public const string CalendarVersion = "calendar version";
    public const string WriteProbe = "write probe";

    public static string? Find(Session session, string key) =>
        session.Sql("SELECT value FROM meta WHERE key = ?").With(key).First(row => row.Text(0));

    public static void Remove(Session session, string key) => session.Sql("DELETE FROM meta WHERE key = ?").With(key).Run();

    public static void Set(Session session, string key, string value) =>
        session.Sql("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
            .With(key).With(value).Run();

    /// <summary>Writes the choices that are made once, all or none.</summary>
    public static void Create(Session session, StorageOptions options, MasterKey master)
    {
        session.Sql("BEGIN IMMEDIATE").Run();
        Set(session, Hash, options.Hash.ToString());
        Set(session, Sandbox, options.Sandbox ? "true" : "false");
        Set(session, "schema version", DatabaseFile.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        Set(session, KeyCheck, master.Check);
        session.Sql("COMMIT").Run();
    }
}
