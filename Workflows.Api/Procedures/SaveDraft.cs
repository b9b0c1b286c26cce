using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Contract;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Saves the draft of a procedure.</summary>
internal static class SaveDraft
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/procedures/{id}/draft", Handle)
        .WithName("saveDraft").WithTags("Procedures")
        .WithSummary("Save the draft of a procedure's next version, or of a new procedure")
        .WithDescription(
            "The body is the YAML text, or JSON `{ \"yaml\": … }`. Work in progress is saved as it is; the reply lists what is wrong with it.")
        .TakesRevision(always: false)
        .Produces<DraftView>().Produces<DraftView>(StatusCodes.Status201Created).Refuses(412, 413, 415, 422, 428).ForSystemAdministrators();

    private static Task<IResult> Handle(
        HttpContext http, Caller caller, string id, SourceText yaml, CaseDatabase database, DraftChecks checks, ChangeTurn turn) => turn.Run(async () =>
    {
        if (!DraftChecks.IsId(id))
            return Problem.Invalid("id", "应为地区在前、以点分隔的小写名称，形如 huadian.disclosure-application").Result();
        var current = database.Definitions.FindDraft(id);
        if (Precondition.Check(http.Request, DraftTag.Of(current)) is { } refused)
            return refused.Result();
        if (await database.Definitions.SaveDraft(id, yaml.Value, current?.Revision ?? 0, caller.Stamp) is not { } saved)
            return Problem.Stale("草稿已被他人修改；请重新读取后再试").Result();
        http.Response.Headers.ETag = DraftTag.Of(saved);
        var view = DraftView.Of(saved, checks.Of(id, yaml.Value));
        return current is null ? Results.Created($"/api/v1/procedures/{id}/draft", view) : Results.Ok(view);
    });
}

/// <summary>Entity tags of drafts.</summary>
internal static class DraftTag
{
    /// <summary>The tag; null for no draft.</summary>
    public static string? Of(Draft? draft) => draft is null ? null : Precondition.Tag(draft.Revision, draft.Yaml);
}
