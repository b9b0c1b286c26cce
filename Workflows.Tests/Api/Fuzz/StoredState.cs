using Microsoft.Data.Sqlite;

namespace Workflows.Tests.Api.Fuzz;

/// <summary>How far each table of a database has come: how many rows it has.</summary>
internal static class StoredState
{
    /// <summary>The state as one text, which is the same as long as nothing was added or taken away. That something was read is no state.</summary>
    /// <param name="folder">The data folder.</param>
    public static string Of(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "cases.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'checkpoints' ORDER BY name");
        return string.Join('\n', tables.Select(table => $"{table} {Rows(connection, $"SELECT count(*) FROM \"{table}\"{But(table)}").Single()}"));
    }

    /// <summary>Reads are written down, and a master key that was ordered to change goes on doing so by itself.</summary>
    private static string But(string table) => table switch
    {
        "admin_log" => " WHERE action NOT LIKE 'read.%' AND action <> 'master-key.rotated'",
        "meta" => " WHERE key NOT IN ('next master key check', 'last case key wrapped anew', 'search key', 'old pages to be taken away')",
        _ => "",
    };

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
