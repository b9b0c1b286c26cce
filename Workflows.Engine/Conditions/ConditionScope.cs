using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>What a condition is evaluated against.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="State">The case; its fields are those in <paramref name="Fields"/> when a command brings new ones.</param>
/// <param name="Fields">Values, the new ones in place.</param>
/// <param name="Day">The legal day.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="Child">The child that fires the trigger, or null.</param>
internal readonly record struct ConditionScope(
    PreparedDefinition Definition,
    CaseState? State,
    ImmutableSortedDictionary<string, FieldValue> Fields,
    LocalDate Day,
    WorkingCalendar Calendar,
    ChildCase? Child)
{
    /// <summary>
    /// The case by which clocks are judged: for what follows from a move, the case as it was before, so that a trigger
    /// that stops a clock can still tell whether it was overdue.
    /// </summary>
    public CaseState? Clocks { get; init; } = State;

    /// <summary>The moment of the legal day by which clocks in hours and minutes are judged; null for its end.</summary>
    public Instant? Moment { get; init; }

    /// <summary>Whether what the requirement asks for holds, where it asks.</summary>
    public bool Meets(Requirement requirement) =>
        (requirement.When is { } when && !Holds(when)) || Holds(requirement.That);

    /// <summary>Whether the condition holds.</summary>
    public bool Holds(Condition condition)
    {
        switch (condition)
        {
            case Condition.All all:
                foreach (var part in all.Of)
                {
                    if (!Holds(part))
                        return false;
                }

                return true;
            case Condition.Any any:
                foreach (var part in any.Of)
                {
                    if (Holds(part))
                        return true;
                }

                return false;
            case Condition.Not not:
                return !Holds(not.Of);
            case Condition.Present present:
                return Fields.ContainsKey(present.Field);
            case Condition.Absent absent:
                return !Fields.ContainsKey(absent.Field);
            case Condition.In isIn:
                return Fields.TryGetValue(isIn.Field, out var value) && isIn.Values.Contains(value);
            case Condition.Includes includes:
                return Fields.TryGetValue(includes.Field, out var list) && list is FieldValue.Choices choices && choices.Values.Contains(includes.Value);
            case Condition.Range range:
                return Fields.TryGetValue(range.Field, out var number)
                    && (range.AtLeast is null || Compare(number, range.AtLeast) >= 0)
                    && (range.AtMost is null || Compare(number, range.AtMost) <= 0);
            case Condition.DateOrder order:
                return Fields.TryGetValue(order.Field, out var one) && Fields.TryGetValue(order.Other, out var other)
                    && Compare(one, other) is var sign && (order.OrEqual ? sign <= 0 : sign < 0);
            case Condition.SumOf sum:
                return Fields.TryGetValue(sum.Field, out var total) && total is FieldValue.Number whole && Sum(sum.Parts) == whole.Value;
            case Condition.Flag flag:
                return State?.Flags.Contains(flag.Name) == true;
            case Condition.Children children:
                return Holds(children);
            case Condition.Clock clock:
                return Phase(clock.Name) == clock.Is;
            case Condition.InState inState:
                return State is not null && PreparedState.Within(State.State, inState.Name);
            case Condition.ChildOutcome outcome:
                return Child is not null && outcome.Outcomes.Contains(Child.Outcome ?? Open);
            default:
                throw new InvalidOperationException($"No evaluation for {condition.GetType().Name}.");
        }
    }

    private const string Open = "open";

    /// <summary>The sum; null when one of the fields has no value.</summary>
    private decimal? Sum(ImmutableArray<string> fields)
    {
        var sum = 0m;
        foreach (var field in fields)
        {
            if (!Fields.TryGetValue(field, out var value) || value is not FieldValue.Number number)
                return null;
            sum += number.Value;
        }

        return sum;
    }

    private bool Holds(Condition.Children children)
    {
        if (State is null)
            return children.Quantifier != Quantifier.Any;
        foreach (var child in State.Children)
        {
            if (children.Procedure is null ? child.Linked : child.Procedure != children.Procedure)
                continue;
            var matches = children.Outcomes.Contains(child.Outcome ?? (child.ClosedOn is null ? Open : CaseState.CancelledState));
            if (matches && children.Quantifier != Quantifier.All)
                return children.Quantifier == Quantifier.Any;
            if (!matches && children.Quantifier == Quantifier.All)
                return false;
        }

        return children.Quantifier != Quantifier.Any;
    }

    private ClockPhase Phase(string name) =>
        Clocks is not null && Definition.ClockOf(name) is { } clock
            ? Deadlines.Phase(ClockFacts.Read(clock, Clocks), Day, Moment, Calendar)
            : ClockPhase.NeverStarted;

    private static int Compare(FieldValue one, FieldValue other) => (one, other) switch
    {
        (FieldValue.Number a, FieldValue.Number b) => a.Value.CompareTo(b.Value),
        (FieldValue.Date a, FieldValue.Date b) => a.Value.CompareTo(b.Value),
        (FieldValue.Moment a, FieldValue.Moment b) => a.Value.CompareTo(b.Value),
        _ => throw new InvalidOperationException("Values of different kinds are not comparable; the checks refuse such a definition."),
    };
}
