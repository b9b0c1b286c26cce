using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Contract;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Publishes the draft of a procedure.</summary>
internal static class PublishDraft
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/procedures/{id}/draft/publish", Handle)
        .WithName("publishDraft").WithTags("Procedures")
        .WithSummary("Publish a draft as the next version")
        .WithDescription(
            "New cases take the new version from now on; running cases keep theirs. Refused with all faults (422) while there are errors, "
            + "in the draft or between it and the other procedures.")
        .TakesRevision(always: true)
        .Produces<ProcedureSummaryView>(StatusCodes.Status201Created).Refuses(404, 412, 422, 428).GivenOnce(FinishCount).ForSystemAdministrators();

    private static Task<IResult> Handle(
        HttpContext http, Caller caller, string id, CaseDatabase database, ReferenceDataSource reference, DraftChecks checks, ChangeTurn turn,
        Once once) => turn.Run(async () =>
    {
        var draft = database.Definitions.FindDraft(id);
        if (Precondition.Check(http.Request, DraftTag.Of(draft)) is { } refused)
            return refused.Result();
        if (draft is null)
            return ReadDraft.NoDraft.Result();
        var problems = checks.Of(id, draft.Yaml);
        if (problems.Any(problem => problem.Severity == Severity.Error))
            return Problem.Faulty("草稿还有错误，改正后才能发布", problems).Result();
        var next = ProcedureVersion.Of(DefinitionReader.Read(draft.Yaml).Definition!, reference.Current.Procedures.Versions(id).Length + 1);
        return await once.Do<PublishedDefinition?>(
            async first =>
            {
                var published = await database.Definitions.Publish(id, next.Version, draft.Yaml, caller.Stamp, first);
                if (published is not null)
                {
                    reference.Change(data => data with { Procedures = data.Procedures.With(InForce(published)) });
                    await Count(id, database, reference);
                }

                return published;
            },
            published => published is null
                ? Problem.Stale("这个版本已经发布").Result()
                : Answer.Created($"/api/v1/procedures/{id}/versions/{next.Version}", ProcedureSummaryView.Of(InForce(published), [published])));

        PreparedDefinition InForce(PublishedDefinition published) => new(next.Definition, next.Version, next.Sha256) { EffectiveAt = published.EffectiveAt };
    });

    private static Task FinishCount(HttpContext http, StoredReply first) => Count(
        (string)http.Request.RouteValues["id"]!, http.RequestServices.GetRequiredService<CaseDatabase>(), http.RequestServices.GetRequiredService<ReferenceDataSource>());

    private static Task Count(string id, CaseDatabase database, ReferenceDataSource reference) =>
        database.Journal.Count(id, reference.Current.Procedures.CountedByLater(id));
}
