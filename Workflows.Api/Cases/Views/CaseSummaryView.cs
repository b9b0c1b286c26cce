using NodaTime;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>A case in a list; nothing personal.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version.</param>
/// <param name="Received">1, 2, 3 … in the order in which cases were opened.</param>
/// <param name="Reference">Case number.</param>
/// <param name="Procedure">Procedure, in the version the case is pinned to.</param>
/// <param name="Agency">The agency that handles it.</param>
/// <param name="State">State.</param>
/// <param name="Closed">It has ended.</param>
/// <param name="Outcome">How it ended; null while open, and when cancelled.</param>
/// <param name="OpenedOn">Legal day of its opening.</param>
/// <param name="ClosedOn">Legal day of its end.</param>
/// <param name="NextDue">The end (24:00 Beijing time) of the first day on which one of its clocks falls due; null when none runs.</param>
/// <param name="Parent">The case that opened it.</param>
/// <param name="Root">Root of the tree of cases.</param>
internal sealed record CaseSummaryView(
    CaseId Id,
    int Version,
    long Received,
    string Reference,
    ProcedureRefView Procedure,
    AgencyRefView Agency,
    NamedView State,
    bool Closed,
    string? Outcome,
    LocalDate OpenedOn,
    LocalDate? ClosedOn,
    Instant? NextDue,
    CaseId? Parent,
    CaseId Root);
