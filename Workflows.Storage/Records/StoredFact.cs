using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>A fact of a register.</summary>
/// <param name="Position">Position of its entry among all entries.</param>
/// <param name="Case">The case.</param>
/// <param name="Sequence">Its entry.</param>
/// <param name="Kind">Kind.</param>
/// <param name="OccurredOn">Legal day.</param>
/// <param name="Values">Its values, in clear.</param>
/// <param name="Basis">Article.</param>
public sealed record StoredFact(
    long Position,
    CaseId Case,
    int Sequence,
    string Kind,
    LocalDate OccurredOn,
    ImmutableSortedDictionary<string, FieldValue> Values,
    LegalBasis Basis);
