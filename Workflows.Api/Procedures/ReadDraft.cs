using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Reads the draft of a procedure.</summary>
internal static class ReadDraft
{
    /// <summary>Says that there is no draft.</summary>
    public static Problem NoDraft { get; } = Problem.NotFound("这个程序没有草稿");

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/{id}/draft", Handle)
        .WithName("readDraft").WithTags("Procedures")
        .WithSummary("Read the draft of a procedure, with what is wrong with it")
        .Produces<DraftView>().Refuses(404).ForSystemAdministrators();

    private static IResult Handle(HttpContext http, string id, CaseDatabase database, DraftChecks checks)
    {
        if (database.Definitions.FindDraft(id) is not { } draft)
            return NoDraft.Result();
        http.Response.Headers.ETag = DraftTag.Of(draft);
        return Results.Ok(DraftView.Of(draft, checks.Of(id, draft.Yaml)));
    }
}
