using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>A refusal; it names the version that the case has now, where it is about that.</summary>
internal sealed class CaseRefusal(CaseOutcome.Refused refused) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (refused.Refusal.Code == RefusalCode.Stale)
            httpContext.Response.Headers.ETag = Preconditions.ETag(refused.Version);
        return ProblemResult.Write(httpContext, RefusalProblem.Of(refused.Refusal));
    }
}
