using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>Reads an agency.</summary>
internal static class ReadAgency
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/agencies/{id}", Handle)
        .WithName("readAgency").WithTags("Agencies")
        .WithSummary("Read an agency")
        .Produces<AgencyView>().Refuses(404);

    private static IResult Handle(string id, ReferenceDataSource reference) => reference.Current.Agencies.Find(id) is { } agency
        ? Results.Ok(AgencyView.Of(agency))
        : Problem.NotFound("没有这个机关").Result();
}
