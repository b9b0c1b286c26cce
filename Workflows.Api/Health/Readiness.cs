using NodaTime;
using Workflows.Api.Problems;

namespace Workflows.Api.Health;

/// <summary>Tells that the service can work.</summary>
internal static class Readiness
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/ready", Handle)
        .AllowAnonymous()
        .WithName("ready").WithTags("Health")
        .WithSummary("Whether the service can work")
        .WithDescription(
            "The database takes writes, the sweep comes round, every calendar in use answers for the days ahead, and the service has not been told to stop. "
            + "503 otherwise, with what is missing.")
        .Produces<HealthView>().Refuses(429, 503);

    private static async Task<IResult> Handle(ServiceHealth health, IClock clock)
    {
        var checks = await health.Check();
        return checks.All(check => check.Ok)
            ? Results.Ok(HealthView.Of("ready", clock) with { Checks = checks })
            : Problem.NotReady(string.Join("；", checks.Where(check => !check.Ok).Select(check => check.Says))).Result();
    }
}
