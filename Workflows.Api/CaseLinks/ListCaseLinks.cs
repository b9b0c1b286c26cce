using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>Lists the links of a case that were given to people outside.</summary>
internal static class ListCaseLinks
{
    /// <summary>The links.</summary>
    /// <param name="Links">Oldest first, ended ones too.</param>
    internal sealed record Reply(ImmutableArray<CaseLinkView> Links);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/links", Handle)
        .WithName("listCaseLinks").WithTags("Links")
        .WithSummary("List the links of a case")
        .Produces<Reply>().Refuses(404);

    private static async Task<IResult> Handle(Caller caller, string id, CaseDesk desk, CaseDatabase database, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        await log.Case(caller, state, "links").ConfigureAwait(false);
        return Results.Ok(new Reply([.. database.CaseLinks.Of(state.Id).Select(CaseLinkView.Of)]));
    }
}
