using NodaTime;

namespace Workflows.Calendar;

/// <summary>Finds the end of a period. Allocates nothing for up to <see cref="OnStack"/> pauses.</summary>
internal static class DueCalculator
{
    private const int OnStack = 32;

    public static DueDate Due(WorkingCalendar calendar, Period period, LocalDate start, ReadOnlySpan<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(period);
        var table = calendar.Table;
        var from = table.NumberOf(start);
        Span<(int, int)> buffer = pauses.Length <= OnStack ? stackalloc (int, int)[pauses.Length] : new (int, int)[pauses.Length];
        var union = PauseUnion.Of(pauses, table, from, buffer);
        if (from < 1)
            return Without(calendar, DueStatus.Unanswerable, DueReason.BeforeCalendar);
        if (from > table.Last)
            return Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);
        return period switch
        {
            Period.WorkingDays working => WorkingDays(calendar, from, working.N, union),
            Period.CalendarDays days => CalendarDays(calendar, from, days.N, union),
            Period.FixedDate date => FixedDate(calendar, table.NumberOf(date.FirstAfter(start))),
            Period.QuarterLastWorkingWeek => QuarterWeek(calendar, from),
            _ => Without(calendar, DueStatus.Unanswerable, DueReason.WallClock),
        };
    }

    private static DueDate WorkingDays(WorkingCalendar calendar, int start, int count, ReadOnlySpan<(int From, int Through)> pauses)
    {
        var table = calendar.Table;
        var rank = table.Rank(start) + count;
        var due = table.DayOfRank(rank);
        foreach (var (from, through) in pauses)
        {
            if (from >= due)
                break;
            if (through == PauseUnion.Open)
                return Without(calendar, DueStatus.Open, DueReason.PauseOpen);
            if (through > table.Last)
                return Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);
            rank += table.CountAfter(from, through);
            due = table.DayOfRank(rank);
        }

        return At(calendar, due, firstTouched: start + 1, lastTouched: due);
    }

    /// <remarks>民法典 第二百零三条第一款: when the last day is a rest day, the period ends on the day after the rest. A pause that
    /// covers that day as well moves it on.</remarks>
    private static DueDate CalendarDays(WorkingCalendar calendar, int start, int count, ReadOnlySpan<(int From, int Through)> pauses)
    {
        var table = calendar.Table;
        var end = start + count;
        var due = RolledOn(table, end);
        foreach (var (from, through) in pauses)
        {
            if (from >= due)
                break;
            if (through == PauseUnion.Open)
                return Without(calendar, DueStatus.Open, DueReason.PauseOpen);
            if (through > table.Last)
                return Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);
            if (from < end)
                end += through - from;
            else if (through >= due)
                end = through + 1;
            due = RolledOn(table, end);
        }

        return At(calendar, due, firstTouched: end, lastTouched: due);
    }

    private static DueDate FixedDate(WorkingCalendar calendar, int due)
    {
        if (due > calendar.Table.Last)
            return Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);
        var date = calendar.Table.DateOf(due);
        return new(DueStatus.Final, DueReason.None, date, date, date, null, calendar.FirmThrough, null, default);
    }

    private static DueDate QuarterWeek(WorkingCalendar calendar, int start)
    {
        var table = calendar.Table;
        var (quarterEnd, due) = (start, start);
        while (due <= start)
        {
            quarterEnd = EndOfQuarter(table, quarterEnd + 1);
            if (quarterEnd > table.Last)
                return Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);
            due = table.DayOfRank(table.Rank(quarterEnd));
        }

        var monday = due - ((int)table.DateOf(due).DayOfWeek - 1);
        var firstOfWeek = table.DayOfRank(table.Rank(monday - 1) + 1);
        return At(calendar, due, firstTouched: due, lastTouched: quarterEnd) with { WindowFrom = table.DateOf(firstOfWeek) };
    }

    private static int EndOfQuarter(DayTable table, int day)
    {
        var date = table.DateOf(day);
        return table.NumberOf(new LocalDate(date.Year, (date.Month + 2) / 3 * 3, 1).PlusMonths(1).PlusDays(-1));
    }

    private static int RolledOn(DayTable table, int end) =>
        end <= table.Last ? table.DayOfRank(table.Rank(end - 1) + 1) : table.Last + 1;

    private static DueDate At(WorkingCalendar calendar, int due, int firstTouched, int lastTouched)
    {
        var table = calendar.Table;
        if (due > table.Last)
            return Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);
        var date = table.DateOf(due);
        // The notice for a year also sets 29–31 December of the year before.
        var (firstYear, lastYear) = (table.DateOf(firstTouched).Year, table.DateOf(lastTouched).PlusDays(3).Year);
        var gap = calendar.HasRegionalGap(firstYear, date.Year);
        var notices = calendar.NoticesOf(firstYear, lastYear);
        if (lastTouched <= calendar.FirmNumber)
        {
            return gap
                ? new(DueStatus.Provisional, DueReason.RegionNotAnnounced, date, null, null, null, calendar.FirmThrough, null, notices)
                : new(DueStatus.Final, DueReason.None, date, date, date, null, calendar.FirmThrough, null, notices);
        }

        return new(DueStatus.Provisional, DueReason.NotAnnounced, date, null, null, null, calendar.FirmThrough, lastYear, notices);
    }

    private static DueDate Without(WorkingCalendar calendar, DueStatus status, DueReason why) =>
        new(status, why, null, null, null, null, calendar.FirmThrough, null, default);
}
