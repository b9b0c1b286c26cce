using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Conditions and values as a definition writes them.</summary>
public static class ConditionText
{
    /// <summary>A condition in the language, on one line.</summary>
    public static string Of(Condition condition) => condition switch
    {
        Condition.All all => $"{{ all: [{string.Join(", ", all.Of.Select(Of))}] }}",
        Condition.Any any => $"{{ any: [{string.Join(", ", any.Of.Select(Of))}] }}",
        Condition.Not not => $"{{ not: {Of(not.Of)} }}",
        Condition.Present present => $"{{ field: {present.Field}, present: true }}",
        Condition.Absent absent => $"{{ field: {absent.Field}, absent: true }}",
        Condition.In isIn => $"{{ {isIn.Field}: {OneOrMany(isIn.Values.Select(FieldValueText.Of))} }}",
        Condition.Includes includes => $"{{ field: {includes.Field}, includes: {includes.Value} }}",
        Condition.Range range => $"{{ field: {range.Field}{Bound("atLeast", range.AtLeast)}{Bound("atMost", range.AtMost)} }}",
        Condition.DateOrder order => $"{{ field: {order.Field}, {(order.OrEqual ? "notAfter" : "before")}: {order.Other} }}",
        Condition.SumOf sum => $"{{ field: {sum.Field}, equalsSumOf: [{string.Join(", ", sum.Parts)}] }}",
        Condition.Flag flag => $"{{ flag: {flag.Name} }}",
        Condition.Children children => $"{{ children: {children.Procedure ?? "any"}, {Word(children.Quantifier)}: {OneOrMany(children.Outcomes)} }}",
        Condition.Clock clock => $"{{ clock: {clock.Name}, is: {ConditionReader.Phases.First(p => p.Value == clock.Is).Key} }}",
        Condition.InState inState => $"{{ state: {inState.Name} }}",
        Condition.ChildOutcome outcome => $"{{ outcome: {OneOrMany(outcome.Outcomes)} }}",
        _ => throw new InvalidOperationException($"No text for {condition.GetType().Name}."),
    };

    internal static string Of(Assignment assignment) => $"{assignment.Field}: {Of(assignment.Value)}";

    internal static string Of(ValueSource source) => source switch
    {
        ValueSource.Literal literal => FieldValueText.Of(literal.Value),
        ValueSource.Field field => $"{{ field: {field.Name} }}",
        ValueSource.Child child => $"{{ child: {child.Name} }}",
        ValueSource.Row row => $"{{ row: {row.Column} }}",
        ValueSource.Today => "{ today: true }",
        ValueSource.OwnAgency => "{ agency: self }",
        _ => "null",
    };

    internal static string Of(AgencyTarget target) => target switch
    {
        AgencyTarget.Self => "self",
        AgencyTarget.Superior => "superior",
        AgencyTarget.SecrecyDepartment => "secrecy-department",
        AgencyTarget.Parent => "parent",
        AgencyTarget.Body body => $"{{ body: {body.Relation} }}",
        AgencyTarget.Field field => $"{{ field: {field.Name} }}",
        AgencyTarget.Row row => $"{{ row: {row.Column} }}",
        _ => throw new InvalidOperationException($"No text for {target.GetType().Name}."),
    };

    private static string Word(Quantifier quantifier) => quantifier switch
    {
        Quantifier.Any => "any",
        Quantifier.All => "all",
        _ => "none",
    };

    private static string Bound(string name, FieldValue? value) => value is null ? "" : $", {name}: {FieldValueText.Of(value)}";

    private static string OneOrMany(IEnumerable<string> values) =>
        values.ToImmutableArray() is var all && all.Length == 1 ? all[0] : $"[{string.Join(", ", all)}]";
}
