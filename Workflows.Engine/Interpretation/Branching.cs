using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>Chooses the one branch that applies, after every requirement holds.</summary>
internal static class Branching
{
    /// <summary>The refusal, or null with the index of the branch.</summary>
    public static Refusal? Choose(PreparedTrigger trigger, ConditionScope scope, out int branch)
    {
        branch = -1;
        var unmet = Unmet(trigger, scope);
        if (!unmet.IsEmpty)
            return Refusals.Unmet(string.Join("；", unmet.Select(rule => rule.Says)), unmet);
        var branches = trigger.Definition.Branches;
        for (var index = 0; index < branches.Length; index++)
        {
            if (branches[index].When is { } when && !scope.Holds(when))
                continue;
            if (branch >= 0)
                return Refusals.Ambiguous(trigger.Definition);
            branch = index;
        }

        return branch >= 0 ? null : Refusals.NoBranch(trigger.Definition);
    }

    private static ImmutableArray<UnmetRule> Unmet(PreparedTrigger trigger, ConditionScope scope)
    {
        ImmutableArray<UnmetRule>.Builder? unmet = null;
        foreach (var requirement in trigger.Definition.Requires)
        {
            if (!scope.Meets(requirement))
                (unmet ??= ImmutableArray.CreateBuilder<UnmetRule>()).Add(new UnmetRule(requirement.Says, requirement.Basis));
        }

        return unmet is null ? [] : unmet.ToImmutable();
    }
}
