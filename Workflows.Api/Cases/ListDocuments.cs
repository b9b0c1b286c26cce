using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;

namespace Workflows.Api.Cases;

/// <summary>Lists the documents of a case.</summary>
internal static class ListDocuments
{
    /// <summary>The documents.</summary>
    /// <param name="Documents">In the order of issue.</param>
    internal sealed record Reply(ImmutableArray<DocumentView> Documents);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/documents", Handle)
        .WithName("listDocuments").WithTags("Cases")
        .WithSummary("List the documents issued in a case")
        .Produces<Reply>().Refuses(404);

    private static async Task<IResult> Handle(Caller caller, string id, CaseDesk desk, CaseViews views, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        await log.Case(caller, state, "documents").ConfigureAwait(false);
        return Results.Ok(new Reply(views.Documents(state)));
    }
}
