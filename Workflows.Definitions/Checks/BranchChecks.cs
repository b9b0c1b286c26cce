using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Does exactly one branch apply, and can every condition hold?</summary>
internal static class BranchChecks
{
    public static void Run(Findings findings, StateGraph graph)
    {
        var satisfiability = new Satisfiability();
        foreach (var trigger in PlacedTrigger.Of(findings.Definition))
            new TriggerLogic(findings, trigger, [.. graph.LeavesOffering(trigger)], satisfiability).Check();
        foreach (var leaf in graph.Leaves)
            Automatic(findings, leaf.Name, [.. graph.OfferedIn(leaf.Name)], satisfiability);
    }

    // Nobody chooses between triggers that time or a child fires, so at most one of them may apply.
    private static void Automatic(Findings findings, string leaf, ImmutableArray<PlacedTrigger> offered, Satisfiability satisfiability)
    {
        foreach (var same in offered.Where(t => t.Trigger.Cause is not TriggerCause.Person).GroupBy(t => t.Trigger.Cause).Where(g => g.Count() > 1))
        {
            var triggers = same.ToArray();
            var logic = new ConditionLogic(findings.Definition, triggers.SelectMany(t => t.Conditions), [leaf]);
            for (var second = 1; second < triggers.Length; second++)
            {
                for (var first = 0; first < second; first++)
                {
                    var both = Formula.AllOf([Applies(logic, triggers[first]), Applies(logic, triggers[second])]);
                    if (satisfiability.Witness(both) is { } witness)
                    {
                        findings.Error(DiagnosticCodes.AutomaticTriggersOverlap, triggers[second].Path,
                            $"在状态 `{leaf}`，`{triggers[first].Trigger.Name}` 与 `{triggers[second].Trigger.Name}` 可能同时成立：{witness}",
                            "写明 `requires` 或 `when`，使二者不会同时成立");
                    }
                }
            }
        }
    }

    private static Formula Applies(ConditionLogic logic, PlacedTrigger trigger) => Formula.AllOf(
    [
        .. trigger.Trigger.Requires.Select(logic.Of),
        Formula.AnyOf(trigger.Trigger.Branches.Select(b => b.When is null ? Formula.True : logic.Of(b.When))),
    ]);
}
