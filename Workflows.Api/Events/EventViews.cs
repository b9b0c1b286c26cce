using NodaTime;
using Workflows.Api.Cases;
using Workflows.Api.Hosting;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Events;

/// <summary>Makes events of journal entries. Only what is written out here is told, so nothing personal can be.</summary>
internal sealed class EventViews(ReferenceDataSource reference, CaseQueries cases, ServiceSettings settings)
{
    /// <summary>The event.</summary>
    public EventView Of(FeedEntry found)
    {
        var entry = found.Entry;
        var definition = reference.Current.Procedures.Find(found.Procedure, found.DefinitionVersion)
            ?? throw new InvalidOperationException($"Version {found.DefinitionVersion} of {found.Procedure} is not known here.");
        var kind = JournalCodec.TypeOf(entry.Event);
        var state = StateAfter(entry.Event);
        var (clock, due) = ClockOf(entry.Event);
        return new EventView(
            "1.0",
            IdOf(found),
            settings.EventSource,
            EventKinds.TypeOf(kind),
            entry.Case.ToString(),
            entry.RecordedAt,
            "application/json",
            new EventDataView(
                found.Position,
                entry.Case,
                entry.Sequence,
                found.Reference,
                found.Procedure,
                found.DefinitionVersion,
                found.Agency,
                kind,
                EventDetails.Title(definition, entry.Event, Child),
                entry.Event is CaseEvent.Moved moved ? moved.Trigger : null,
                state,
                state is null ? null : CaseViews.State(definition, state).Title,
                entry.Event is CaseEvent.Moved { Closes: true } or CaseEvent.Cancelled,
                entry.OccurredOn,
                entry.OccurredAt,
                clock,
                due,
                EventDetails.Basis(entry.Event)));
    }

    /// <summary>The id of an entry's event. The hash tells apart what stands at a position before and after a database was put back.</summary>
    public static string IdOf(FeedEntry found) => $"{found.Position}-{Convert.ToHexStringLower(found.Hash.AsSpan()[..8])}";

    private static string? StateAfter(CaseEvent happened) => happened switch
    {
        CaseEvent.Opened opened => opened.To,
        CaseEvent.Moved moved when moved.To != moved.From => moved.To,
        CaseEvent.Cancelled => CaseState.CancelledState,
        _ => null,
    };

    private static (string? Clock, LocalDate? Due) ClockOf(CaseEvent happened) => happened switch
    {
        CaseEvent.DeadlineChanged changed => (changed.Clock, changed.New?.Due),
        CaseEvent.Warned warned => (warned.Clock, warned.Due),
        _ => (null, null),
    };

    private PreparedDefinition? Child(CaseId id) =>
        cases.Find(id) is { } child ? reference.Current.Procedures.Find(child.Procedure, child.DefinitionVersion) : null;
}
