namespace Workflows.Api.Problems;

/// <summary>
/// A request that cannot be read, on its way out of the binding of parameters, where there is no other way to answer.
/// An endpoint that refuses returns its problem instead.
/// </summary>
internal sealed class RefusedException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>The problem to answer with.</summary>
    public Problem Problem { get; } = problem;
}
