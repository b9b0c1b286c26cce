using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Workflows.Storage.Database;

/// <summary>A connection with its prepared statements, used by one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = [];

    public Session(string connectionString, string pragmas)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>A transaction is open. SQLite ends it by itself after some failures.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>How many rows this connection has written since it was opened.</summary>
    public int Changes => raw.sqlite3_total_changes(connection.Handle);

    /// <summary>The statement, prepared at its first use.</summary>
    public Statement Sql(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements.Add(sql, statement = new Statement(connection, sql));
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
