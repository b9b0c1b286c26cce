using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>How a clock of a case stands at a moment.</summary>
/// <param name="Clock">Its definition.</param>
/// <param name="Phase">What it does.</param>
/// <param name="Deadline">Its due date as journaled; null when it does not run.</param>
/// <param name="StartedOn">Legal day on which its present run started; null when it never did.</param>
/// <param name="StoppedOn">Legal day on which that run ended; null while it runs.</param>
/// <param name="Extension">Units added by extensions.</param>
/// <param name="WorkingDaysLeft">
/// Working days after the day, through the due date (while provisional: the earliest it can become); negative when
/// overdue; null without a due date, for periods in minutes, and outside the calendar.
/// </param>
/// <param name="Colour">How much it wants attention.</param>
public sealed record ClockStanding(
    ClockDefinition Clock,
    ClockPhase Phase,
    Deadline? Deadline,
    LocalDate? StartedOn,
    LocalDate? StoppedOn,
    int Extension,
    int? WorkingDaysLeft,
    ClockColour Colour)
{
    /// <summary>Every clock of a case, in the order of the definition.</summary>
    /// <param name="definition">The definition the case is pinned to.</param>
    /// <param name="state">The case.</param>
    /// <param name="now">The moment.</param>
    /// <param name="calendar">The calendar the case counts by.</param>
    public static ImmutableArray<ClockStanding> All(PreparedDefinition definition, CaseState state, Instant now, WorkingCalendar calendar) =>
        [.. definition.Clocks.Select(clock => Of(clock, state, now, calendar))];

    private static ClockStanding Of(PreparedClock clock, CaseState state, Instant now, WorkingCalendar calendar)
    {
        var today = ChinaTime.DayOf(now);
        var facts = ClockFacts.Read(clock, state);
        var started = facts.StartedBy != 0;
        var phase = Deadlines.Phase(facts, today, now, calendar);
        var deadline = facts.Runs ? state.Clocks.GetValueOrDefault(clock.Definition.Name)?.Deadline : null;
        var left = Left(deadline, today, calendar);
        return new ClockStanding(
            clock.Definition, phase, deadline, started ? facts.StartedOn : null, facts.StoppedOn, facts.Extension, left, Colours(clock.Definition, phase, left));
    }

    private static int? Left(Deadline? deadline, LocalDate today, WorkingCalendar calendar)
    {
        if (deadline is not { DueAt: null } || (deadline.Earliest ?? deadline.Due) is not { } due)
            return null;
        return Covers(calendar, today) && Covers(calendar, due) ? calendar.CountAfter(today, due) : null;
    }

    private static bool Covers(WorkingCalendar calendar, LocalDate day) => day >= calendar.FirstDay && day <= calendar.BaselineThrough;

    private static ClockColour Colours(ClockDefinition clock, ClockPhase phase, int? left)
    {
        switch (phase)
        {
            case ClockPhase.NeverStarted or ClockPhase.Stopped:
                return ClockColour.None;
            case ClockPhase.Overdue:
                return ClockColour.Overdue;
            case ClockPhase.Paused:
                return ClockColour.Green;
            default:
                var reached = clock.Warn.Count(warning => left <= warning);
                return reached == 0 ? ClockColour.Green : reached == clock.Warn.Length ? ClockColour.Red : ClockColour.Yellow;
        }
    }
}
