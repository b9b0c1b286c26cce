using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Contract;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Throws the draft of a procedure away.</summary>
internal static class DiscardDraft
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/procedures/{id}/draft", Handle)
        .WithName("discardDraft").WithTags("Procedures")
        .WithSummary("Throw the draft of a procedure away")
        .TakesRevision(always: true)
        .Produces(StatusCodes.Status204NoContent).Refuses(404, 412, 428).ForSystemAdministrators();

    private static Task<IResult> Handle(HttpContext http, Caller caller, string id, CaseDatabase database, ChangeTurn turn) => turn.Run(async () =>
    {
        if (database.Definitions.FindDraft(id) is not { } draft)
            return ReadDraft.NoDraft.Result();
        if (Precondition.Check(http.Request, DraftTag.Of(draft)) is { } refused)
            return refused.Result();
        await database.Definitions.DiscardDraft(id, draft.Revision, caller.Stamp);
        return Results.NoContent();
    });
}
