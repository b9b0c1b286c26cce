using System.Collections.Immutable;
using System.Globalization;

namespace Workflows.Definitions;

/// <summary>Lists the elements of a procedure with what each says.</summary>
internal static class ElementWalk
{
    public static IEnumerable<DefinitionElement> Of(ProcedureDefinition definition) =>
    [
        new("", ElementKind.Procedure, definition.Title, null, Facets(
            ("act", definition.Act), ("calendar", definition.Calendar.Value), ("reference", definition.Reference), ("returns", List(definition.Returns)))),
        .. definition.Basis.Select((basis, i) => new DefinitionElement(ElementPath.Basis(i), ElementKind.Procedure, null, basis, Facets())),
        .. AnnualReport(definition),
        .. definition.Roles.Select(r => new DefinitionElement(ElementPath.Role(r.Name), ElementKind.Role, r.Title, null, Facets(("of", r.Of.ToString())))),
        .. definition.Flags.Select(f => new DefinitionElement(ElementPath.Flag(f.Name), ElementKind.Flag, f.Title, f.Basis, Facets())),
        .. definition.Fields.SelectMany(f => Field(f, ElementPath.Field(f.Name))),
        .. definition.Documents.Select(d => new DefinitionElement(ElementPath.Document(d.Name), ElementKind.Document, d.Title, d.Basis,
            Facets(("template", d.Template), ("number", d.Number), ("numberOf", d.NumberOf)))),
        .. definition.Clocks.SelectMany(Clock),
        .. definition.Schedules.Select(s => new DefinitionElement(ElementPath.Schedule(s.Name), ElementKind.Schedule, s.Title, s.Basis, Facets(
            ("on", s.On), ("division", s.For.Division), ("kinds", List(s.For.Kinds)), ("with", List(s.With.Select(ConditionText.Of)))))),
        .. Trigger(PlacedTrigger.Opening(definition)),
        .. definition.States.SelectMany(State),
        .. PlacedTrigger.Of(definition).Where(t => t.State is null).Skip(1).SelectMany(Trigger),
    ];

    private static IEnumerable<DefinitionElement> Field(FieldDefinition field, string path) =>
    [
        new(path, ElementKind.Field, field.Title, field.Basis, Facets(
            ("type", ComparisonReader.TypeName(field.Type)),
            ("values", List(field.Values.Select(v => $"{v.Value}: {v.Title.Zh}"))),
            ("personal", Word(field.Personal)),
            ("required", Word(field.Required)),
            ("maxLength", field.Type == FieldType.Text ? field.MaxLength.ToString(CultureInfo.InvariantCulture) : null))),
        .. field.Columns.SelectMany(c => Field(c, ElementPath.Column(path, c.Name))),
    ];

    private static IEnumerable<DefinitionElement> AnnualReport(ProcedureDefinition definition)
    {
        if (definition.AnnualReport is { } report)
        {
            yield return new(ElementPath.AnnualReport, ElementKind.Procedure, null, report.Basis,
                Facets(("applicant", List(report.Applicant.Select(column => column.Name + Under(column.When)))), ("made", report.Made)));
        }
    }

