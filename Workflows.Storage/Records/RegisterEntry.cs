using System.Collections.Immutable;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>An entry of a register.</summary>
/// <param name="Place">Its place: legal day, as corrected, and position among all entries.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Agency">The agency that it is about.</param>
/// <param name="Case">The case that recorded it.</param>
/// <param name="Reference">That case's number.</param>
/// <param name="CaseAgency">The agency that handles that case.</param>
/// <param name="Procedure">That case's procedure.</param>
/// <param name="DefinitionVersion">Version of the definition by which it was recorded.</param>
/// <param name="Sequence">Its entry in the case.</param>
/// <param name="Values">Its values, in clear.</param>
/// <param name="Basis">Article.</param>
public sealed record RegisterEntry(
    RegisterPlace Place,
    string Kind,
    string Agency,
    CaseId Case,
    string Reference,
    string CaseAgency,
    string Procedure,
    int DefinitionVersion,
    int Sequence,
    ImmutableSortedDictionary<string, FieldValue> Values,
    LegalBasis Basis);
