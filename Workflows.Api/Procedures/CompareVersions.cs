using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Engine;

namespace Workflows.Api.Procedures;

/// <summary>Compares two versions of a procedure.</summary>
internal static class CompareVersions
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/{id}/versions/{n:int}/diff", Handle)
        .WithName("compareVersions").WithTags("Procedures")
        .WithSummary("Compare a version with another of the same procedure")
        .WithDescription("The texts line by line, and the elements one by one.")
        .Produces<ComparisonView>().Refuses(404);

    private static IResult Handle(
        string id,
        int n,
        ReferenceDataSource reference,
        [QueryParameter("The earlier version; left out, the one before.", Type = "integer")] string? against)
    {
        var procedures = reference.Current.Procedures;
        if (procedures.Find(id, n) is not { } after)
            return ReadProcedure.Unknown.Result();
        var query = new QueryReader();
        var earlier = (int)query.Number("against", against, 1, procedures.Versions(id).Length, n - 1);
        if (query.Problem is null && procedures.Find(id, earlier) is null)
            query.Wrong("against", "第 1 版之前没有版本；请写明与哪一版比较");
        return query.Problem?.Result()
            ?? Results.Ok(ComparisonView.Of($"{id}@{earlier}", procedures.Find(id, earlier)!.Definition, $"{id}@{n}", after.Definition));
    }
}
