using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Will the opening take what each schedule gives it? Nobody stands by who could be told of a refusal.</summary>
internal static class ScheduleChecks
{
    public static void Run(Findings findings)
    {
        foreach (var schedule in findings.Definition.Schedules)
            Check(findings, schedule, ElementPath.Schedule(schedule.Name));
    }

    private static void Check(Findings findings, ScheduleDefinition schedule, string path)
    {
        var opening = findings.Definition.Opening;
        var known = new KnownValues(schedule.With.ToImmutableDictionary(w => w.Field, w => ((ValueSource.Literal)w.Value).Value, StringComparer.Ordinal));
        foreach (var (field, _) in schedule.With.Where(w => opening.Input.All(i => i.Field != w.Field)))
        {
            findings.Error(DiagnosticCodes.ScheduleInputUnknown, path, $"立案不接收字段 `{field}`",
                NearestName.Mend(field, [.. opening.Input.Select(i => i.Field)]));
        }

        var missing = opening.Input.Where(i => !known.Has(i.Field) && (i.Required || (i.RequiredWhen is { } when && known.Hold(when)))).ToArray();
        foreach (var input in missing)
            findings.Error(DiagnosticCodes.ScheduleInputMissing, path, $"立案必需字段 `{input.Field}`", $"在 `with` 中加上 `{input.Field}: …`");
        if (missing.Length > 0)
            return;
        foreach (var requirement in opening.Requires.Where(r => (r.When is null || known.Hold(r.When)) && !known.Hold(r.That)))
            Refused(findings, path, $"立案的要求不满足：{requirement.Says}");
        if (opening.Branches.Count(b => b.When is null || known.Hold(b.When)) != 1)
            Refused(findings, path, "立案没有恰好一个分支成立");
    }

    private static void Refused(Findings findings, string path, string why) =>
        findings.Error(DiagnosticCodes.ScheduleRefused, path, why, "在 `with` 中给出能够立案的值，或者改立案的条件");
}
