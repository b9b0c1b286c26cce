using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;

namespace Workflows.Api.Cases;

/// <summary>Reads a case.</summary>
internal static class ReadCase
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}", Handle)
        .WithName("readCase").WithTags("Cases")
        .WithSummary("Read a case")
        .WithDescription("State, fields, clocks, children, documents; the triggers that the caller can fire, and why not the others. The ETag is the version.")
        .Produces<CaseView>().Refuses(403, 404);

    private static async Task<IResult> Handle(
        Caller caller,
        string id,
        [QueryParameter(PersonalView.Says, Values = ["masked", "clear"])] string? personal,
        HttpResponse response,
        CaseDesk desk,
        CaseViews views,
        AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var (clear, problem) = PersonalView.Read(personal, caller, state);
        if (problem is not null)
            return problem.Result();
        await log.Case(caller, state, "case", clear).ConfigureAwait(false);
        response.Headers.ETag = Preconditions.ETag(state.Version);
        return Results.Ok(views.Of(state, caller, clear));
    }
}
