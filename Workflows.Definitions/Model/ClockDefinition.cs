using System.Collections.Immutable;
using Workflows.Calendar;

namespace Workflows.Definitions;

/// <summary>
/// A deadline: a period that legal events start, stop, pause and extend. Nothing runs; the due date is computed
/// from the case's legal events and the calendar. Starting it again forgets the days used.
/// </summary>
public sealed record ClockDefinition
{
    /// <summary>Id.</summary>
    public required string Name { get; init; }

    /// <summary>Shown name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Length; null when <see cref="PeriodBy"/> or <see cref="Until"/> is set instead.</summary>
    public required Period? Period { get; init; }

    /// <summary>The length that the value of a choice gives; a change of the value computes the due date anew. Null otherwise.</summary>
    public PeriodChoice? PeriodBy { get; init; }

    /// <summary>A date field that holds the last day, as promised to someone; it does not move. Null otherwise.</summary>
    public string? Until { get; init; }

    /// <summary>
    /// A date or instant field from which it is counted while the field has a value (that day itself not counted);
    /// null, or without a value: from the event that starts it.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The length as the definition writes it: <c>15 working-days</c>, <c>until delivery.by</c>, <c>by event.grade</c>.</summary>
    public string Length => Period?.ToString() ?? PeriodBy?.ToString() ?? $"until {Until}";

    /// <summary>What starts it; the day of the event is not counted.</summary>
    public required ClockEvents Starts { get; init; }

    /// <summary>What ends it. Entering a final state and cancellation end every clock.</summary>
    public required ClockEvents Stops { get; init; }

    /// <summary>What it stands still for.</summary>
    public ImmutableArray<ClockPause> PausedWhile { get; init; } = [];

    /// <summary>How it can be extended; null when the text provides for none.</summary>
    public ClockExtension? Extension { get; init; }

    /// <summary>Working days left at which a warning is recorded, largest first.</summary>
    public ImmutableArray<int> Warn { get; init; } = [];

    /// <summary>Article.</summary>
    public required LegalBasis Basis { get; init; }
}

/// <summary>A length for each value of a choice.</summary>
/// <param name="Field">A choice field; without a value, or with one that has no length, there is no due date.</param>
/// <param name="Values">The length by value, in the order written.</param>
public sealed record PeriodChoice(string Field, ImmutableArray<KeyValuePair<string, Period>> Values)
{
    /// <summary>The length that a value gives, or null.</summary>
    public Period? Of(string value)
    {
        foreach (var (choice, period) in Values)
        {
            if (choice == value)
                return period;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"by {Field}: {string.Join(", ", Values.Select(one => $"{one.Key} {one.Value}"))}";
}

/// <summary>Legal events that start or stop a clock.</summary>
/// <param name="On">Names of triggers (<c>open</c> for the opening).</param>
/// <param name="Entering">Names of states entered from outside them.</param>
public sealed record ClockEvents(ImmutableArray<string> On, ImmutableArray<string> Entering);

/// <summary>Something a clock stands still for; several at once count once.</summary>
/// <param name="Child">Procedure of a child case: from its opening to its end, at most to the end of that child's own period.</param>
/// <param name="Flag">Flag: while it is up.</param>
/// <param name="State">State: while the case is in it.</param>
/// <param name="Basis">Article that excludes the time.</param>
/// <remarks>Exactly one of the three names is set.</remarks>
public sealed record ClockPause(string? Child, string? Flag, string? State, LegalBasis Basis);

/// <summary>An extension of a clock.</summary>
/// <param name="On">Trigger that extends.</param>
/// <param name="Days">Integer field of that trigger's input: how many units more (the unit of <paramref name="AtMost"/>).</param>
/// <param name="AtMost">Most that all extensions together may add.</param>
/// <param name="Times">How often.</param>
/// <param name="Basis">Article.</param>
/// <remarks>Only while the clock runs or stands still, and only on or before the current due date.</remarks>
public sealed record ClockExtension(string On, string Days, Period AtMost, int Times, LegalBasis Basis);
