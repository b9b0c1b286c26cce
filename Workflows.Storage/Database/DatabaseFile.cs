using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Storage.Encryption;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Database;

/// <summary>Creates, migrates and checks the database before anything is read from it.</summary>
internal static class DatabaseFile
{
    /// <summary>The number of migrations; kept in <c>user_version</c> so that an up-to-date file opens without the migrator.</summary>
    public const int SchemaVersion = 7;

    /// <summary>Pages of the write-ahead log, 4 KiB each, at which the writer copies them into the file itself.</summary>
    public const int LongLog = 8000;

    private static readonly string WriterPragmas =
        $"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = {LongLog};
        """;

    public static string ConnectionString(StorageOptions options, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabaseFile,
        Mode = mode,
        Pooling = false,
        ForeignKeys = true,
    }.ToString();

    /// <summary>The writer's session on a database that is as the options ask.</summary>
    public static (Session Writer, MasterKey Master, ChainHash Hash) Open(StorageOptions options)
    {
        var writer = OpenWriter(options);
        MasterKey? master = null;
        try
        {
            Migrate(options, writer);
            master = MasterKey.Load(options, writer);
            if (Meta.Find(writer, Meta.KeyCheck) is null)
                Meta.Create(writer, options, master);
            Check(options, writer);
            return (writer, master, Enum.Parse<ChainHash>(Meta.Find(writer, Meta.Hash)!));
        }
        catch
        {
            master?.Dispose();
            writer.Dispose();
            throw;
        }
    }

    public static Session OpenWriter(StorageOptions options) =>
        new(ConnectionString(options, SqliteOpenMode.ReadWriteCreate), WriterPragmas);

    /// <summary>Moves the write-ahead log into the file and empties it, so that it keeps no older page.</summary>
    /// <exception cref="JournalUnavailableException">A long read held it.</exception>
    public static void EmptyLog(StorageOptions options)
    {
        using var session = OpenWriter(options);
        // Who calls this can wait for another time; a long read takes longer than anyone would.
        session.Sql("PRAGMA busy_timeout = 500").Run();
        if (session.Sql("PRAGMA wal_checkpoint(TRUNCATE)").First(row => row.Int(0)) != 0)
            throw new JournalUnavailableException("A reader held the write-ahead log; try again.");
    }

    private static void Migrate(StorageOptions options, Session writer)
    {
        var version = writer.Sql("PRAGMA user_version").First(row => row.Int(0));
        if (version > SchemaVersion)
        {
            throw new DatabaseRefusedException(
                $"The database has schema {version}; this program knows {SchemaVersion}. Use the newer program.");
        }

        if (version == SchemaVersion)
            return;
        using var context = new StorageContext(StorageContext.Options(ConnectionString(options, SqliteOpenMode.ReadWriteCreate)));
        context.Database.Migrate();
        writer.Sql($"PRAGMA user_version = {SchemaVersion}").Run();
    }

    private static void Check(StorageOptions options, Session writer)
    {
        var sandbox = Meta.Find(writer, Meta.Sandbox) == "true";
        if (sandbox && !options.Sandbox)
            throw new DatabaseRefusedException("This is a sandbox database, marked so for ever; it cannot serve production.");
        if (!sandbox && options.Sandbox)
            throw new DatabaseRefusedException("This database holds real cases; a sandbox needs a data folder of its own.");
    }
}
