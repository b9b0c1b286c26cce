using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>Revokes a link.</summary>
internal static class RevokeCaseLink
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/cases/{id}/links/{link}", Handle)
        .WithName("revokeCaseLink").WithTags("Links")
        .WithSummary("Revoke a link")
        .WithDescription("It is no longer good at once. The caller must hold a role in the agency that handles the case.")
        .Produces(StatusCodes.Status204NoContent).Refuses(403, 404);

    private static async Task<IResult> Handle(Caller caller, string id, string link, CaseDesk desk, CaseDatabase database)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        if (!caller.MayReadClear(state))
            return Problem.Forbidden("撤销链接须在承办机关任职").Result();
        return await database.CaseLinks.Revoke(state.Id, link, caller.Stamp)
            ? Results.NoContent()
            : Problem.NotFound("本案没有这个链接，或者已经撤销").Result();
    }
}
