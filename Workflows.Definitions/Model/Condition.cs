using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>A condition as data: no script runs, and checks can reason about it. A closed family.</summary>
/// <remarks>An absent field makes every comparison false, except <see cref="Absent"/>; <see cref="Not"/> turns that round.</remarks>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>All of them (YAML <c>all</c>).</summary>
    public sealed record All(ImmutableArray<Condition> Of) : Condition;

    /// <summary>At least one (YAML <c>any</c>).</summary>
    public sealed record Any(ImmutableArray<Condition> Of) : Condition;

    /// <summary>Not (YAML <c>not</c>).</summary>
    public sealed record Not(Condition Of) : Condition;

    /// <summary>The field has a value.</summary>
    public sealed record Present(string Field) : Condition;

    /// <summary>The field has no value.</summary>
    public sealed record Absent(string Field) : Condition;

    /// <summary>The field equals one of the values (YAML <c>equals</c>, <c>in</c>, or the short form <c>{ field: value }</c>).</summary>
    public sealed record In(string Field, ImmutableArray<FieldValue> Values) : Condition;

    /// <summary>A field of choices includes the value (YAML <c>includes</c>).</summary>
    public sealed record Includes(string Field, string Value) : Condition;

    /// <summary>A number or date is at least / at most the value (YAML <c>atLeast</c>, <c>atMost</c>).</summary>
    public sealed record Range(string Field, FieldValue? AtLeast, FieldValue? AtMost) : Condition;

    /// <summary>A date field lies before, or on or before, another date field (YAML <c>before</c>, <c>notAfter</c>).</summary>
    public sealed record DateOrder(string Field, string Other, bool OrEqual) : Condition;

    /// <summary>A number or amount is the sum of other fields of its type (YAML <c>equalsSumOf</c>); false unless all have a value.</summary>
    public sealed record SumOf(string Field, ImmutableArray<string> Parts) : Condition;

    /// <summary>A flag is up (YAML <c>flag</c>).</summary>
    public sealed record Flag(string Name) : Condition;

    /// <summary>
    /// About the child cases of a procedure (YAML <c>{ children: procedure, any|all|none: [open, outcome, …] }</c>;
    /// <c>procedure: any</c> means of every procedure). <c>all</c> of none is true.
    /// </summary>
    /// <param name="Procedure">Procedure, or null for every one.</param>
    /// <param name="Quantifier">Any, all or none.</param>
    /// <param name="Outcomes"><c>open</c> for a child still open, or names of outcomes.</param>
    public sealed record Children(string? Procedure, Quantifier Quantifier, ImmutableArray<string> Outcomes) : Condition;

    /// <summary>About a clock on the trigger's legal day (YAML <c>{ clock: name, is: running|paused|stopped|overdue|never-started }</c>).</summary>
    public sealed record Clock(string Name, ClockPhase Is) : Condition;

    /// <summary>The case is in the state or one of its substates (YAML <c>state</c>).</summary>
    public sealed record InState(string Name) : Condition;

    /// <summary>In a child trigger: the outcome of the child that fires it is one of these (YAML <c>outcome</c>).</summary>
    public sealed record ChildOutcome(ImmutableArray<string> Outcomes) : Condition;
}

/// <summary>How many children a condition speaks of.</summary>
public enum Quantifier
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>Every one (true when there is none).</summary>
    All,

    /// <summary>No one.</summary>
    None,
}

/// <summary>What a clock is doing on a day.</summary>
public enum ClockPhase
{
    /// <summary>It has never been started.</summary>
    NeverStarted,

    /// <summary>Running and not past its due date.</summary>
    Running,

    /// <summary>Standing still.</summary>
    Paused,

    /// <summary>Ended by the event that ends it.</summary>
    Stopped,

    /// <summary>Running and past its due date.</summary>
    Overdue,
}
