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
        foreach (var leaf in graph.Leaves.Where(l => l.Final))
            Final(findings, graph, leaf);
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

    private static void Final(Findings findings, StateGraph graph, StateDefinition leaf)
    {
        foreach (var trigger in graph.OfferedIn(leaf.Name).Where(t => t.Trigger.Branches.Any(b => b.To is not null)))
        {
            findings.Error(DiagnosticCodes.FinalStateMoves, trigger.Path,
                $"触发器 `{trigger.Trigger.Name}` 会离开终结状态 `{leaf.Name}`", "删去 `to`，只作记录或告知；或者取消 `final`");
        }
    }
}
