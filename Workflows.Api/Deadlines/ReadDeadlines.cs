using System.Collections.Immutable;
using System.Text;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Hosting;
using Workflows.Api.Limits;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>Gives a calendar of due dates to a calendar program.</summary>
/// <remarks>
/// Such programs send no headers of ours, so the secret stands in the address: it opens this calendar and nothing else, is stored
/// hashed, expires, and neither addresses nor queries are logged or traced.
/// </remarks>
internal static class ReadDeadlines
{
    private const string Nothing = "没有这个期限日历：地址有误，或者已经撤销、过期，或者其建立人不再任此角色";

    /// <summary>The address of a feed, below the service's own.</summary>
    public static string AddressOf(string clear) => $"/api/v1/deadlines.ics?feed={clear}";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/deadlines.ics", Handle).AllowAnonymous()
        .WithName("readDeadlines").WithTags("Deadlines")
        .WithSummary("Due dates of running clocks as a calendar")
        .WithDescription(
            "For calendar programs, by the address that `createDeadlineFeed` gave. All-day events for days, events in UTC where hours and minutes count; `STATUS:TENTATIVE` "
            + "while a due date can still move; nothing personal. `If-None-Match` with the ETag is answered with 304 while nothing has changed.")
        .WithMetadata(new TakesHeader("If-None-Match", false, "The ETag of the calendar as last read."))
        .Produces<string>(StatusCodes.Status200OK, "text/calendar").Produces(StatusCodes.Status304NotModified).Refuses(404);

    private static async Task<IResult> Handle(
        [QueryParameter("The secret of the feed.")] string? feed,
        HttpContext http,
        CaseDatabase database,
        ReferenceDataSource reference,
        FeedCreators creators,
        ServiceSettings settings,
        IClock clock,
        RateLimits limits,
        AccessLog log)
    {
        if (feed is null || database.DeadlineFeeds.FindPresented(feed) is not { } found)
            return (limits.AdmitFailure(http) ? Problem.NotFound(Nothing) : Problem.TooManyRequests).Result();
        if (creators.Find(found) is not { } creator)
            return Problem.NotFound(Nothing).Result();
        var data = reference.Current;
        var calendar = Calendar(found, creator, data, database.Cases, settings, clock.GetCurrentInstant());
        var etag = calendar.ETag();
        http.Response.Headers.ETag = etag;
        if (EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known) && known.Any(tag => tag.Tag == "*" || tag.Tag == etag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        await log.Export(creator, $"deadlines/{found.Id}", found.Agency, "text/calendar").ConfigureAwait(false);
        return Results.Text(calendar.Text(), DeadlineCalendar.MediaType, Encoding.UTF8);
    }

    private static DeadlineCalendar Calendar(DeadlineFeed feed, Caller creator, ReferenceData data, CaseQueries cases, ServiceSettings settings, Instant now)
    {
        ImmutableArray<string> procedures = [.. (feed.Procedures ?? data.Procedures.Procedures).Where(procedure =>
            creator.Scope.Reaches(procedure) && data.Procedures.Newest(procedure) is { } newest && HasPart(newest.Definition, feed.Role))];
        var found = cases.Deadlines(feed.Agency, procedures, settings.MostDeadlines);
        var agency = data.Agencies.Find(feed.Agency)?.Name ?? feed.Agency;
        var rest = found.Length == settings.MostDeadlines ? $"（最先届满的 {settings.MostDeadlines} 项）" : "";
        return new DeadlineCalendar(
            $"{agency} 办理期限{rest}",
            [.. found.Select(one => CalendarEntry.Of(one, data.Procedures.Find(one.Procedure, one.DefinitionVersion)!, now))],
            settings.AlarmDays);
    }

    private static bool HasPart(ProcedureDefinition definition, string role) =>
        role == Caller.AuditorRole || definition.Roles.Any(one => one.Name == role && one.Of == RoleScope.Agency);
}
