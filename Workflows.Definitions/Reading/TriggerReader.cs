using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads triggers and the opening.</summary>
internal static class TriggerReader
{
    private static readonly LocalizedText OpeningTitle = new("立案", "Open");

    public static TriggerDefinition Opening(Element procedure)
    {
        // One that is missing has been complained of; an element without a mapping complains no more.
        var element = procedure.EntryOf("opening") is { } entry
            ? procedure.Reading.Open(entry.Value, KeyTable.Opening, ElementPath.Opening, entry.Key.Location)
            : new Element(procedure.Reading, null, KeyTable.Opening, ElementPath.Opening, procedure.At);
        var trigger = Read(element, ProcedureDefinition.OpeningName, new TriggerCause.Person(Roles(element)));
        return element.Has("title") ? trigger : trigger with { Title = OpeningTitle };
    }

    public static ImmutableArray<TriggerDefinition> Triggers(Element owner, string key, Func<string, string> path) =>
        [.. owner.Entries(key, "触发器", NameForms.Id).Select(entry =>
        {
            var (name, value) = (entry.Key.Value, entry.Value);
            if (name == ProcedureDefinition.OpeningName)
                owner.Error(DiagnosticCodes.MalformedName, entry.Key, "`open` 是立案的名称，不能作触发器名", "改名");
            var element = owner.Reading.Open(value, KeyTable.Trigger, path(name), entry.Key.Location);
            return Read(element, name, Cause(element));
        })];

    private static TriggerDefinition Read(Element element, string name, TriggerCause cause)
    {
        var effects = new EffectReader(element.Reading, cause is TriggerCause.Child);
        return new()
        {
            Name = name,
            Title = element.Title(),
            Cause = cause,
            Input = InputReader.Inputs(element, effects),
            Requires = [.. element.Many("requires").Select((node, index) => Requirement(element, effects, node, index))],
            Branches = Branches(element, effects),
            Basis = element.Basis(),
        };
    }

    private static TriggerCause Cause(Element element)
    {
        element.ExactlyOne("by", "time", "child");
        if (element.OptionalReference("time", NameKind.Clock) is { } clock)
            return new TriggerCause.Time(clock);
        if (element.Find("child") is { } child)
            return new TriggerCause.Child(element.Reading.Named(child, "程序", NameForms.Procedure));
        return new TriggerCause.Person(Roles(element));
    }

    private static ImmutableArray<string> Roles(Element element)
    {
        var roles = element.References("by", NameKind.Role);
        if (roles.IsEmpty && element.Has("by"))
            element.Error(DiagnosticCodes.WrongKind, element.Find("by"), "`by` 没有角色", "写上至少一个角色");
        return roles;
    }

    private static Requirement Requirement(Element trigger, EffectReader effects, SourceNode node, int index)
    {
        var element = trigger.Reading.Open(node, KeyTable.Requirement, ElementPath.Requirement(trigger.Path, index));
        return new(effects.When(element, "when"), effects.When(element, "that") ?? new Condition.All([]), element.Text("says"), element.Basis());
    }

    private static ImmutableArray<BranchDefinition> Branches(Element trigger, EffectReader effects)
    {
        if (trigger.Find("branches") is not { } branches)
        {
            trigger.Reading.Place(ElementPath.Branch(trigger.Path, 0), trigger.At);
            return [effects.Branch(trigger, ElementPath.Branch(trigger.Path, 0))];
        }

        if (KeyTable.Effects.FirstOrDefault(trigger.Has) is { } effect)
            trigger.Error(DiagnosticCodes.ExclusiveKeys, trigger.Find(effect), $"`{effect}` 不能与 `branches` 并用", "移到各分支中");
        var nodes = Reading.Many(branches);
        if (nodes.IsEmpty)
            trigger.Error(DiagnosticCodes.WrongKind, branches, "`branches` 是空的", "写上分支，或删去 `branches`");
        return [.. nodes.Select((node, index) =>
        {
            var element = trigger.Reading.Open(node, KeyTable.Branch, ElementPath.Branch(trigger.Path, index));
            return effects.Branch(element, element.Path) with { When = effects.When(element, "when"), Basis = element.OptionalBasis() };
        })];
    }
}
