using Microsoft.Data.Sqlite;

namespace Workflows.Tests.Api.Fuzz;

/// <summary>How far each table of a database has come: how many rows it has.</summary>
internal static class StoredState
{
    /// <summary>Tables in which reading is recorded.</summary>
    private static readonly string[] OfReads = ["access_log", "reads"];

    /// <summary>The state as one text, which is the same as long as nothing was added or taken away.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="withReads">Also what is recorded of reading.</param>
    public static string Of(string folder, bool withReads = false)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "cases.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        return string.Join('\n', tables.Where(table => withReads || !OfReads.Contains(table))
            .Select(table => $"{table} {Rows(connection, $"SELECT count(*) FROM \"{table}\"").Single()}"));
    }

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
