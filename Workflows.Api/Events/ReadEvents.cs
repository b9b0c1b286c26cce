using System.Collections.Immutable;
using System.Globalization;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Storage;

namespace Workflows.Api.Events;

/// <summary>Reads the events of the cases that the caller may see, page by page or as they come.</summary>
internal static class ReadEvents
{
    /// <summary>What the log of reads calls events.</summary>
    public const string What = "events";

    private const string LastEventId = "Last-Event-ID";

    /// <summary>Which events.</summary>
    internal sealed record Filters
    {
        [QueryParameter("Position after which to begin, `next` of the page before; 0, the beginning, when left out.", Type = "integer")]
        public string? After { get; init; }

        [QueryParameter("Procedure.")]
        public string? Procedure { get; init; }

        [QueryParameter("Agency that handles the case.")]
        public string? Agency { get; init; }

        [QueryParameter("Type of event, such as `cn.disclosure.case.trigger-fired.v1`.")]
        public string? Type { get; init; }

        [QueryParameter("Events of a page, at most 200; 50 when left out.", Type = "integer")]
        public string? Limit { get; init; }
    }

    /// <summary>A page of events.</summary>
    /// <param name="Events">Events in the order of the journal.</param>
    /// <param name="Next">Position up to which all has been looked at; go on after it, also when no event is in the page.</param>
    /// <param name="More">The journal goes on after <paramref name="Next"/>.</param>
    internal sealed record Reply(ImmutableArray<EventView> Events, string Next, bool More);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events", Handle)
        .WithName("readEvents").WithTags("Events")
        .WithSummary("Events of the caller's cases, in the order of the journal")
        .WithDescription(
            "CloudEvents 1.0. A page looks at no more than 5,000 positions, so it can be empty and yet not the last: go on after `next` while `more` is true, and later "
            + "from the same place. With `Accept: text/event-stream` events are sent as they are committed (server-sent events; `id` is the position, "
            + "`Last-Event-ID` goes on after it) until the caller or the service ends it, or the caller's key is no longer good.")
        .WithMetadata(new TakesHeader("Accept", false, "`application/json` or `text/event-stream`."))
        .WithMetadata(new TakesHeader(LastEventId, false, "Of a stream: the last `id` received; stronger than `after`."))
        .Produces<Reply>(StatusCodes.Status200OK, Formats.Json, EventStream.MediaType).Refuses(406);

    private static async Task<IResult> Handle(
        Caller caller, HttpRequest http, [AsParameters] Filters filters, JournalFeed feed, EventViews views, EventStreams streams, AccessLog log)
    {
        var query = new QueryReader();
        var format = Accepted.Format(http.Headers.Accept, Formats.Json, EventStream.MediaType);
        var resumed = format == EventStream.MediaType && http.Headers.TryGetValue(LastEventId, out var id) && id != "" ? id.ToString() : null;
        var after = query.Number(resumed is null ? "after" : LastEventId, resumed ?? filters.After, 0, long.MaxValue / 2, 0);
        var limit = query.Limit(filters.Limit);
        var asked = new FeedFilter
        {
            OfAgencies = query.Text("agency", filters.Agency) is { } agency ? [agency] : null,
            OfProcedures = query.Text("procedure", filters.Procedure) is { } procedure ? [procedure] : null,
            Kinds = query.OneOf("type", filters.Type, EventKinds.Types) is { } type ? [EventKinds.KindOf(type)] : null,
        };
        if (query.Problem is null && after > feed.Last())
            query.Wrong(resumed is null ? "after" : LastEventId, "晚于日志的末尾；数据库可能由备份恢复，请从头核对");
        if (query.Problem is { } wrong)
            return wrong.Result();
        if (format is null)
            return Problem.NotAcceptable($"可以提供：{Formats.Json}、{EventStream.MediaType}").Result();
        if (format == EventStream.MediaType)
            return streams.Open(asked, after);
        var page = feed.Read(asked.For(caller), after, limit);
        if (page.TellsOfOthers(caller))
            await log.List(caller, What, filters.Agency).ConfigureAwait(false);
        return Results.Ok(new Reply(
            [.. page.Entries.Select(views.Of)], page.Next.ToString(CultureInfo.InvariantCulture), page.Next < page.Last));
    }

    /// <summary>It tells of cases that another agency handles than the reader's, so that the read is written down.</summary>
    public static bool TellsOfOthers(this FeedPage page, Caller caller) => page.Entries.Any(found => !caller.WorksIn(found.Agency));

    /// <summary>What is asked for, of what the caller may see.</summary>
    public static FeedFilter For(this FeedFilter asked, Caller caller) =>
        asked with { Agencies = caller.ReadsAll ? null : caller.Agencies, Procedures = caller.Scope.Procedures };
}
