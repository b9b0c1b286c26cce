using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Workflows.Benchmarks.Journal;

/// <summary>
/// The limit: the rows of the same transition, copied from a database that the journal wrote, written again by prepared
/// statements on the same schema with the same pragmas, without deciding, hashing, encrypting or JSON.
/// </summary>
internal sealed class RowsByHand : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Copy[] entries;
    private readonly Copy fact;
    private readonly Copy checkpoint;
    private readonly Copy? reply;
    private readonly SqliteCommand update;
    private readonly byte[][] cases;
    private long position;
    private long number;
    private int sequence = 1_000_000;
    private int turn;

    /// <summary>Takes its rows from the end of a journal file and goes on writing into that file.</summary>
    private RowsByHand(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
        position = (long)Scalar("SELECT max(position) FROM journal");
        number = (long)Scalar("SELECT max(number) FROM checkpoints");
        entries = [new Copy(connection, "journal", $"position = {position - 1}"), new Copy(connection, "journal", $"position = {position}")];
        fact = new Copy(connection, "facts", "position = (SELECT max(position) FROM facts)");
        checkpoint = new Copy(connection, "checkpoints", $"number = {number}");
        // Commands with an idempotency key also store their reply.
        reply = (long)Scalar("SELECT count(*) FROM idempotency") == 0 ? null : new Copy(connection, "idempotency", "rowid = (SELECT max(rowid) FROM idempotency)");
        cases = Ids();
        update = connection.CreateCommand();
        update.CommandText =
            "UPDATE cases SET version = $version, state = state, next_due = next_due, attention_at = attention_at, head = $head, text = text, snapshot = $snapshot WHERE id = $id";
        using var reader = Read("SELECT head, snapshot FROM cases ORDER BY version DESC LIMIT 1");
        reader.Read();
        update.Parameters.AddWithValue("$head", reader.GetValue(0));
        update.Parameters.AddWithValue("$snapshot", reader.GetValue(1));
        update.Parameters.AddWithValue("$version", 0);
        update.Parameters.AddWithValue("$id", cases[0]);
        update.Prepare();
    }

    /// <summary>The rows of the database in a data folder, which nothing else has open.</summary>
    public static RowsByHand In(string dataFolder) => new(Directory.GetFiles(dataFolder, "*.db").Single());

    /// <summary>Transitions per second.</summary>
    public double Transitions(int perCommit, int count)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var done = 0; done < count; done += perCommit)
        {
            Run("BEGIN IMMEDIATE");
            for (var one = 0; one < perCommit; one++)
                Transition();
            checkpoint.Insert(("number", ++number), ("journal_position", position));
            Run("COMMIT");
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => connection.Dispose();

    private void Transition()
    {
        var id = cases[turn++ % cases.Length];
        foreach (var entry in entries)
            entry.Insert(("position", ++position), ("case_id", id), ("sequence", ++sequence));
        fact.Insert(("position", position), ("case_id", id), ("sequence", sequence));
        update.Parameters["$version"].Value = sequence;
        update.Parameters["$id"].Value = id;
        update.ExecuteNonQuery();
        reply?.Insert(("key", Guid.NewGuid().ToString()));
    }

    private byte[][] Ids()
    {
        using var reader = Read("SELECT id FROM cases");
        var ids = new List<byte[]>();
        while (reader.Read())
            ids.Add((byte[])reader.GetValue(0));
        return [.. ids];
    }

    private SqliteDataReader Read(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private object Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A prepared insertion of a row like one that is there.</summary>
    private sealed class Copy
    {
        private readonly SqliteCommand insert;

        public Copy(SqliteConnection connection, string table, string where)
        {
            using var select = connection.CreateCommand();
            select.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM {table} WHERE {where}");
            using var row = select.ExecuteReader();
            if (!row.Read())
                throw new InvalidOperationException($"No row to copy in {table}.");
            insert = connection.CreateCommand();
            var names = Enumerable.Range(0, row.FieldCount).Select(row.GetName).ToArray();
            insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => $"${name}"))})";
            for (var column = 0; column < names.Length; column++)
                insert.Parameters.AddWithValue($"${names[column]}", row.GetValue(column));
            insert.Prepare();
        }

        public void Insert(params ReadOnlySpan<(string Name, object Value)> changed)
        {
            foreach (var (name, value) in changed)
                insert.Parameters[$"${name}"].Value = value;
            insert.ExecuteNonQuery();
        }
    }
}
