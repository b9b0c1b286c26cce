using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Something that verification found wrong, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Position">Position in the journal (or in the administrative log); null when the fault has none.</param>
/// <param name="Case">The case; null when the fault has none.</param>
/// <param name="Sequence">The entry of the case; null when the fault has none.</param>
/// <param name="Detail">One sentence.</param>
/// <param name="Table">The table, of a row that administrators change; null otherwise.</param>
/// <param name="Key">The row's key, its parts parted by a slash; null otherwise.</param>
public sealed record Fault(
    FaultKind Kind, long? Position, CaseId? Case, int? Sequence, string Detail, string? Table = null, string? Key = null);
