using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>What a procedure collects, compared with what the procedures record.</summary>
internal sealed class CollectChecks(Findings findings, ImmutableDictionary<string, ProcedureDefinition> procedures)
{
    public void Run()
    {
        foreach (var (path, branch) in PlacedTrigger.Of(findings.Definition).SelectMany(t => t.Branches))
        {
            for (var i = 0; i < branch.Collects.Length; i++)
                Check(branch.Collects[i], ElementPath.Collect(path, i));
        }
    }

    private void Check(CollectDefinition collect, string path)
    {
        var facts = Recorded(collect.Facts);
        if (facts.IsEmpty)
        {
            findings.Error(DiagnosticCodes.FactNeverRecorded, path, $"没有程序记录 `{collect.Facts}`", NearestName.Mend(collect.Facts,
                [.. procedures.Values.SelectMany(PlacedTrigger.Of).SelectMany(t => t.Trigger.Branches).SelectMany(b => b.Records).Select(r => r.Kind).Distinct()]));
            return;
        }

        var list = findings.Definition.Fields.First(f => f.Name == collect.Into);
        var entered = PlacedTrigger.Of(findings.Definition).SelectMany(t => t.Trigger.Input).Any(i => i.Field == list.Name);
        foreach (var column in list.Columns.Where(c => c.Name is not (CollectDefinition.CaseColumn or CollectDefinition.DayColumn)))
        {
            var given = facts.SelectMany(f => f.Fact.Values.Where(v => v.Field == column.Name).Select(v => (f.Procedure, f.Cause, v.Value))).ToArray();
            if (given.Length == 0 && !entered)
            {
                findings.Warning(DiagnosticCodes.ColumnNeverGiven, path, $"没有记录给列 `{column.Name}` 值，本程序也不输入列表 `{list.Name}`",
                    $"在记录 `{collect.Facts}` 的 `values` 中加上 `{column.Name}`，或删去这一列");
            }

            foreach (var (procedure, cause, value) in given)
                Fits(procedure, Source(procedure, cause, value), value, column, list, path);
        }
    }

    private void Fits(ProcedureDefinition procedure, FieldDefinition? source, ValueSource value, FieldDefinition column, FieldDefinition list, string path)
    {
        var misfit = value switch
        {
            ValueSource.Literal(var literal) => LiteralFit.Fits(literal, column) ? null : $"`{FieldValueText.Of(literal)}` 不是列 `{column.Name}` 的值",
            ValueSource.Today => column.Type == FieldType.Date ? null : $"列 `{column.Name}` 不是日期",
            _ => source is null ? null : FieldFit.Misfit(source, column),
        };
        if (misfit is not null)
            findings.Error(DiagnosticCodes.FactDoesNotFit, path, $"`{procedure.Procedure}` 记录的值与列表 `{list.Name}` 不符：{misfit}", "改用同类型的列");
        else if (source is not null && PersonalValues.In(source) && !column.Personal)
        {
            findings.Error(DiagnosticCodes.FactIsPersonal, path, $"`{procedure.Procedure}` 的 `{source.Name}` 是个人信息，列 `{column.Name}` 不是",
                $"给列 `{column.Name}` 加上 `personal: true`，或删去这一列");
        }
    }

    private FieldDefinition? Source(ProcedureDefinition procedure, TriggerCause cause, ValueSource value) => value switch
    {
        ValueSource.Field(var name) => procedure.Fields.FirstOrDefault(f => f.Name == name),
        ValueSource.Child(var name) when cause is TriggerCause.Child child =>
            procedures.GetValueOrDefault(child.Procedure)?.Fields.FirstOrDefault(f => f.Name == name),
        _ => null,
    };

    private ImmutableArray<(ProcedureDefinition Procedure, TriggerCause Cause, FactDefinition Fact)> Recorded(string kind) =>
    [
        .. from procedure in procedures.Values.OrderBy(p => p.Procedure, StringComparer.Ordinal)
           from placed in PlacedTrigger.Of(procedure)
           from branch in placed.Trigger.Branches
           from fact in branch.Records
           where fact.Kind == kind
           select (procedure, placed.Trigger.Cause, fact),
    ];
}
