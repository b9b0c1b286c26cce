using Workflows.Api.Queries;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>Pages of cases as a query asks for them.</summary>
internal static class CasePages
{
    private static readonly CasePage Nothing = new([], null);

    /// <summary>The page; empty when the query has a problem.</summary>
    public static CasePage Page(this QueryReader query, CaseQueries cases, CaseFilter filter, string? cursor, string? limit, CaseOrder order)
    {
        var count = query.Limit(limit);
        if (query.Problem is not null || filter.Agencies is { IsEmpty: true })
            return Nothing;
        try
        {
            return cases.List(filter, cursor, count, order);
        }
        catch (FormatException)
        {
            query.Wrong("cursor", "应为前一页给出的 next");
            return Nothing;
        }
    }
}
