using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Lists who read what.</summary>
internal static class ListReads
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/reads", Handle)
        .WithName("listReads").WithTags("Audit")
        .WithSummary("List reads of other agencies' cases, of personal values in clear, and exports")
        .WithDescription(
            "Oldest first. `read.case` and `read.list`: cases of an agency in which the reader holds no role; `read.personal`: personal values in clear; "
            + "`read.export`: a register, a report, a table, a calendar of due dates; `read.link`: what a link shows, by a third party or an applicant. The entry is written before the answer is given, in the chain of the administrative log; "
            + "`detail.purpose` is what the reader gave in `Access-Purpose`.")
        .Produces<ReadAdminLog.Reply>().ForAuditAdministrators();

    private static IResult Handle(
        [QueryParameter("The case or resource read.")] string? subject,
        [QueryParameter("Id of the reader.")] string? actor,
        [QueryParameter("`next` of the page before.")] string? cursor,
        [QueryParameter("Entries of a page, at most 200; 50 when left out.", Type = "integer")] string? limit,
        CaseDatabase database)
    {
        var query = new QueryReader();
        var (after, count) = (query.Number("cursor", cursor, 0, long.MaxValue, 0), query.Limit(limit));
        var (of, by) = (query.Text("subject", subject), query.Text("actor", actor));
        return query.Problem is { } wrong ? wrong.Result() : Results.Ok(ReadAdminLog.Page(database.AdminLog.Reads(of, by, after, count), count));
    }
}
