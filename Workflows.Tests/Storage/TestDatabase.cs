using System.Collections.Immutable;
using NodaTime;
using NodaTime.Testing;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>A database in a folder of its own, removed at the end.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("storage-test-").FullName;

    public TestDatabase(Func<StorageOptions, StorageOptions>? with = null)
    {
        Options = new StorageOptions { DataFolder = Path.Combine(root, "data"), Clock = new FakeClock(SmallProcedure.Morning) };
        Options = with?.Invoke(Options) ?? Options;
        Database = CaseDatabase.Open(Options, SmallProcedure.Find);
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

    /// <summary>Opens a case with the next number of its series.</summary>
    public async Task<CaseId> Open(string? name = "张三", string agency = "agency-1", ParentLink? parent = null, params CaseEvent[] more)
    {
        var id = new CaseId(Guid.NewGuid());
        await Journal.Write(unit => Append(
            unit, id, [SmallProcedure.Opened(unit.NextSerial($"case/{agency}", 2026), name, agency, parent), .. more]));
        return id;
    }

    public Task<CaseState> Add(CaseId id, params CaseEvent[] events) => Journal.Write(unit => Append(unit, id, events));

    /// <summary>Appends events to a case; the state follows from them.</summary>
    public static CaseState Append(IUnitOfWork unit, CaseId id, ReadOnlySpan<CaseEvent> events, Instant? attention = null)
    {
        var state = unit.Load(id);
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        foreach (var what in events)
        {
            var entry = SmallProcedure.Entry(id, (state?.Version ?? 0) + 1, what);
            state = CaseState.Evolve(state, entry);
            entries.Add(entry);
        }

        unit.Append(entries.ToImmutable(), state!, attention);
        return state!;
    }

    public void Dispose()
    {
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }
}
