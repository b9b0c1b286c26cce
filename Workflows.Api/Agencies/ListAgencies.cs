using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>Lists the agencies.</summary>
internal static class ListAgencies
{
    /// <summary>All agencies.</summary>
    /// <param name="Agencies">By id.</param>
    internal sealed record Reply(ImmutableArray<AgencyView> Agencies);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/agencies", Handle)
        .WithName("listAgencies").WithTags("Agencies")
        .WithSummary("List the agencies")
        .Produces<Reply>();

    private static IResult Handle(ReferenceDataSource reference) =>
        Results.Ok(new Reply([.. reference.Current.Agencies.All.Values.Select(AgencyView.Of)]));
}
