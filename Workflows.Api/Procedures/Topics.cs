using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Api.Procedures;

/// <summary>The topics of a procedure: its elements under names that those of other jurisdictions share.</summary>
/// <remarks>
/// A trigger is one topic in whichever states it is offered. What time brings about goes by its clock, because there the
/// jurisdictions differ most: silence is consent in one, refusal in another, and left to the agency in a third.
/// </remarks>
internal static class Topics
{
    private static readonly ImmutableArray<ElementKind> Order =
    [
        ElementKind.Procedure, ElementKind.Clock, ElementKind.Pause, ElementKind.Extension, ElementKind.Schedule, ElementKind.Trigger,
        ElementKind.State, ElementKind.Flag, ElementKind.Field, ElementKind.Document,
    ];

    /// <summary>Compares kinds by the place of their rows in the table.</summary>
    public static int InOrder(ElementKind one, ElementKind other) => Order.IndexOf(one).CompareTo(Order.IndexOf(other));

    /// <summary>All topics, each once.</summary>
    public static IEnumerable<(ElementKind Kind, string Name, TopicCellView Cell)> Of(ProcedureDefinition procedure) =>
    [
        .. DefinitionElement.Of(procedure).Where(element => element.Kind != ElementKind.Trigger && Order.Contains(element.Kind) && !element.Path.StartsWith("basis[", StringComparison.Ordinal))
            .Select(element => (element.Kind, Name(element), Cell(element)))
            .DistinctBy(topic => (topic.Kind, topic.Item2)),
        .. Triggers(procedure).GroupBy(placed => Name(placed.Trigger), StringComparer.Ordinal)
            .Select(places => (ElementKind.Trigger, places.Key, Cell([.. places]))),
    ];

    /// <summary>Every trigger with the state that offers it; null for the opening and for those offered anywhere or everywhere.</summary>
    public static IEnumerable<(string? State, TriggerDefinition Trigger)> Triggers(ProcedureDefinition procedure) =>
    [
        (null, procedure.Opening),
        .. procedure.States.SelectMany(state => state.On, (state, trigger) => ((string?)state.Name, trigger)),
        .. procedure.Anywhere.Concat(procedure.Everywhere).Select(trigger => ((string?)null, trigger)),
    ];

    /// <summary>The name of a procedure by which other jurisdictions have it too: <c>third-party-consultation</c>.</summary>
    public static string WithoutJurisdiction(string procedure) => procedure[(procedure.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string Name(DefinitionElement element)
    {
        if (element.Kind != ElementKind.Pause)
            return element.Path;
        var clock = element.Path[..element.Path.LastIndexOf('[')];
        return $"{clock}[{string.Join(' ', Shared(element).Values)}]";
    }

    private static string Name(TriggerDefinition trigger) =>
        trigger.Cause is TriggerCause.Time time ? $"clocks[{time.Clock}] ends" : trigger.Name;

    private static TopicCellView Cell(DefinitionElement element) =>
        new(element.Title, element.Basis is { } basis ? [basis] : [], Shared(element));

    private static TopicCellView Cell(ImmutableArray<(string? State, TriggerDefinition Trigger)> places)
    {
        var first = places[0].Trigger;
        var triggers = places.Select(place => place.Trigger).ToImmutableArray();
        var branches = triggers.SelectMany(trigger => trigger.Branches).ToImmutableArray();
        var says = new (string Key, IEnumerable<string?> Values)[]
        {
            ("by", triggers.Select(trigger => trigger.Cause).OfType<TriggerCause.Person>().SelectMany(person => person.Roles)),
            ("time", triggers.Select(trigger => (trigger.Cause as TriggerCause.Time)?.Clock)),
            ("child", triggers.Select(trigger => trigger.Cause is TriggerCause.Child child ? WithoutJurisdiction(child.Procedure) : null)),
            ("in", places.Select(place => place.State)),
            ("to", branches.Select(branch => branch.To)),
            ("input", triggers.SelectMany(trigger => trigger.Input).Select(input => input.Required ? $"{input.Field} (required)" : input.Field)),
            ("requires", triggers.SelectMany(trigger => trigger.Requires).Select(requirement => requirement.Says)),
            ("issues", branches.SelectMany(branch => branch.Issues).Select(issue => issue.Document)),
            ("opens", branches.SelectMany(branch => branch.Opens).Select(opens => WithoutJurisdiction(opens.Procedure))),
        };
        return new TopicCellView(
            first.Title,
            [.. triggers.Select(trigger => trigger.Basis).DistinctBy(basis => (basis.Act, basis.Article, basis.Design))],
            says.Select(entry => (entry.Key, Text: string.Join("; ", entry.Values.OfType<string>().Distinct(StringComparer.Ordinal))))
                .Where(entry => entry.Text.Length > 0)
                .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Text, StringComparer.Ordinal));
    }

    /// <summary>What an element says, without the names that differ only because each jurisdiction has its own files.</summary>
    private static ImmutableSortedDictionary<string, string> Shared(DefinitionElement element)
    {
        var says = element.Facets.RemoveRange(["template", "number", "reference", "returns"]);
        return says.TryGetValue("child", out var child) ? says.SetItem("child", WithoutJurisdiction(child)) : says;
    }
}
