using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Testing;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>A database in a folder of its own, removed at the end.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("storage-test-").FullName;

    private readonly Func<CaseState, Instant?>? attention;

    /// <param name="with">Other options.</param>
    /// <param name="attention">When the sweep must look at a case; null where a test says so itself.</param>
    public TestDatabase(Func<StorageOptions, StorageOptions>? with = null, Func<CaseState, Instant?>? attention = null)
    {
        this.attention = attention;
        Options = new StorageOptions { DataFolder = Path.Combine(root, "data"), Clock = new FakeClock(SmallProcedure.Morning) };
        Options = with?.Invoke(Options) ?? Options;
        Database = CaseDatabase.Open(Options, SmallProcedure.Find, null, attention);
    }

    public StorageOptions Options { get; }

    public CaseDatabase Database { get; private set; }

    public SqliteJournal Journal => Database.Journal;

    public string File => Path.Combine(Options.DataFolder, "cases.db");

    public void Reopen()
    {
        Database.Dispose();
        Database = CaseDatabase.Open(Options, SmallProcedure.Find);
    }

    /// <summary>Puts another file in the place of the database and opens that.</summary>
    public void PutBack(string copy)
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var beside in new[] { File + "-wal", File + "-shm" })
            System.IO.File.Delete(beside);
        System.IO.File.Move(copy, File, overwrite: true);
        Database = CaseDatabase.Open(Options, SmallProcedure.Find);
    }

    /// <summary>Opens a case with the next number of its series.</summary>
    public async Task<CaseId> Open(string? name = "张三", string agency = "agency-1", ParentLink? parent = null, params CaseEvent[] more)
    {
        var id = new CaseId(Guid.NewGuid());
        await Journal.Write(unit => Append(
            attention, unit, id, [SmallProcedure.Opened(unit.NextSerial($"case/{agency}", 2026), name, agency, parent), .. more]));
        return id;
    }

    public Task<CaseState> Add(CaseId id, params CaseEvent[] events) => Journal.Write(unit => Append(attention, unit, id, events));

    /// <summary>Appends events to a case; the state follows from them.</summary>
    public static CaseState Append(IUnitOfWork unit, CaseId id, ReadOnlySpan<CaseEvent> events, Instant? attention = null) =>
        Append(_ => attention, unit, id, events);

    private static CaseState Append(Func<CaseState, Instant?>? attention, IUnitOfWork unit, CaseId id, ReadOnlySpan<CaseEvent> events)
    {
        var state = unit.Load(id);
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        foreach (var what in events)
        {
            var entry = SmallProcedure.Entry(id, (state?.Version ?? 0) + 1, what);
            state = CaseState.Evolve(state, entry);
            entries.Add(entry);
        }

        unit.Append(entries.ToImmutable(), state!, attention?.Invoke(state!));
        return state!;
    }

    /// <summary>What someone with access to the file might do.</summary>
    public int Sql(string sql, params object?[] values)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${index + 1}", values[index] ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }

    /// <summary>All rows of a query.</summary>
    public List<object[]> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose()
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }
}
