using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Does every clock start and stop, and does every pause end?</summary>
internal static class ClockChecks
{
    public static void Run(Findings findings, StateGraph graph)
    {
        var triggers = PlacedTrigger.Of(findings.Definition).ToImmutableArray();
        var possible = graph.Reachable.SelectMany(graph.OfferedIn).Select(t => t.Trigger.Name)
            .Append(ProcedureDefinition.OpeningName).ToHashSet(StringComparer.Ordinal);
        foreach (var clock in findings.Definition.Clocks)
        {
            var path = ElementPath.Clock(clock.Name);
            if (!Happens(clock.Starts, possible, graph))
                findings.Error(DiagnosticCodes.ClockNeverStarts, path, $"期限 `{clock.Name}` 从不起算", "加上 `starts: { on: [触发器] }`");
            if (!Happens(clock.Stops, possible, graph))
                findings.Error(DiagnosticCodes.ClockNeverStops, path, $"期限 `{clock.Name}` 从不终止", "加上 `stops: { on: [触发器], entering: [状态] }`");
            for (var i = 0; i < clock.PausedWhile.Length; i++)
                Pause(findings, graph, triggers, clock.PausedWhile[i], ElementPath.Pause(path, i));
            if (clock.Extension is { } extension)
                Extension(findings, triggers, extension, ElementPath.Extension(path));
        }
    }

    private static bool Happens(ClockEvents events, HashSet<string> possible, StateGraph graph) =>
        events.On.Any(possible.Contains) || events.Entering.Any(s => graph.Reachable.Any(leaf => StateName.Within(leaf, s)));

    private static void Pause(Findings findings, StateGraph graph, ImmutableArray<PlacedTrigger> triggers, ClockPause pause, string path)
    {
        var branches = triggers.SelectMany(t => t.Trigger.Branches);
        if (pause.Flag is { } flag && !branches.Any(b => b.Lowers.Contains(flag)))
            findings.Error(DiagnosticCodes.PauseFlagNeverLowered, path, $"没有触发器降下标志 `{flag}`，中止不会结束", $"加上带 `lowers: {flag}` 的触发器");
        if (pause.Child is { } child && !branches.Any(b => b.Opens.Any(o => o.Procedure == child)))
            findings.Error(DiagnosticCodes.PauseChildNeverOpened, path, $"没有触发器启动子程序 `{child}`", $"加上带 `opens: {{ procedure: {child} }}` 的触发器，或删去这项中止");
        if (pause.State is { } state && !IsLeft(graph, state))
            findings.Error(DiagnosticCodes.PauseStateNeverLeft, path, $"进入状态 `{state}` 后不会离开，中止不会结束", "改用会离开的状态，或以该状态终止期限");
    }

    private static bool IsLeft(StateGraph graph, string state) => graph.Leaves
        .Where(l => StateName.Within(l.Name, state))
        .Any(l => graph.Next(l.Name).Any(to => !StateName.Within(to, state)));

    private static void Extension(Findings findings, ImmutableArray<PlacedTrigger> triggers, ClockExtension extension, string path)
    {
        var without = triggers.FirstOrDefault(t => t.Trigger.Name == extension.On && t.Trigger.Input.All(i => i.Field != extension.Days));
        if (without is not null)
        {
            findings.Error(DiagnosticCodes.ExtensionInputMissing, path,
                $"触发器 `{extension.On}` 没有输入 `{extension.Days}`，不知延长多少", $"在该触发器的 `input` 中加上 `{extension.Days}: required`");
        }
    }
}
