namespace Workflows.Definitions;

/// <summary>Can every state be come to, and can every case end?</summary>
internal static class StateChecks
{
    public static void Run(Findings findings, StateGraph graph)
    {
        Opening(findings);
        foreach (var state in findings.Definition.States)
            Form(findings, state);
        Reach(findings, graph);
        Final(findings, graph);
    }

    private static void Opening(Findings findings)
    {
        foreach (var (path, branch) in PlacedTrigger.Opening(findings.Definition).Branches)
        {
            if (branch.To is null)
                findings.Error(DiagnosticCodes.OpeningEntersNoState, path, "立案没有写明进入哪个状态", "加上 `to: 状态`");
        }
    }

    private static void Form(Findings findings, StateDefinition state)
    {
        var path = ElementPath.State(state.Name);
        if (state.Initial is null && findings.Definition.States.Any(s => s.Parent == state.Name))
            findings.Error(DiagnosticCodes.NoInitialState, path, $"`{state.Name}` 有子状态而没有初始子状态", "加上 `initial: 子状态`");
        if (state is { Final: true, Notice: null })
        {
            findings.Error(DiagnosticCodes.FinalWithoutNotice, path, $"终结状态 `{state.Name}` 没有告知文书",
                "加上 `notice: 文书`；确实无须告知的，写 `notice: none`");
        }
    }

    private static void Reach(Findings findings, StateGraph graph)
    {
        var ending = graph.Leading(graph.Leaves.Where(l => l.Final).Select(l => l.Name));
        foreach (var leaf in graph.Leaves)
        {
            var path = ElementPath.State(leaf.Name);
            if (!graph.Reachable.Contains(leaf.Name))
                findings.Error(DiagnosticCodes.UnreachableState, path, $"没有触发器通向状态 `{leaf.Name}`", "加上通向它的 `to`，或删去这个状态");
            else if (!ending.Contains(leaf.Name))
                findings.Error(DiagnosticCodes.NoWayOut, path, $"从状态 `{leaf.Name}` 到不了任何终结状态", "加上通向终结状态的触发器，或写 `final: true`");
        }
    }

    // A trigger that several final states share is told of once.
    private static void Final(Findings findings, StateGraph graph)
    {
        var moving = graph.Leaves.Where(l => l.Final).SelectMany(leaf => graph.OfferedIn(leaf.Name), (leaf, trigger) => (Leaf: leaf.Name, Trigger: trigger))
            .Where(offered => offered.Trigger.Trigger.Branches.Any(b => b.To is not null)).GroupBy(offered => offered.Trigger.Path);
        foreach (var shared in moving)
        {
            findings.Error(DiagnosticCodes.FinalStateMoves, shared.Key,
                $"触发器 `{shared.First().Trigger.Trigger.Name}` 会离开终结状态 {string.Join("、", shared.Select(o => $"`{o.Leaf}`"))}",
                "删去 `to`，只作记录或告知；或者取消 `final`");
        }
    }
}
