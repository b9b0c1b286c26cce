using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Reads the history of a case for auditors.</summary>
internal static class AuditHistory
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/cases/{id}/history", Handle)
        .WithName("auditHistory").WithTags("Audit")
        .WithSummary("Read the history of a case: who did what when, under which article, definition and calendar, with the hash of each entry")
        .WithDescription("Personal values are masked.")
        .Produces<ReadHistory.Reply>().Refuses(403, 404);

    private static Task<IResult> Handle(
        Caller caller,
        string id,
        [QueryParameter("`next` of the page before.")] string? cursor,
        [QueryParameter("Entries of a page, at most 200; 50 when left out.", Type = "integer")] string? limit,
        CaseDesk desk,
        CaseViews views,
        CaseRecords records,
        AccessLog log)
    {
        if (AuditScope.Of(caller) is not { } scope)
            return Task.FromResult(AuditScope.Refused.Result());
        return desk.Find(id, caller) is { } state && scope.Covers(state)
            ? ReadHistory.Handle(caller, id, personal: null, cursor, limit, desk, views, records, log)
            : Task.FromResult(Problem.NoSuchCase.Result());
    }
}
