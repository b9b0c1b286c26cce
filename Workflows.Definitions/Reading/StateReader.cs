using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads states, depth first.</summary>
internal static class StateReader
{
    public static ImmutableArray<StateDefinition> States(Element procedure)
    {
        var states = ImmutableArray.CreateBuilder<StateDefinition>();
        Gather(procedure, parent: null, states);
        return states.ToImmutable();
    }

    private static void Gather(Element owner, string? parent, ImmutableArray<StateDefinition>.Builder states)
    {
        foreach (var (key, value) in owner.Entries("states", "状态", NameForms.Id))
        {
            var name = parent is null ? key.Value : $"{parent}/{key.Value}";
            var element = owner.Reading.Open(value, KeyTable.State, ElementPath.State(name), key.Location);
            states.Add(State(element, name, parent));
            Gather(element, name, states);
        }
    }

    private static StateDefinition State(Element element, string name, string? parent)
    {
        var final = element.Truth("final");
        foreach (var key in (ReadOnlySpan<string>)["outcome", "notice", "report"])
        {
            if (element.Has(key) && !element.Has("final"))
                element.Error(DiagnosticCodes.ExclusiveKeys, element.Find(key), $"`{key}` 只用于终结状态", "加上 `final: true`，或删去");
        }

        if (final && element.Has("states"))
            element.Error(DiagnosticCodes.ExclusiveKeys, element.Find("final"), "有子状态的状态不能是终结状态", "把 `final: true` 移到子状态");
        if (element.Has("initial") && !element.Has("states"))
            element.Error(DiagnosticCodes.ExclusiveKeys, element.Find("initial"), "`initial` 只用于有子状态的状态", "删去 `initial`，或加上 `states`");
        return new()
        {
            Name = name,
            Title = element.Title(),
            Parent = parent,
            Initial = Initial(element, name),
            Final = final,
            Outcome = element.Find("outcome") is { } outcome ? element.Reading.Named(outcome, "结果", NameForms.Id) : null,
            Notice = Notice(element),
            Report = ReportReader.State(element, name),
            On = TriggerReader.Triggers(element, "on", trigger => ElementPath.Trigger(name, trigger)),
            Basis = element.Basis(),
        };
    }

    // Written without the name of the superstate, kept with it.
    private static string? Initial(Element element, string name)
    {
        if (element.Find("initial") is not { } node || element.Find("states") is not SourceNode.Mapping states)
            return null;
        var initial = element.Reading.Text(node, "`initial`");
        if (initial.Length > 0 && states.Find(initial) is null)
        {
            element.Error(DiagnosticCodes.UnknownState, node, $"`{name}` 没有子状态 `{Reading.Shown(initial)}`",
                NearestName.Mend(initial, [.. states.Entries.Select(e => e.Key.Value)]));
        }

        return $"{name}/{initial}";
    }

    private static string? Notice(Element element) =>
        element.Find("notice") is not { } node ? null
        : node is SourceNode.Scalar { Value: StateDefinition.NoNotice } ? StateDefinition.NoNotice
        : element.Reading.Reference(node, NameKind.Document);
}
