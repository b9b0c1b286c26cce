using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads conditions. Where one cannot be read it is complained of, and <see cref="Unread"/> stands for it.</summary>
/// <param name="reading">What is shared.</param>
/// <param name="path">Element that the condition belongs to.</param>
/// <param name="inChildTrigger">Whether <c>outcome</c> means something here.</param>
internal sealed class ConditionReader(Reading reading, string path, bool inChildTrigger)
{
    public static readonly ImmutableSortedDictionary<string, ClockPhase> Phases = new Dictionary<string, ClockPhase>
    {
        ["never-started"] = ClockPhase.NeverStarted,
        ["running"] = ClockPhase.Running,
        ["paused"] = ClockPhase.Paused,
        ["stopped"] = ClockPhase.Stopped,
        ["overdue"] = ClockPhase.Overdue,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly Condition Unread = new Condition.All([]);

    public Condition Read(SourceNode node)
    {
        if (node is not SourceNode.Mapping { Entries.Length: > 0 } mapping)
        {
            reading.Complaints.Error(DiagnosticCodes.WrongKind, node.Location, "条件应为映射",
                "写成 `{ 字段: 值 }`、`{ all: [ … ] }`、`{ flag: 标志 }` 等", path);
            return Unread;
        }

        if (mapping.Find("children") is not null)
            return Children(Open(mapping, KeyTable.Children));
        if (mapping.Find("field") is not null)
            return new ComparisonReader(reading).Read(Open(mapping, KeyTable.Comparison));
        if (mapping.Find("clock") is not null)
            return Clock(Open(mapping, KeyTable.ClockCondition));
        return All(mapping.Entries.Select(entry =>
            KeyTable.Single.All.Contains(entry.Key.Value) ? Single(entry.Key.Value, entry.Value) : Short(entry.Key, entry.Value)));
    }

    private static Condition All(IEnumerable<Condition> conditions) =>
        conditions.ToImmutableArray() is var all && all.Length == 1 ? all[0] : new Condition.All(all);

    // The path is the element's own: conditions have none, and must not hide where the element stands.
    private Element Open(SourceNode.Mapping mapping, KeyTable keys) => new(reading, mapping, keys, path, mapping.Location);

    private Condition Single(string key, SourceNode value) => key switch
    {
        "all" => new Condition.All(Several(value)),
        "any" => new Condition.Any(Several(value)),
        "not" => new Condition.Not(Read(value)),
        "flag" => new Condition.Flag(reading.Reference(value, NameKind.Flag)),
        "state" => new Condition.InState(reading.Reference(value, NameKind.State)),
        _ => Outcome(value),
    };

    private ImmutableArray<Condition> Several(SourceNode node)
    {
        var conditions = Reading.Many(node);
        if (conditions.IsEmpty)
            reading.Complaints.Error(DiagnosticCodes.WrongKind, node.Location, "条件列表是空的", "写上至少一个条件", path);
        return [.. conditions.Select(Read)];
    }

    private Condition Short(SourceNode.Scalar key, SourceNode value)
    {
        if (reading.Field(key) is not { } field)
            return Unread;
        return ComparisonReader.Fits(reading, "equals", key, field) ? ComparisonReader.In(reading, value, field) : Unread;
    }

    private Condition.ChildOutcome Outcome(SourceNode node)
    {
        if (!inChildTrigger)
            reading.Complaints.Error(DiagnosticCodes.NotAvailableHere, node.Location, "`outcome` 只用于 `child:` 触发器", "改用 `children` 条件", path);
        return new(Outcomes(node));
    }

    private ImmutableArray<string> Outcomes(SourceNode node) =>
        reading.Distinct(Reading.Many(node), "结果", item => reading.Named(item, "结果", NameForms.Id));

    private Condition.Children Children(Element element)
    {
        element.ExactlyOne("any", "all", "none");
        var procedure = element.Text("children");
        if (procedure is not ("any" or ""))
            reading.Named(element.Find("children")!, "程序", NameForms.Procedure);
        var (quantifier, outcomes) =
            element.Find("any") is { } any ? (Quantifier.Any, Outcomes(any))
            : element.Find("all") is { } all ? (Quantifier.All, Outcomes(all))
            : element.Find("none") is { } none ? (Quantifier.None, Outcomes(none))
            : (Quantifier.Any, []);
        return new(procedure == "any" ? null : procedure, quantifier, outcomes);
    }

    private static Condition.Clock Clock(Element element)
    {
        var name = element.OptionalReference("clock", NameKind.Clock) ?? "";
        var phase = element.Text("is");
        if (phase.Length > 0 && !Phases.ContainsKey(phase))
            element.Error(DiagnosticCodes.MalformedValue, element.Find("is"), $"期限没有 `{Reading.Shown(phase)}` 这一情形", NearestName.Mend(phase, [.. Phases.Keys]));
        return new(name, Phases.GetValueOrDefault(phase));
    }
}
