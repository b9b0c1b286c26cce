using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>A case in a list; nothing personal.</summary>
/// <param name="Received">1, 2, 3 … in the order in which the cases were opened.</param>
/// <param name="Id">The case.</param>
/// <param name="Version">Sequence of its last entry.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="DefinitionVersion">Version of the definition.</param>
/// <param name="State">State.</param>
/// <param name="Agency">Agency that handles it.</param>
/// <param name="Reference">The case number.</param>
/// <param name="Parent">Parent, or null.</param>
/// <param name="Root">Root of its tree.</param>
/// <param name="OpenedOn">Legal day of the opening.</param>
/// <param name="ClosedOn">Legal day on which it ended, or null.</param>
/// <param name="Closed">It has ended.</param>
/// <param name="Outcome">Outcome, or null.</param>
/// <param name="NextDue">When the first of its due dates will have passed (24:00 of the day); null when none runs.</param>
/// <param name="CalendarVersion">Version of the calendar it counts by.</param>
public sealed record CaseSummary(
    long Received,
    CaseId Id,
    int Version,
    string Procedure,
    int DefinitionVersion,
    string State,
    string Agency,
    string Reference,
    CaseId? Parent,
    CaseId Root,
    LocalDate OpenedOn,
    LocalDate? ClosedOn,
    bool Closed,
    string? Outcome,
    Instant? NextDue,
    string CalendarVersion);
