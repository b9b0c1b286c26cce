using System.Diagnostics;
using System.Text.Json;
using Workflows.Api.Json;

namespace Workflows.Api.Problems;

/// <summary>Writes a problem as the answer.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, problem);

    /// <summary>Writes a problem to an answer that has not begun.</summary>
    public static async Task Write(HttpContext http, Problem problem)
    {
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
}
