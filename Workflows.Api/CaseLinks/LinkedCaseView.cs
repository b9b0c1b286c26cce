using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Cases;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>What a link shows of a case: no field, no note, no name, no other case.</summary>
/// <param name="Kind">What the link is for.</param>
/// <param name="ExpiresAt">Real time from which it is no longer good.</param>
/// <param name="Agency">Full name of the agency that handles the case.</param>
/// <param name="Procedure">Shown name of the procedure.</param>
/// <param name="Reference">Case number.</param>
/// <param name="State">Shown name of the state.</param>
/// <param name="Closed">It has ended.</param>
/// <param name="OpenedOn">Legal day of its opening.</param>
/// <param name="ClosedOn">Legal day of its end.</param>
/// <param name="Deadlines">Running clocks that have a date.</param>
/// <param name="Documents">Letters issued, of those that the link shows.</param>
/// <param name="Answer">What can be answered now; null for nothing.</param>
internal sealed record LinkedCaseView(
    CaseLinkKind Kind,
    Instant ExpiresAt,
    string Agency,
    LocalizedText Procedure,
    string Reference,
    LocalizedText State,
    bool Closed,
    LocalDate OpenedOn,
    LocalDate? ClosedOn,
    ImmutableArray<LinkedDeadlineView> Deadlines,
    ImmutableArray<LinkedDocumentView> Documents,
    LinkedAnswerView? Answer)
{
    /// <summary>What a link shows now.</summary>
    public static LinkedCaseView Of(CaseLink link, CaseState state, CaseViews views)
    {
        var definition = views.Definition(state);
        var offer = views.OffersTo(state, LinkHolder.ActorOf(link, state)).FirstOrDefault(one => one.Allowed && one.Trigger.Name == link.Trigger);
        return new LinkedCaseView(
            link.Kind,
            link.ExpiresAt,
            views.Agency(state.Agency).Name,
            definition.Definition.Title,
            state.Reference,
            CaseViews.State(definition, state.State).Title,
            state.Closed,
            state.OpenedOn,
            state.ClosedOn,
            [.. views.Standings(state).Where(clock => clock.Deadline is { Due: not null } or { DueAt: not null }).Select(LinkedDeadlineView.Of)],
            [.. state.Documents.Where(issued => link.Documents.Contains(issued.Document)).Select(issued => new LinkedDocumentView(issued.Title, issued.Number, issued.IssuedOn))],
            offer is null ? null : new LinkedAnswerView(offer.Trigger.Title, InputView.Of(definition, offer.Trigger), offer.Trigger.Basis));
    }
}

/// <summary>A due date.</summary>
/// <param name="Title">Shown name of the clock.</param>
/// <param name="Due">Last day; it ends at 24:00 Beijing time.</param>
/// <param name="DueAt">The instant, for periods in hours and minutes.</param>
/// <param name="Provisional">It can still move when a year is announced.</param>
/// <param name="Basis">Article.</param>
internal sealed record LinkedDeadlineView(LocalizedText Title, LocalDate? Due, Instant? DueAt, bool Provisional, LegalBasis Basis)
{
    /// <summary>The due date of a clock.</summary>
    public static LinkedDeadlineView Of(ClockStanding clock) => new(
        clock.Clock.Title, clock.Deadline!.Due, clock.Deadline.DueAt, clock.Deadline.Status == DueStatus.Provisional, clock.Clock.Basis);
}

/// <summary>A letter issued.</summary>
/// <param name="Title">Title.</param>
/// <param name="Number">Number as printed.</param>
/// <param name="IssuedOn">Day as printed.</param>
internal sealed record LinkedDocumentView(string Title, string Number, LocalDate IssuedOn);

/// <summary>What a third party can answer.</summary>
/// <param name="Title">Shown name.</param>
/// <param name="Input">Fields it takes.</param>
/// <param name="Basis">Article.</param>
internal sealed record LinkedAnswerView(LocalizedText Title, ImmutableArray<InputView> Input, LegalBasis Basis);
