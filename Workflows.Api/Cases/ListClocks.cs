using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;

namespace Workflows.Api.Cases;

/// <summary>Lists the clocks of a case.</summary>
internal static class ListClocks
{
    /// <summary>The clocks.</summary>
    /// <param name="Clocks">In the order of the definition.</param>
    internal sealed record Reply(ImmutableArray<ClockView> Clocks);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/clocks", Handle)
        .WithName("listClocks").WithTags("Cases")
        .WithSummary("List the clocks of a case")
        .Produces<Reply>().Refuses(404);

    private static async Task<IResult> Handle(Caller caller, string id, CaseDesk desk, CaseViews views, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        await log.Case(caller, state, "clocks").ConfigureAwait(false);
        return Results.Ok(new Reply(views.Clocks(state)));
    }
}
