using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Period = Workflows.Calendar.Period;

namespace Workflows.Engine;

/// <summary>What a case's legal events say about one clock: when it started, stood still, was extended, ended.</summary>
/// <param name="StartedBy">Sequence of the event that started the present run; 0 when it never started.</param>
/// <param name="StartedOn">The day it is counted from, itself not counted: that event's legal day, or the one in the field it counts from.</param>
/// <param name="StartedAt">The instant, where minutes count.</param>
/// <param name="StoppedOn">Legal day on which the run ended; null while it runs.</param>
/// <param name="Extension">Units added by extensions.</param>
/// <param name="Extensions">How many extensions.</param>
/// <param name="Pauses">What it stood still for, in order; may overlap.</param>
/// <param name="Length">The period; null where no choice has been made that gives one, and for a promised day.</param>
/// <param name="Promised">For a clock that runs until a day in a field: that day.</param>
internal readonly record struct ClockFacts(
    int StartedBy,
    LocalDate StartedOn,
    Instant? StartedAt,
    LocalDate? StoppedOn,
    int Extension,
    int Extensions,
    ImmutableArray<Pause> Pauses,
    Period? Length,
    LocalDate? Promised)
{
    public bool Runs => StartedBy != 0 && StoppedOn is null;

    /// <summary>Whether it stands still on a day.</summary>
    public bool PausedOn(LocalDate day)
    {
        foreach (var pause in Pauses)
        {
            if (pause.From <= day && (pause.Through is null || day < pause.Through))
                return true;
        }

        return false;
    }

    /// <summary>Reads the facts from the legal events; nothing else is remembered of a clock.</summary>
    /// <remarks>民法典 第二百零一条: the day of an event is not counted; starting again forgets the days used.</remarks>
    public static ClockFacts Read(PreparedClock clock, CaseState state)
    {
        int by = 0, extension = 0, extensions = 0;
        var on = default(LocalDate);
        Instant? at = null;
        LocalDate? stopped = null;
        foreach (var happened in state.Legal)
        {
            if (by != 0 && stopped is null)
            {
                if (clock.Stops(happened))
                    stopped = happened.Day;
                else if (happened.Extension is { } more && clock.Definition.Extension?.On == happened.Trigger)
                    (extension, extensions) = (extension + more, extensions + 1);
            }

            if (clock.Starts(happened))
                (by, on, at, stopped, extension, extensions) = (happened.Sequence, happened.Day, happened.At, null, 0, 0);
        }

        if (by != 0 && clock.Definition.From is { } from && state.Fields.TryGetValue(from, out var moment))
            (on, at) = Origin(moment);
        return new ClockFacts(
            by, on, at, stopped, extension, extensions, by == 0 ? [] : Pause(clock.Definition, state), Long(clock.Definition, state), Promise(clock.Definition, state));
    }

    private static (LocalDate On, Instant? At) Origin(FieldValue from) => from switch
    {
        FieldValue.Date day => (day.Value, null),
        FieldValue.Moment moment => (ChinaTime.DayOf(moment.Value), moment.Value),
        _ => throw new InvalidOperationException("A clock counts from a date or an instant; the reader refuses anything else."),
    };

    private static Period? Long(ClockDefinition clock, CaseState state) =>
        clock.Period ?? (clock.PeriodBy is { } choice && state.Fields.GetValueOrDefault(choice.Field) is FieldValue.Text chosen ? choice.Of(chosen.Value) : null);

    private static LocalDate? Promise(ClockDefinition clock, CaseState state) =>
        clock.Until is { } field && state.Fields.GetValueOrDefault(field) is FieldValue.Date day ? day.Value : null;

    private static ImmutableArray<Pause> Pause(ClockDefinition clock, CaseState state)
    {
        if (clock.PausedWhile.IsEmpty)
            return [];
        var pauses = ImmutableArray.CreateBuilder<Pause>();
        foreach (var cause in clock.PausedWhile)
        {
            if (cause.Child is { } procedure)
                ByChild(procedure, state, pauses);
            else if (cause.Flag is { } flag)
                Between(state, happened => happened.Raised.Contains(flag), happened => happened.Lowered.Contains(flag), flag, pauses);
            else if (cause.State is { } name)
                Between(state, happened => PreparedState.Within(happened.To, name), happened => !PreparedState.Within(happened.To, name), name, pauses);
        }

        return pauses.ToImmutable();
    }

    private static void ByChild(string procedure, CaseState state, ImmutableArray<Pause>.Builder pauses)
    {
        foreach (var child in state.Children)
        {
            if (child.Procedure == procedure)
                pauses.Add(new Pause(state.DayOf(child.OpenedBy), child.ClosedOn, procedure));
        }
    }

    private static void Between(
        CaseState state, Func<LegalEvent, bool> begins, Func<LegalEvent, bool> ends, string reason, ImmutableArray<Pause>.Builder pauses)
    {
        LocalDate? since = null;
        foreach (var happened in state.Legal)
        {
            if (since is null && begins(happened))
            {
                since = happened.Day;
            }
            else if (since is { } from && ends(happened))
            {
                pauses.Add(new Pause(from, happened.Day, reason));
                since = null;
            }
        }

        if (since is { } open)
            pauses.Add(new Pause(open, null, reason));
    }
}
