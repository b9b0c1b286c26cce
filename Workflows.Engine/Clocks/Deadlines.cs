using NodaTime;
using Workflows.Calendar;
using Period = Workflows.Calendar.Period;

namespace Workflows.Engine;

/// <summary>Due dates: a period, the case's legal events and the calendar, and nothing else.</summary>
internal static class Deadlines
{
    /// <summary>The due date of a running clock.</summary>
    /// <returns>Null when it does not run. A deadline of status <see cref="DueStatus.Unanswerable"/> must be refused.</returns>
    public static Deadline? Compute(in ClockFacts facts, WorkingCalendar calendar)
    {
        if (!facts.Runs)
            return null;
        if (facts.Length is not { } length)
            return facts.Promised is { } day ? new Deadline(DueStatus.Final, day, null, null, null, null) : null;
        var period = Extended(length, facts.Extension);
        if (period is Period.Minutes minutes)
        {
            var at = minutes.DueAt(facts.StartedAt ?? ChinaTime.EndOf(facts.StartedOn.PlusDays(-1)));
            return new Deadline(DueStatus.Final, ChinaTime.DayOf(at), at, null, null, null);
        }

        var due = calendar.Due(period, facts.StartedOn, facts.Pauses.AsSpan());
        var provisional = due.Status == DueStatus.Provisional;
        return new Deadline(due.Status, due.Date, null, provisional ? due.Earliest : null, provisional ? due.Latest : null, due.FirmThrough);
    }

    /// <summary>The due date as the first so many legal events of a case give it; null when the clock did not run after them.</summary>
    public static Deadline? Before(PreparedClock clock, CaseState state, int count, WorkingCalendar calendar)
    {
        var known = state.Legal[..count];
        var past = state with { Legal = known, Children = [.. state.Children.Where(child => child.OpenedBy <= known[^1].Sequence)] };
        return Compute(ClockFacts.Read(clock, past), calendar);
    }

    /// <summary>What a clock is doing at the end of a legal day, or at a moment of it where hours and minutes count.</summary>
    /// <param name="facts">The clock.</param>
    /// <param name="day">The legal day.</param>
    /// <param name="moment">The moment; null for the end of the day.</param>
    /// <param name="calendar">The calendar.</param>
    public static Definitions.ClockPhase Phase(in ClockFacts facts, LocalDate day, Instant? moment, WorkingCalendar calendar)
    {
        if (facts.StartedBy == 0)
            return Definitions.ClockPhase.NeverStarted;
        if (facts.StoppedOn is not null)
            return Definitions.ClockPhase.Stopped;
        if (facts.PausedOn(day))
            return Definitions.ClockPhase.Paused;
        return Compute(facts, calendar) is { } deadline && RanOut(deadline, day, moment) ? Definitions.ClockPhase.Overdue : Definitions.ClockPhase.Running;
    }

    /// <summary>Whether a due date has passed on a day; one in hours or minutes, at a moment of it, or by its end where that is null.</summary>
    public static bool RanOut(Deadline deadline, LocalDate day, Instant? moment) => deadline.DueAt is { } at
        ? (moment ?? ChinaTime.EndOf(day) - Duration.Epsilon) >= at
        : deadline.Due is { } due && day > due;

    /// <summary>When the clock has run out: the end of the last day on which it can still fall due.</summary>
    /// <remarks>While a date is provisional nothing takes effect before the latest day it can become.</remarks>
    public static Instant? Expiry(Deadline deadline) =>
        deadline.DueAt ?? ((deadline.Latest ?? deadline.Due) is { } last && deadline.Status != DueStatus.Open ? ChinaTime.EndOf(last) : null);

    /// <summary>The day on which a warning becomes due; counted from the earliest day that a provisional date can become.</summary>
    public static LocalDate? WarningDay(Deadline deadline, int left, WorkingCalendar calendar)
    {
        if (deadline.DueAt is not null || deadline.Status == DueStatus.Open || (deadline.Earliest ?? deadline.Due) is not { } due)
            return null;
        var answered = due >= calendar.FirstDay && due <= calendar.BaselineThrough && calendar.CountAfter(calendar.FirstDay, due) > left;
        return answered ? calendar.FirstDayWithLeft(due, left) : null;
    }

    /// <summary>
    /// The period to explain a run by, extensions included; a promised day is the fixed date that comes first after the
    /// start. Null when a promised day is no such date.
    /// </summary>
    public static Period? Explainable(in ClockFacts facts)
    {
        if (facts.Length is { } length)
            return Extended(length, facts.Extension);
        return facts.Promised is { } day && day > facts.StartedOn && day <= facts.StartedOn.PlusYears(1) && (day.Month, day.Day) != (2, 29)
            ? new Period.FixedDate(day.Month, day.Day)
            : null;
    }

    /// <summary>The period with what extensions add to it.</summary>
    private static Period Extended(Period period, int more) => more == 0 ? period : period switch
    {
        Period.WorkingDays(var n) => new Period.WorkingDays(n + more),
        Period.CalendarDays(var n) => new Period.CalendarDays(n + more),
        Period.Minutes(var n) => new Period.Minutes(n + more),
        _ => period,
    };
}
