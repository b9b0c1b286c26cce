using Workflows.Api.Json;

namespace Workflows.Api.Sandbox;

/// <summary>Says in every answer of a sandbox what time it is there, so that nobody takes it for the real service.</summary>
internal sealed class SandboxHeader(RequestDelegate next, SandboxClock clock)
{
    /// <summary>Name of the header.</summary>
    public const string Name = "Sandbox-Clock";

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Name] = MomentConverter.Text(clock.GetCurrentInstant());
            return Task.CompletedTask;
        });
        return next(http);
    }
}
