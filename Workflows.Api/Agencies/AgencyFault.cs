using System.Collections.Immutable;
using Workflows.Api.Problems;

namespace Workflows.Api.Agencies;

/// <summary>Something wrong with an agency.</summary>
/// <param name="Field">The field concerned.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">What to write instead.</param>
internal sealed record AgencyFault(string Field, string Message, string Mend)
{
    /// <summary>The refusal that tells all of them; null when there are none.</summary>
    public static Problem? Problem(ImmutableArray<AgencyFault> faults) => faults.IsEmpty
        ? null
        : Problems.Problem.Invalid([.. faults.Select(fault => FieldProblemView.Of(fault.Field, $"{fault.Message}；{fault.Mend}"))]);
}