    private static IEnumerable<DefinitionElement> Clock(ClockDefinition clock)
    {
        var path = ElementPath.Clock(clock.Name);
        yield return new(path, ElementKind.Clock, clock.Title, clock.Basis, Facets(
            ("period", clock.Period?.ToString() ?? clock.PeriodBy?.ToString()), ("until", clock.Until), ("from", clock.From), ("starts", Events(clock.Starts)), ("stops", Events(clock.Stops)),
            ("warn", List(clock.Warn.Select(w => w.ToString(CultureInfo.InvariantCulture))))));
        for (var i = 0; i < clock.PausedWhile.Length; i++)
        {
            var pause = clock.PausedWhile[i];
            yield return new(ElementPath.Pause(path, i), ElementKind.Pause, null, pause.Basis,
                Facets(("child", pause.Child), ("flag", pause.Flag), ("state", pause.State)));
        }

        if (clock.Extension is { } extension)
        {
            yield return new(ElementPath.Extension(path), ElementKind.Extension, null, extension.Basis, Facets(
                ("on", extension.On), ("days", extension.Days), ("atMost", extension.AtMost.ToString()),
                ("times", extension.Times.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private static IEnumerable<DefinitionElement> State(StateDefinition state) =>
    [
        new(ElementPath.State(state.Name), ElementKind.State, state.Title, state.Basis, Facets(
            ("initial", state.Initial), ("final", Word(state.Final)), ("outcome", state.Outcome), ("notice", state.Notice),
            ("report", List(state.Report.Select(r => r.Name + Under(r.When)))))),
        .. state.On.SelectMany(t => Trigger(new(ElementPath.Trigger(state.Name, t.Name), state.Name, t))),
    ];

    private static IEnumerable<DefinitionElement> Trigger(PlacedTrigger placed)
    {
        var (path, trigger) = (placed.Path, placed.Trigger);
        return
        [
            new(path, ElementKind.Trigger, trigger.Title, trigger.Basis, Facets(trigger.Cause switch
            {
                TriggerCause.Person person => ("by", List(person.Roles)),
                TriggerCause.Time time => ("time", time.Clock),
                TriggerCause.Child child => ("child", child.Procedure),
                _ => throw new InvalidOperationException($"No text for {trigger.Cause.GetType().Name}."),
            })),
            .. trigger.Input.Select(i => new DefinitionElement(ElementPath.Input(path, i.Field), ElementKind.Input, null, i.Basis,
                Facets(("required", Word(i.Required)), ("requiredWhen", When(i.RequiredWhen))))),
            .. trigger.Requires.Select((r, i) => new DefinitionElement(ElementPath.Requirement(path, i), ElementKind.Requirement, null, r.Basis,
                Facets(("when", When(r.When)), ("that", ConditionText.Of(r.That)), ("says", r.Says)))),
            .. placed.Branches.SelectMany(b => Branch(b.Path, b.Branch)),
        ];
    }

    private static IEnumerable<DefinitionElement> Branch(string path, BranchDefinition branch) =>
    [
        new(path, ElementKind.Branch, null, branch.Basis, Facets(
            ("when", When(branch.When)), ("to", branch.To), ("sets", List(branch.Sets.Select(ConditionText.Of))),
            ("raises", List(branch.Raises)), ("lowers", List(branch.Lowers)),
            ("issues", List(branch.Issues.Select(i => i.Document + Under(i.When)))),
            ("opens", List(branch.Opens.Select(Opens))),
            ("tellsParent", Word(branch.TellsParent)))),
        .. branch.Records.Select((fact, i) => new DefinitionElement(ElementPath.Fact(path, i), ElementKind.Fact, null, fact.Basis,
            Facets(("kind", fact.Kind), ("agency", About(fact.Agency)), ("when", When(fact.When)), ("values", List(fact.Values.Select(ConditionText.Of)))))),
        .. branch.Collects.Select((collect, i) => new DefinitionElement(ElementPath.Collect(path, i), ElementKind.Collect, null, collect.Basis,
            Facets(("facts", collect.Facts), ("into", collect.Into), ("of", CollectReader.Words.First(w => w.Value == collect.Of).Key)))),
    ];

    private static string Opens(OpensDefinition opens) =>
        $"{opens.Procedure}{(opens.Linked ? " linked" : "")}{(opens.ForEach is null ? "" : $" forEach {opens.ForEach}")}"
        + string.Concat(opens.Where.Select(w => $" where {w.Column}: {List(w.Values.Select(FieldValueText.Of))}")) + $" agency {ConditionText.Of(opens.Agency)}"
        + $" with {{ {List(opens.With.Select(ConditionText.Of))} }}{Under(opens.When)}";

    private static string? About(AgencyTarget agency) => agency is AgencyTarget.Self ? null : ConditionText.Of(agency);

    private static string? Events(ClockEvents events) => List([.. events.On, .. events.Entering.Select(s => $"entering {s}")]);

    private static string? When(Condition? condition) => condition is null ? null : ConditionText.Of(condition);

    private static string Under(Condition? condition) => condition is null ? "" : $" when {ConditionText.Of(condition)}";

    private static string? Word(bool truth) => truth ? "true" : null;

    private static string? List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : null;

    private static ImmutableSortedDictionary<string, string> Facets(params ReadOnlySpan<(string Key, string? Value)> facets)
    {
        var present = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in facets)
        {
            if (value is not null)
                present.Add(key, value);
        }

        return present.ToImmutable();
    }
}
