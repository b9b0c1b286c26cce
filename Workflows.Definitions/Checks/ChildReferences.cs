using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>What one procedure says about its child procedures, compared with what those are.</summary>
internal sealed class ChildReferences(Findings findings, ImmutableDictionary<string, ProcedureDefinition> procedures)
{
    // How a child stands that has not ended, or that was cancelled; every procedure has these.
    private static readonly ImmutableArray<string> AlwaysOutcomes = ["open", "cancelled"];

    public void Run()
    {
        foreach (var clock in findings.Definition.Clocks)
        {
            for (var i = 0; i < clock.PausedWhile.Length; i++)
            {
                if (clock.PausedWhile[i].Child is { } child)
                    Find(child, ElementPath.Pause(ElementPath.Clock(clock.Name), i));
            }
        }

        foreach (var trigger in PlacedTrigger.Of(findings.Definition))
            Trigger(trigger);
    }

    private void Trigger(PlacedTrigger trigger)
    {
        var firing = trigger.Trigger.Cause is TriggerCause.Child cause ? Find(cause.Procedure, trigger.Path) : null;
        foreach (var atom in trigger.Conditions.SelectMany(c => c.Atoms()))
        {
            if (atom is Condition.ChildOutcome outcome && firing is not null)
                Outcomes(outcome.Outcomes, [firing], trigger.Path);
            else if (atom is Condition.Children { Procedure: { } name } children && Find(name, trigger.Path) is { } child)
                Outcomes(children.Outcomes, [child], trigger.Path);
            else if (atom is Condition.Children { Procedure: null } any)
                Outcomes(any.Outcomes, Opened(), trigger.Path);
        }

        foreach (var (path, branch) in trigger.Branches)
        {
            if (firing is not null)
                Taken(branch, firing, path);
            for (var i = 0; i < branch.Opens.Length; i++)
                Opens(branch.Opens[i], firing, ElementPath.Opens(path, i));
        }
    }

    private ProcedureDefinition? Find(string name, string path)
    {
        if (procedures.TryGetValue(name, out var procedure))
            return procedure;
        findings.Error(DiagnosticCodes.UnknownProcedure, path, $"没有程序 `{name}`", NearestName.Mend(name, [.. procedures.Keys]));
        return null;
    }

    private ImmutableArray<ProcedureDefinition> Opened() =>
    [
        .. PlacedTrigger.Of(findings.Definition).SelectMany(t => t.Trigger.Branches).SelectMany(b => b.Opens)
            .Select(o => procedures.GetValueOrDefault(o.Procedure)).OfType<ProcedureDefinition>().DistinctBy(d => d.Procedure),
    ];

    private void Outcomes(ImmutableArray<string> named, ImmutableArray<ProcedureDefinition> children, string path)
    {
        var known = children.SelectMany(c => c.States).Select(s => s.Outcome).OfType<string>().Concat(AlwaysOutcomes).ToImmutableSortedSet();
        foreach (var outcome in named.Where(o => !known.Contains(o)))
        {
            findings.Error(DiagnosticCodes.UnknownOutcome, path,
                $"{string.Join("、", children.Select(c => $"`{c.Procedure}`"))} 没有结果 `{outcome}`", NearestName.Mend(outcome, known));
        }
    }

    private void Taken(BranchDefinition branch, ProcedureDefinition child, string path)
    {
        foreach (var assignment in PlacedTrigger.Assignments(branch))
        {
            if (assignment.Value is not ValueSource.Child(var name))
                continue;
            if (!child.Returns.Contains(name))
            {
                findings.Error(DiagnosticCodes.NotReturned, path, $"`{child.Procedure}` 不返回字段 `{name}`",
                    child.Returns.IsEmpty ? "在子程序中加上 `returns`" : $"它返回：{string.Join("、", child.Returns)}");
            }
        }

        foreach (var (field, value) in branch.Sets)
        {
            if (value is ValueSource.Child(var name) && child.Returns.Contains(name)
                && FieldFit.Misfit(Field(child, name)!, Field(findings.Definition, field)!) is { } misfit)
                findings.Error(DiagnosticCodes.ChildTypesDiffer, path, misfit, "改用同类型的字段");
        }
    }

    private void Opens(OpensDefinition opens, ProcedureDefinition? firing, string path)
    {
        if (Find(opens.Procedure, path) is not { } child)
            return;
        var inputs = child.Opening.Input;
        foreach (var (name, value) in opens.With)
        {
            if (inputs.All(i => i.Field != name) || Field(child, name) is not { } target)
            {
                findings.Error(DiagnosticCodes.UnknownChildField, path, $"`{child.Procedure}` 的立案不接收字段 `{name}`",
                    NearestName.Mend(name, [.. inputs.Select(i => i.Field)]));
            }
            else if (Misfit(value, target, opens, firing) is { } misfit)
            {
                findings.Error(DiagnosticCodes.ChildTypesDiffer, path, misfit, "改用同类型的值；数字样的文字请加引号");
            }
        }

        foreach (var input in inputs.Where(i => i.Required && opens.With.All(w => w.Field != i.Field)))
        {
            findings.Error(DiagnosticCodes.ChildInputMissing, path, $"`{child.Procedure}` 立案必需字段 `{input.Field}`",
                $"在 `with` 中加上 `{input.Field}: …`");
        }
    }

    private string? Misfit(ValueSource value, FieldDefinition target, OpensDefinition opens, ProcedureDefinition? firing)
    {
        var source = value switch
        {
            ValueSource.Field(var name) => Field(findings.Definition, name),
            ValueSource.Row(var column) => opens.ForEach is { } list ? Field(findings.Definition, list)?.Columns.FirstOrDefault(c => c.Name == column) : null,
            ValueSource.Child(var name) => firing is null ? null : Field(firing, name),
            _ => null,
        };
        return value switch
        {
            ValueSource.Literal(var literal) => LiteralFit.Fits(literal, target) ? null : $"`{FieldValueText.Of(literal)}` 不是字段 `{target.Name}` 的值",
            ValueSource.Today => target.Type == FieldType.Date ? null : $"`{target.Name}` 不是日期",
            ValueSource.OwnAgency => target.Type == FieldType.Text ? null : $"`{target.Name}` 不是文字",
            _ => source is null ? null : FieldFit.Misfit(source, target),
        };
    }

    private static FieldDefinition? Field(ProcedureDefinition definition, string name) => definition.Fields.FirstOrDefault(f => f.Name == name);
}
