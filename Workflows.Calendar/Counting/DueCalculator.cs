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
            return Beyond(calendar);
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
                return Open(calendar);
            if (through > table.Last)
                return Beyond(calendar);
            rank += table.CountAfter(from, through);
            due = table.DayOfRank(rank);
        }

        return Counted(calendar, due, start, count, pauses);
    }

    /// <remarks>民法典 第二百零三条第一款: when the last day is a rest day, the period ends on the day after the rest. Where a pause
    /// covers that day, it ends on the first working day after the pause.</remarks>
    private static DueDate CalendarDays(WorkingCalendar calendar, int start, int count, ReadOnlySpan<(int From, int Through)> pauses)
    {
        var table = calendar.Table;
        var end = start + count;
        var due = FirstWorkingDayFrom(table, end);
        foreach (var (from, through) in pauses)
        {
            if (from >= due)
                break;
            if (through == PauseUnion.Open)
                return Open(calendar);
            if (through > table.Last)
                return Beyond(calendar);
            if (from < end)
                due = FirstWorkingDayFrom(table, end += through - from);
            else if (through >= due)
                due = FirstWorkingDayFrom(table, through + 1);
        }

        return Counted(calendar, due, end - 1, 1, pauses);
    }

    private static DueDate FixedDate(WorkingCalendar calendar, int due)
    {
        if (due > calendar.Table.Last)
            return Beyond(calendar);
        var date = calendar.Table.DateOf(due);
        return new(DueStatus.Final, DueReason.None, date, date, date, null, calendar.FirmThrough, null, default);
    }

    private static DueDate QuarterWeek(WorkingCalendar calendar, int start)
    {
        var table = calendar.Table;
        var (quarterEnd, due, isQuarterSure) = (start, start, true);
        while (due <= start)
        {
            quarterEnd = EndOfQuarter(table, quarterEnd + 1);
            if (quarterEnd > table.Last)
                return Beyond(calendar);
            due = table.DayOfRank(table.Rank(quarterEnd));
            if (quarterEnd > calendar.FirmNumber && calendar.Forecast?.LastWorkingDay(quarterEnd) is var (first, last))
                isQuarterSure &= last <= start || first > start;
        }

        var monday = due - ((int)table.DateOf(due).DayOfWeek - 1);
        var answer = At(calendar, due, due, quarterEnd) with { WindowFrom = table.DateOf(FirstWorkingDayFrom(table, monday)) };
        if (answer.Why != DueReason.NotAnnounced || !isQuarterSure || calendar.Forecast is not { } forecast)
            return answer;
        var (earliest, latest) = forecast.LastWorkingDay(quarterEnd);
        return answer with { Earliest = table.DateOf(earliest), Latest = table.DateOf(latest) };
    }

    private static int EndOfQuarter(DayTable table, int day)
    {
        var date = table.DateOf(day);
        return table.NumberOf(new LocalDate(date.Year, (date.Month + 2) / 3 * 3, 1).PlusMonths(1).PlusDays(-1));
    }

    private static int FirstWorkingDayFrom(DayTable table, int day) =>
        day <= table.Last ? table.DayOfRank(table.Rank(day - 1) + 1) : table.Last + 1;

    /// <summary>The answer <paramref name="due"/>, which is the <paramref name="count"/>-th working day after <paramref name="start"/> that is not paused.</summary>
    private static DueDate Counted(WorkingCalendar calendar, int due, int start, int count, ReadOnlySpan<(int From, int Through)> pauses)
    {
        if (due > calendar.Table.Last)
            return Beyond(calendar);
        var answer = At(calendar, due, start + 1, due);
        if (answer.Why != DueReason.NotAnnounced || calendar.Forecast is not { } forecast)
            return answer;
        var (earliest, latest) = forecast.DayOfCount(start, count, pauses);
        return answer with { Earliest = earliest, Latest = latest };
    }

    /// <summary>The answer <paramref name="due"/>, without bounds unless it is final, when the days from <paramref name="first"/> to <paramref name="last"/> mattered.</summary>
    private static DueDate At(WorkingCalendar calendar, int due, int first, int last)
    {
        var table = calendar.Table;
        var date = table.DateOf(due);
        var firstYear = table.DateOf(first).Year;
        var lastYear = table.DateOf(last).PlusDays(3).Year;     // a notice also sets 29–31 December of the year before
        var notices = calendar.NoticesOf(firstYear, lastYear);
        if (last > calendar.FirmNumber)
            return new(DueStatus.Provisional, DueReason.NotAnnounced, date, null, null, null, calendar.FirmThrough, lastYear, notices);
        return calendar.HasRegionalGap(firstYear, date.Year)
            ? new(DueStatus.Provisional, DueReason.RegionNotAnnounced, date, null, null, null, calendar.FirmThrough, null, notices)
            : new(DueStatus.Final, DueReason.None, date, date, date, null, calendar.FirmThrough, null, notices);
    }

    private static DueDate Open(WorkingCalendar calendar) => Without(calendar, DueStatus.Open, DueReason.PauseOpen);

    private static DueDate Beyond(WorkingCalendar calendar) => Without(calendar, DueStatus.Unanswerable, DueReason.BeyondBaseline);

    private static DueDate Without(WorkingCalendar calendar, DueStatus status, DueReason why) =>
        new(status, why, null, null, null, null, calendar.FirmThrough, null, default);
}
