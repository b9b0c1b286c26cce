using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Lists cases for auditors.</summary>
internal static class AuditCases
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/cases", Handle)
        .WithName("auditCases").WithTags("Audit")
        .WithSummary("List the cases that the caller may audit")
        .WithDescription(
            "An audit administrator audits all cases, an auditor those of the agencies in which they hold that role. There is no filter by actor, trigger or "
            + "article: no index answers it, and the journal is not searched entry by entry.")
        .Produces<ListCases.Reply>().Refuses(403);

    private static async Task<IResult> Handle(
        Caller caller, [AsParameters] ListCases.Filters filters, CaseQueries cases, CaseViews views, IClock clock, AccessLog log)
    {
        if (AuditScope.Of(caller) is not { } scope)
            return AuditScope.Refused.Result();
        var query = new QueryReader();
        if (scope.Agencies is null)
            await log.List(caller, "cases", query.Text("agency", filters.Agency)).ConfigureAwait(false);
        return ListCases.Page(query, filters, scope.Asked(query.Text("agency", filters.Agency)), caller.Scope.Procedures, cases, views, clock);
    }
}
