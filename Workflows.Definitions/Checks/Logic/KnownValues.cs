using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>What holds at an opening whose values are all known: there is no state, flag, child or running clock yet.</summary>
internal sealed class KnownValues(ImmutableDictionary<string, FieldValue> values)
{
    public bool Has(string field) => values.ContainsKey(field);

    public bool Hold(Condition condition) => condition switch
    {
        Condition.All all => all.Of.All(Hold),
        Condition.Any any => any.Of.Any(Hold),
        Condition.Not not => !Hold(not.Of),
        Condition.Present present => Has(present.Field),
        Condition.Absent absent => !Has(absent.Field),
        Condition.In isIn => values.GetValueOrDefault(isIn.Field) is { } value && isIn.Values.Contains(value),
        Condition.Includes includes => values.GetValueOrDefault(includes.Field) is FieldValue.Choices chosen && chosen.Values.Contains(includes.Value),
        Condition.Range range => values.GetValueOrDefault(range.Field) is { } bounded
            && (range.AtLeast is null || Compare(bounded, range.AtLeast) >= 0) && (range.AtMost is null || Compare(bounded, range.AtMost) <= 0),
        Condition.DateOrder order => values.GetValueOrDefault(order.Field) is { } one && values.GetValueOrDefault(order.Other) is { } other
            && Compare(one, other) is var sign && (order.OrEqual ? sign <= 0 : sign < 0),
        Condition.Children children => children.Quantifier != Quantifier.Any,
        Condition.Clock clock => clock.Is == ClockPhase.NeverStarted,
        _ => false,
    };

    private static int Compare(FieldValue one, FieldValue other) => (one, other) switch
    {
        (FieldValue.Number a, FieldValue.Number b) => a.Value.CompareTo(b.Value),
        (FieldValue.Date a, FieldValue.Date b) => a.Value.CompareTo(b.Value),
        (FieldValue.Moment a, FieldValue.Moment b) => a.Value.CompareTo(b.Value),
        _ => throw new InvalidOperationException("Values of different kinds are not comparable; the reader refuses such a definition."),
    };
}
