using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Problems;

namespace Workflows.Api.Sandbox;

/// <summary>Sets the sandbox clock forward.</summary>
internal static class SetSandboxClock
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/sandbox/clock", Handle)
        .WithName("setSandboxClock").WithTags("Sandbox")
        .WithSummary("Set the sandbox clock forward")
        .WithDescription(
            "The clock stops at each instant at which something falls due; the reply comes when all of it is done. It never goes "
            + "backward (409), and not beyond ten years at once (422).")
        .Produces<SandboxClockView>().Refuses(404, 409, 422).ForSystemAdministrators();

    private static async Task<IResult> Handle(Caller caller, JsonBody<SandboxClockView> body, IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetService<SandboxTime>() is not { } time)
            return ReadSandboxClock.NotASandbox.Result();
        if (body.Value.Now - time.Now > Duration.FromDays(3660))
            return Problem.Invalid("now", "一次最多前移十年").Result();
        return await time.MoveTo(body.Value.Now, caller.Stamp, cancel)
            ? Results.Ok(new SandboxClockView(time.Now))
            : Problem.Conflict("沙盒时钟只能向前，不能后退").Result();
    }
}
