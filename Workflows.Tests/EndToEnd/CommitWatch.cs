using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Workflows.Tests.EndToEnd;

/// <summary>Sees what another process has committed as soon as it is there, which is before that process can tell anyone.</summary>
internal sealed class CommitWatch : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly SqliteConnection connection;

    public CommitWatch(string folder)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "cases.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
    }

    /// <summary>A number that the database holds.</summary>
    public long Read(string sql)
    {
        using var command = Command(sql);
        return Number(command);
    }

    /// <summary>Returns when the number has reached this.</summary>
    public void Until(string sql, long atLeast)
    {
        using var deadline = new CancellationTokenSource(Longest);
        using var command = Command(sql);
        while (Number(command) < atLeast)
            deadline.Token.ThrowIfCancellationRequested();
    }

    public void Dispose() => connection.Dispose();

    private static long Number(SqliteCommand command) => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
