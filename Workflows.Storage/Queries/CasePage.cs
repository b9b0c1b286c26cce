using System.Collections.Immutable;

namespace Workflows.Storage;

/// <summary>A page of cases.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Next">Cursor of the page after it; null at the end.</param>
public sealed record CasePage(ImmutableArray<CaseSummary> Cases, string? Next);
