using System.Collections.Immutable;

namespace Workflows.Storage;

/// <summary>What verification read and found.</summary>
/// <param name="Entries">Journal entries read.</param>
/// <param name="Cases">Cases they belong to.</param>
/// <param name="AdminEntries">Administrative changes read.</param>
/// <param name="Checkpoints">Checkpoints read.</param>
/// <param name="Anchor">The last checkpoint. Kept somewhere else, it shows later that nothing was cut off or rewritten since.</param>
/// <param name="Faults">All faults; empty when all is well.</param>
public sealed record VerificationReport(
    long Entries, long Cases, long AdminEntries, long Checkpoints, Anchor Anchor, ImmutableArray<Fault> Faults);
