using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Is every case counted in exactly one row and one column of the annual report?</summary>
internal static class ReportChecks
{
    public static void Run(Findings findings)
    {
        var definition = findings.Definition;
        var applications = definition.AnnualReport is { Made: null };
        foreach (var state in definition.States.Where(state => state.Final && state.Report.IsEmpty == applications))
            Missing(findings, state);
        if (!applications)
            return;
        ExactlyOne(findings, definition.AnnualReport!.Applicant, "年报栏", ElementPath.ReportColumn);
        foreach (var state in definition.States.Where(state => !state.Report.IsEmpty))
            ExactlyOne(findings, state.Report, $"状态 `{state.Name}` 的年报项", index => ElementPath.ReportRow(state.Name, index));
    }

    private static void Missing(Findings findings, StateDefinition state)
    {
        var (message, mend) = state.Report.IsEmpty
            ? ($"终结状态 `{state.Name}` 没有年报项", "加上 `report: 年报项`，或者按条件分列")
            : ($"终结状态 `{state.Name}` 有年报项，而本程序的案件不作为申请计入年报", "在程序上加上 `annualReport` 和 `applicant`，或删去 `report`");
        findings.Error(DiagnosticCodes.ReportMissing, ElementPath.State(state.Name), message, mend);
    }

    private static void ExactlyOne(Findings findings, ImmutableArray<ReportPlace> places, string noun, Func<int, string> pathOf)
    {
        var questions = new ReportLogic(findings.Definition, places);
        for (var second = 1; second < places.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (questions.Both(first, second) is { } witness)
                {
                    findings.Error(DiagnosticCodes.ReportOverlaps, pathOf(second),
                        $"{noun} `{places[first].Name}` 和 `{places[second].Name}` 可能同时成立：{witness}", "收紧其中一个 `when`：每件申请只计一处");
                }
            }
        }

        if (questions.None() is { } gap)
            findings.Error(DiagnosticCodes.ReportLeavesGap, pathOf(0), $"{noun}可能都不成立：{gap}", "补上这种情形：每件申请都须计入一处");
    }
}
