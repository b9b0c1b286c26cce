using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>Reads the history of a case.</summary>
internal static class ReadHistory
{
    /// <summary>A page of the history.</summary>
    /// <param name="Entries">Entries in sequence.</param>
    /// <param name="Next">Cursor of the page that follows; null at the end.</param>
    internal sealed record Reply(ImmutableArray<EntryView> Entries, string? Next);

    /// <summary>A journal entry.</summary>
    /// <param name="Sequence">1, 2, 3 … within the case.</param>
    /// <param name="Position">Position in the whole journal.</param>
    /// <param name="RecordedAt">When it was recorded.</param>
    /// <param name="OccurredOn">Legal day.</param>
    /// <param name="OccurredAt">The instant, where minutes count.</param>
    /// <param name="Actor">Who, and the agency and role in which they acted.</param>
    /// <param name="Note">Free text; masked unless personal values are shown in clear.</param>
    /// <param name="Event">Kind of event: <c>opened</c>, <c>moved</c>, <c>document-issued</c> …</param>
    /// <param name="Title">Shown name of what happened; null where the kind says it all.</param>
    /// <param name="Details">What the event says.</param>
    /// <param name="Basis">Article under which it happened.</param>
    /// <param name="DefinitionVersion">Version of the definition in force for the case.</param>
    /// <param name="CalendarVersion">Version of the calendar in force for the case after the entry.</param>
    /// <param name="PreviousHash">Hash of the entry before, lower-case hex.</param>
    /// <param name="Hash">Hash of this entry, lower-case hex.</param>
    internal sealed record EntryView(
        int Sequence,
        long Position,
        Instant RecordedAt,
        LocalDate OccurredOn,
        Instant? OccurredAt,
        ActorStamp Actor,
        string? Note,
        string Event,
        LocalizedText? Title,
        JsonObject Details,
        LegalBasis? Basis,
        int DefinitionVersion,
        string CalendarVersion,
        string PreviousHash,
        string Hash);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/history", Handle)
        .WithName("readHistory").WithTags("Cases")
        .WithSummary("Read the history of a case")
        .Produces<Reply>().Refuses(403, 404);

    /// <summary>Answers; the endpoint for auditors does so too.</summary>
    public static async Task<IResult> Handle(
        Caller caller,
        string id,
        [QueryParameter(PersonalView.Says, Values = ["masked", "clear"])] string? personal,
        [QueryParameter("`next` of the page before.")] string? cursor,
        [QueryParameter("Entries of a page, at most 200; 50 when left out.", Type = "integer")] string? limit,
        CaseDesk desk,
        CaseViews views,
        CaseRecords records,
        AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var (clear, problem) = PersonalView.Read(personal, caller, state);
        var query = new QueryReader();
        var after = (int)query.Number("cursor", cursor, 0, int.MaxValue, 0);
        var count = query.Limit(limit);
        if ((problem ?? query.Problem) is { } wrong)
            return wrong.Result();

        await log.Case(caller, state, "history", clear).ConfigureAwait(false);
        // From the beginning, because the calendar in force follows from the entries before.
        var stored = records.History(state.Id, 0, Math.Min(state.Version, after + count));
        var next = stored.Length < state.Version ? $"{stored.Length}" : null;
        return Results.Ok(new Reply([.. Views(stored, views.Definition(state), child => views.ChildDefinition(state, child), clear).Skip(after)], next));
    }

    private static IEnumerable<EntryView> Views(
        ImmutableArray<StoredEntry> stored, PreparedDefinition definition, Func<CaseId, PreparedDefinition?> childOf, bool clear)
    {
        var calendar = "";
        foreach (var one in stored)
        {
            var entry = one.Entry;
            calendar = entry.Event switch
            {
                CaseEvent.Opened opened => opened.CalendarVersion,
                CaseEvent.CalendarAdopted adopted => adopted.New,
                _ => calendar,
            };
            yield return new EntryView(
                entry.Sequence,
                one.Position,
                entry.RecordedAt,
                entry.OccurredOn,
                entry.OccurredAt,
                entry.Actor,
                entry.Note is null || clear ? entry.Note : "***",
                JournalCodec.TypeOf(entry.Event),
                EventDetails.Title(definition, entry.Event, childOf),
                EventDetails.Of(definition, entry.Event, clear),
                EventDetails.Basis(entry.Event),
                definition.Version,
                calendar,
                Convert.ToHexStringLower(one.PreviousHash.AsSpan()),
                Convert.ToHexStringLower(one.Hash.AsSpan()));
        }
    }
}
