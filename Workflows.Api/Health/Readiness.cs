using NodaTime;
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
        .Produces<HealthView>();

    private static IResult Handle(CaseDatabase database, IClock clock)
    {
        _ = database.Cases.NextAttention();
        return Results.Ok(HealthView.Of("ready", clock));
    }
}
