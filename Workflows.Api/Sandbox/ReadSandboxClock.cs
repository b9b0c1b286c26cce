using NodaTime;
using Workflows.Api.Problems;

namespace Workflows.Api.Sandbox;

/// <summary>Reads the sandbox clock.</summary>
internal static class ReadSandboxClock
{
    /// <summary>Says that there is no sandbox here.</summary>
    public static Problem NotASandbox { get; } = Problem.NotFound("本服务不是沙盒，使用真实时间");

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sandbox/clock", Handle)
        .WithName("readSandboxClock").WithTags("Sandbox")
        .WithSummary("Read the sandbox clock")
        .WithDescription("404 where the service runs on real time.")
        .Produces<SandboxClockView>().Refuses(404);

    private static IResult Handle(IClock clock) => clock is SandboxClock sandbox
        ? Results.Ok(new SandboxClockView(sandbox.GetCurrentInstant()))
        : NotASandbox.Result();
}

/// <summary>The time in the sandbox.</summary>
/// <param name="Now">An instant with its offset.</param>
internal sealed record SandboxClockView(Instant Now);
