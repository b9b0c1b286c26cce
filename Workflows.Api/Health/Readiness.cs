using System.Data.Common;
using NodaTime;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Health;

/// <summary>Tells that the service can work: the database answers.</summary>
internal static class Readiness
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/ready", Handle)
        .AllowAnonymous()
        .WithName("ready").WithTags("Health")
        .WithSummary("Whether the service can work")
        .Produces<HealthView>().Refuses(429, 503);

    private static IResult Handle(CaseDatabase database, IClock clock)
    {
        try
        {
            _ = database.Cases.NextAttention(clock.GetCurrentInstant());
            return Results.Ok(HealthView.Of("ready", clock));
        }
        catch (DbException)
        {
            return Problem.Unavailable.Result();
        }
    }
}
