
namespace Workflows.Api.Problems;

/// <summary>Problems as answers of endpoints.</summary>
internal static class ProblemExtensions
{
    /// <summary>The problem as the answer of an endpoint.</summary>
    public static IResult Result(this Problem problem) => new ProblemResult(problem);

    /// <summary>Says in the contract with which statuses an endpoint can refuse; 400, 401 and 429 need not be named.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata([.. statuses.Select(status =>
            (object)new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.MediaType]))]);
}
