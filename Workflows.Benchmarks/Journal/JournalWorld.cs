using System.Collections.Immutable;
using NodaTime.Testing;
using Workflows.Benchmarks.Functions;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Benchmarks.Journal;

/// <summary>A database with registered cases of the largest procedure, full history, hash chain, deadlines and encryption on.</summary>
internal sealed class JournalWorld : IDisposable
{
    public const int Cases = 256;

    private readonly CaseDatabase database;
    private readonly CaseCommands commands;
    private readonly CaseId[] ids = new CaseId[Cases];

    public JournalWorld(string folder)
    {
        var context = BenchmarkCase.Context();
        database = CaseDatabase.Open(
            new StorageOptions { DataFolder = folder, Clock = new FakeClock(context.Now) }, (_, _) => context.Definition.Definition);
        var reference = new ReferenceDataSource(new ReferenceData(
            ProcedureRegistry.Empty.With(context.Definition),
            CalendarRegistry.Of(CalendarArchive.Official),
            context.Agencies,
            ImmutableDictionary<string, int>.Empty));
        commands = new CaseCommands(database.Journal, reference, new FakeClock(context.Now));
        Task.WhenAll(Enumerable.Range(0, Cases).Select(Open)).GetAwaiter().GetResult();
    }

    /// <summary>Transitions per second.</summary>
    public async Task<double> Transitions(int callers, int count)
    {
        var command = BenchmarkCase.Repeatable();
        var left = count;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var turn = caller; Interlocked.Decrement(ref left) >= 0; turn += callers)
            {
                if (await commands.Execute(new CaseRequest(ids[turn % Cases], command)) is not CaseOutcome.Done)
                    throw new InvalidOperationException("A measured command was refused.");
            }
        })));
        return count / clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => database.Dispose();

    private async Task Open(int index)
    {
        ids[index] = new CaseId(new Guid(index + 1, 0, 0, new byte[8]));
        foreach (var request in BenchmarkCase.Opening(ids[index]))
        {
            if (await commands.Execute(request) is CaseOutcome.Refused refused)
                throw new InvalidOperationException(refused.Refusal.Detail);
        }
    }
}
