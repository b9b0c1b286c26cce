using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>Finds cases by the exact value of a personal field. The value stands in the body, so that no address and no log holds it.</summary>
internal static class SearchCases
{
    private const int Most = 200;
    private const int Longest = 200;

    /// <summary>What is searched for.</summary>
    /// <param name="Field"><c>applicant.idNumber</c>, <c>applicant.organisationCode</c> or <c>applicant.name</c>.</param>
    /// <param name="Value">The whole value; outer blanks, full width and small letters do not matter.</param>
    internal sealed record Request(string Field, string Value);

    /// <summary>What was found.</summary>
    /// <param name="Cases">The newest first, at most 200.</param>
    /// <param name="More">There are more than these.</param>
    internal sealed record Reply(ImmutableArray<CaseSummaryView> Cases, bool More);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/search", Handle)
        .WithName("searchCases").WithTags("Cases")
        .WithSummary("Find cases by the exact value of a personal field")
        .WithDescription(
            "Through a keyed hash; nothing is decrypted and nothing is shown of the value. Only cases of agencies whose personal values the caller may "
            + "read in clear are found: that a case is found tells whose it is.")
        .Produces<Reply>().Refuses(422).Does("read");

    private static async Task<IResult> Handle(Caller caller, JsonBody<Request> body, CaseQueries cases, CaseViews views, AccessLog log)
    {
        var (field, value) = (body.Value.Field, body.Value.Value);
        if (field is null || !SearchFields.All.Contains(field))
            return Problem.Invalid("field", $"应为 {string.Join("、", SearchFields.All)} 之一").Result();
        if (string.IsNullOrWhiteSpace(value) || value.Length > Longest)
            return Problem.Invalid("value", $"应为 1 至 {Longest} 个字符").Result();
        var found = cases.FindBySearchHash(field, value, [.. caller.Agencies.Where(caller.MayReadClear)], caller.Scope.Reaches, Most + 1);
        // That a case is found tells whose it is, as reading the value in clear does.
        if (!found.IsEmpty)
            await log.Export(caller, $"search/{field}", null, Formats.Json, clear: true).ConfigureAwait(false);
        return Results.Ok(new Reply([.. found.Take(Most).Select(views.Of)], found.Length > Most));
    }
}
