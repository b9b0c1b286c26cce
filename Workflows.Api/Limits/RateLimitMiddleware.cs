using Workflows.Api.Problems;

namespace Workflows.Api.Limits;

/// <summary>Counts a request before it reaches its endpoint. Stands behind the check of access, so that the caller is known.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimits limits)
{
    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext http) =>
        RateLimits.HasCounted(http) || limits.Admit(http) ? next(http) : ProblemResult.Write(http, Problem.TooManyRequests);
}
