using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>Lists the calendars of due dates.</summary>
internal static class ListDeadlineFeeds
{
    /// <summary>The feeds.</summary>
    /// <param name="Feeds">Oldest first, revoked and expired ones too.</param>
    internal sealed record Reply(ImmutableArray<DeadlineFeedView> Feeds);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/deadline-feeds", Handle)
        .WithName("listDeadlineFeeds").WithTags("Deadlines")
        .WithSummary("List one's calendars of due dates")
        .WithDescription("Security administrators see everyone's.")
        .Produces<Reply>();

    private static IResult Handle(Caller caller, CaseDatabase database) => Results.Ok(new Reply(
        [.. database.DeadlineFeeds.All().Where(feed => caller.Administers(AdministrationKind.Security) || feed.CreatedBy == caller.Actor.Id).Select(DeadlineFeedView.Of)]));
}
