using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>Revokes a calendar of due dates.</summary>
internal static class RevokeDeadlineFeed
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/deadline-feeds/{id}", Handle)
        .WithName("revokeDeadlineFeed").WithTags("Deadlines")
        .WithSummary("Revoke a calendar of due dates")
        .WithDescription("There is nothing at its address any more, at once. Security administrators can revoke anyone's.")
        .Produces(StatusCodes.Status204NoContent).Refuses(404);

    private static async Task<IResult> Handle(Caller caller, string id, CaseDatabase database) =>
        await database.DeadlineFeeds.Revoke(id, caller.Administers(AdministrationKind.Security) ? null : caller.Actor.Id, caller.Stamp)
            ? Results.NoContent()
            : Problem.NotFound("没有这个期限日历，或者已经撤销").Result();
}
