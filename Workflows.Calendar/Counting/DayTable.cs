using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>
/// Working-day arithmetic on day numbers. Number 1 is the first day covered; number 0, the day before it, only anchors the sums.
/// Every answer is one or two array reads, whatever the distance.
/// </summary>
/// <remarks>The arrays reach a year past <see cref="Last"/> so that the latest possible date of a provisional answer can be
/// found; no question is answered there.</remarks>
internal sealed class DayTable
{
    private readonly ushort[] _rank;        // by day number: working days up to and including it
    private readonly ushort[] _days;        // by rank - 1: day number of that working day
    private readonly LocalDate[] _dates;    // by day number
    private readonly int[] _monthStart;     // by month since January of the first year: number of the day before its first
    private readonly int _firstYear;
    private readonly int _workingDays;      // up to and including Last
    private readonly CalendarId _id;

    /// <param name="id">Named in errors.</param>
    /// <param name="firstYear">The table begins on 1 January of this year.</param>
    /// <param name="working">Whether each day is worked; element 0 is 1 January.</param>
    /// <param name="last">The last day number about which questions are answered.</param>
    public DayTable(CalendarId id, int firstYear, ReadOnlySpan<bool> working, int last)
    {
        (_id, _firstYear, Last) = (id, firstYear, last);
        _rank = new ushort[working.Length + 1];
        _dates = new LocalDate[working.Length + 1];
        var days = new List<ushort>(working.Length);
        var date = _dates[0] = new LocalDate(firstYear, 1, 1).PlusDays(-1);
        for (var day = 1; day <= working.Length; day++)
        {
            _dates[day] = date = date.PlusDays(1);
            if (working[day - 1])
                days.Add((ushort)day);
            _rank[day] = (ushort)days.Count;
        }

        _days = [.. days];
        _workingDays = _rank[last];
        _monthStart = [.. Enumerable.Range(1, working.Length).Where(d => _dates[d].Day == 1).Select(d => d - 1)];
    }

    /// <summary>The last day number about which questions are answered.</summary>
    public int Last { get; }

    /// <summary>The last day number that the arrays hold.</summary>
    public int Horizon => _rank.Length - 1;

    public LocalDate DateOf(int day) => _dates[day];

    /// <summary>The day number of a date, which need not be covered: 0 or less before the table, more than <see cref="Horizon"/> behind it.</summary>
    public int NumberOf(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
            date = date.WithCalendar(CalendarSystem.Iso);
        var month = (date.Year - _firstYear) * 12 + date.Month - 1;
        return month >= 0 && month < _monthStart.Length
            ? _monthStart[month] + date.Day
            : NodaTime.Period.DaysBetween(_dates[0], date);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWorkingDay(int day) => _rank[Covered(day)] != _rank[day - 1];

    /// <summary>Working days in (start, through]; negative when <paramref name="through"/> is the earlier day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountAfter(int start, int through) => _rank[Covered(through)] - _rank[Covered(start)];

    /// <summary>The <paramref name="workingDays"/>-th working day strictly after <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LastDay(int start, int workingDays)
    {
        if (workingDays <= 0)
            Refuse(workingDays);
        return WorkingDay(_rank[Covered(start)] + (uint)workingDays);
    }

    /// <summary>The first working day that is not before <paramref name="day"/>.</summary>
    public int NextWorkingDayOnOrAfter(int day) => WorkingDay(_rank[Covered(day) - 1] + 1u);

    /// <summary>The earliest day after which at most <paramref name="left"/> working days remain through <paramref name="due"/>.</summary>
    public int FirstDayWithLeft(int due, int left)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        return WorkingDay(unchecked(_rank[Covered(due)] - (uint)left));
    }

    /// <summary>Working days up to and including a day, anywhere in the arrays.</summary>
    public int Rank(int day) => _rank[day];

    /// <summary>The day number of the working day with this rank, or the number after <see cref="Last"/> when it lies beyond.</summary>
    public int DayOfRank(int rank) => rank <= _workingDays ? _days[rank - 1] : Last + 1;

    // Unsigned, a rank of nought or less is as far outside as one too large, and neither sum nor difference can come round again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int WorkingDay(uint rank)
    {
        if (unchecked(rank - 1) >= (uint)_workingDays)
            Refuse();
        return _days[rank - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Covered(int day)
    {
        if (unchecked((uint)day - 1) >= (uint)Last)
            Refuse();
        return day;
    }

    [DoesNotReturn]
    private void Refuse() => throw new OutsideCalendarException(_id, _dates[1], _dates[Last]);

    private static void Refuse(int workingDays) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workingDays);
}
