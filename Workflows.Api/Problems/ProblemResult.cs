using System.Diagnostics;
using System.Text.Json;
using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Limits;

namespace Workflows.Api.Problems;

/// <summary>Writes a problem as the answer.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, problem);

    /// <summary>Writes a problem to an answer that has not begun.</summary>
    public static async Task Write(HttpContext http, Problem problem)
    {
        problem = Counted(http, problem);
        if (problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            http.RequestServices?.GetService<SecurityLog>()?.Refused(http, problem.Status);
        var response = http.Response;
        response.StatusCode = problem.Status;
        response.ContentType = Problem.MediaType;
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        var traced = problem with { TraceId = Activity.Current?.Id ?? http.TraceIdentifier };
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(traced, ApiJson.Options), http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The problem, or 429: refusals count too, wherever they are made, and failed authentication counts apart.</summary>
    private static Problem Counted(HttpContext http, Problem problem)
    {
        if (http.RequestServices?.GetService<RateLimits>() is not { } limits)
            return problem;
        var within = problem.Status == StatusCodes.Status401Unauthorized
            ? limits.AdmitFailure(http)
            : RateLimits.HasCounted(http) || limits.Admit(http);
        return within ? problem : Problem.TooManyRequests;
    }
}
