using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Storage.Journal;

/// <summary>The contract of an append. A breach is a bug of the caller, and the savepoint is rolled back.</summary>
internal static class AppendCheck
{
    public static void Demand(ImmutableArray<JournalEntry> entries, CaseState? before, CaseState after)
    {
        var version = before?.Version ?? 0;
        if (before is null && entries is not [{ Event: CaseEvent.Opened }, ..])
            throw new InvalidOperationException($"Case {after.Id} must begin with its opening.");
        if (before is not null && before.Root != after.Root)
            throw new InvalidOperationException($"Case {after.Id} cannot move to another tree.");
        foreach (var entry in entries)
        {
            if (entry.Case != after.Id || entry.Sequence != ++version)
                throw new InvalidOperationException($"Entry {entry.Sequence} of case {entry.Case} is not entry {version} of case {after.Id}.");
        }

        if (after.Version != version)
            throw new InvalidOperationException($"Case {after.Id} says version {after.Version}, its journal {version}.");
    }
}
