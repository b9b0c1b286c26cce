namespace Workflows.Definitions;

/// <summary>Does every field and flag that something depends on ever get a value?</summary>
internal static class FieldChecks
{
    public static void Run(Findings findings)
    {
        var definition = findings.Definition;
        var triggers = PlacedTrigger.Of(definition).ToArray();
        var branches = triggers.SelectMany(t => t.Trigger.Branches).ToArray();
        var given = triggers.SelectMany(t => t.Trigger.Input.Select(i => i.Field))
            .Concat(branches.SelectMany(b => b.Sets.Where(s => s.Value is not ValueSource.Nothing).Select(s => s.Field)))
            .Concat(branches.SelectMany(b => b.Collects).Select(c => c.Into))
            .ToHashSet(StringComparer.Ordinal);
        var read = Read(definition, triggers, branches).ToHashSet(StringComparer.Ordinal);
        foreach (var name in definition.Fields.Select(f => f.Name).Where(f => !given.Contains(f)))
        {
            if (read.Contains(name))
            {
                findings.Error(DiagnosticCodes.FieldNeverGiven, ElementPath.Field(name), $"字段 `{name}` 有用处，却从未输入或赋值",
                    "把它加入某个触发器的 `input` 或 `sets`");
            }
            else
            {
                UseChecks.Unused(findings, ElementPath.Field(name), $"字段 `{name}` 从未输入或赋值");
            }
        }

        Flags(findings, triggers, branches);
    }

    private static void Flags(Findings findings, PlacedTrigger[] triggers, BranchDefinition[] branches)
    {
        var asked = triggers.SelectMany(t => t.Conditions).Concat(Reported(findings.Definition)).SelectMany(c => c.Atoms()).OfType<Condition.Flag>().Select(f => f.Name)
            .Concat(findings.Definition.Clocks.SelectMany(c => c.PausedWhile).Select(p => p.Flag).OfType<string>())
            .Concat(branches.SelectMany(b => b.Lowers)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in findings.Definition.Flags.Select(f => f.Name).Where(f => !branches.Any(b => b.Raises.Contains(f))))
        {
            if (asked.Contains(name))
                findings.Error(DiagnosticCodes.FlagNeverRaised, ElementPath.Flag(name), $"标志 `{name}` 有用处，却从不升起", $"加上带 `raises: {name}` 的触发器");
            else
                UseChecks.Unused(findings, ElementPath.Flag(name), $"标志 `{name}` 从未使用");
        }
    }

    private static IEnumerable<string> Read(ProcedureDefinition definition, PlacedTrigger[] triggers, BranchDefinition[] branches) =>
    [
        .. definition.Returns,
        .. definition.AnnualReport?.Made is { } made ? [made] : Array.Empty<string>(),
        .. definition.Clocks.SelectMany(c => new[] { c.Until, c.From, c.PeriodBy?.Field }).OfType<string>(),
        .. triggers.SelectMany(t => t.Conditions).Concat(Reported(definition)).SelectMany(c => c.Atoms()).SelectMany(a => a.Fields()),
        .. branches.SelectMany(PlacedTrigger.Assignments).Select(a => a.Value).OfType<ValueSource.Field>().Select(f => f.Name),
        .. branches.SelectMany(b => b.Opens).Select(o => o.ForEach).OfType<string>(),
        .. branches.SelectMany(b => b.Opens).Select(o => o.Agency).Concat(branches.SelectMany(b => b.Records).Select(r => r.Agency))
            .OfType<AgencyTarget.Field>().Select(f => f.Name),
    ];

    private static IEnumerable<Condition> Reported(ProcedureDefinition definition) =>
        definition.States.SelectMany(state => state.Report).Concat(definition.AnnualReport?.Applicant ?? []).Select(place => place.When).OfType<Condition>();
}
