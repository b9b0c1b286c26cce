using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Problems;
using Workflows.Api.Sandbox;

namespace Workflows.Api.Health;

/// <summary>Tells that the process answers.</summary>
internal static class Liveness
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/live", (IClock clock) => Results.Ok(HealthView.Of("live", clock)))
        .AllowAnonymous()
        .WithName("live").WithTags("Health")
        .WithSummary("Whether the process answers")
        .Produces<HealthView>().Refuses(429);
}

/// <summary>How the service does.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
/// <param name="SandboxClock">The sandbox clock while one is on.</param>
/// <param name="Checks">What was checked; nothing for <c>live</c>.</param>
internal sealed record HealthView(string Status, Instant? SandboxClock, ImmutableArray<HealthCheckView> Checks)
{
    /// <summary>The view with the sandbox clock where one is on.</summary>
    public static HealthView Of(string status, IClock clock) => new(status, (clock as SandboxClock)?.GetCurrentInstant(), []);
}
