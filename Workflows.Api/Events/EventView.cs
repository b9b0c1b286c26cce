using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Events;

/// <summary>An event of a case in CloudEvents 1.0, structured JSON.</summary>
/// <param name="Specversion">Always <c>1.0</c>.</param>
/// <param name="Id">Position and hash of the journal entry: the same every time, and never another entry's.</param>
/// <param name="Source">The service, as it is set up.</param>
/// <param name="Type">What happened: <c>cn.disclosure.case.trigger-fired.v1</c> …</param>
/// <param name="Subject">Id of the case.</param>
/// <param name="Time">When it was recorded.</param>
/// <param name="Datacontenttype">Always <c>application/json</c>.</param>
/// <param name="Data">What is told of it; never a personal value.</param>
internal sealed record EventView(
    string Specversion, string Id, string Source, string Type, string Subject, Instant Time, string Datacontenttype, EventDataView Data);

/// <summary>What is told of an event. Values of fields, notes and names of people are not in it: who may read them reads the case.</summary>
/// <param name="Position">Position in the journal, without gaps; those of cases that the reader may not see are left out.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Version">Version of the case with this event.</param>
/// <param name="Reference">Case number.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="ProcedureVersion">Version of it in force for the event.</param>
/// <param name="Agency">The agency that handles the case now.</param>
/// <param name="Event">Kind of event as in the history.</param>
/// <param name="Title">Shown name of what happened; null where the kind says it all.</param>
/// <param name="Trigger">The trigger that fired; null for other kinds.</param>
/// <param name="State">The state that the case came to; null where it stayed.</param>
/// <param name="StateTitle">Its shown name.</param>
/// <param name="Closes">The case ended.</param>
/// <param name="OccurredOn">Legal day.</param>
/// <param name="OccurredAt">The instant, where minutes count.</param>
/// <param name="Clock">The clock that it is about; null for other kinds.</param>
/// <param name="Due">Last day of that clock; null where it no longer runs, or is paused.</param>
/// <param name="Basis">Article and rules under which it happened; null for kinds that rest on none.</param>
internal sealed record EventDataView(
    long Position,
    CaseId Case,
    int Version,
    string Reference,
    string Procedure,
    int ProcedureVersion,
    string Agency,
    string Event,
    LocalizedText? Title,
    string? Trigger,
    string? State,
    LocalizedText? StateTitle,
    bool Closes,
    LocalDate OccurredOn,
    Instant? OccurredAt,
    string? Clock,
    LocalDate? Due,
    LegalBasis? Basis);
