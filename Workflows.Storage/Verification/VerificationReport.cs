using System.Collections.Immutable;

namespace Workflows.Storage;

/// <summary>What verification read and found.</summary>
/// <param name="Entries">Journal entries read.</param>
/// <param name="Cases">Cases they belong to.</param>
/// <param name="AdminEntries">Administrative changes read.</param>
/// <param name="Checkpoints">Checkpoints read.</param>
/// <param name="LastCheckpoint">
/// Hash of the last checkpoint, lower-case hex; empty when there is none. Kept somewhere else, it shows later that nothing
/// was cut off the end since: it must still be the hash of the checkpoint of that number.
/// </param>
/// <param name="Faults">All faults; empty when all is well.</param>
public sealed record VerificationReport(
    long Entries, long Cases, long AdminEntries, long Checkpoints, string LastCheckpoint, ImmutableArray<Fault> Faults);
