using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>
/// The working days of one jurisdiction, compiled and immutable; any number of threads may share it. Dates are Beijing dates.
/// </summary>
/// <remarks>
/// A day is a working day when it is worked by decree, or is a Monday to Friday not decreed off: the decree goes before the weekday.
/// Days after <see cref="FirmThrough"/> and up to <see cref="BaselineThrough"/> are expected, not announced: weekends, the statutory
/// days of 全国年节及纪念日放假办法 第二条, and 补假 under 第六条. The counting functions answer there too; <see cref="Due"/> marks
/// such answers. Beyond, and before <see cref="FirstDay"/>, they throw <see cref="OutsideCalendarException"/>.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly DayEntry?[] _entries;
    private readonly NoticeReference[] _notices;    // by year
    private readonly int[] _noticesBefore;          // by year since the first: how many notices belong to earlier years
    private readonly int _firstYear;
    private readonly Lazy<Forecast>? _forecast;

    internal WorkingCalendar(
        CalendarId id, string version, DayTable table, DayEntry?[] entries, LocalDate firmThrough, NoticeReference[] notices, ImmutableArray<RegionalGap> gaps)
    {
        (Id, Version, Table, _entries, FirmThrough, _notices, RegionalGaps) = (id, version, table, entries, firmThrough, notices, gaps);
        Notices = ImmutableArray.Create(notices);
        FirmNumber = table.NumberOf(firmThrough);
        _firstYear = FirstDay.Year;
        _noticesBefore = [.. Enumerable.Range(_firstYear, BaselineThrough.Year - _firstYear + 2).Select(year => notices.Count(notice => notice.Year < year))];
        _forecast = id == CalendarId.China ? new(() => new(table, FirmNumber)) : null;
    }

    /// <summary>Whose working days these are.</summary>
    public CalendarId Id { get; }

    /// <summary>Names the data: jurisdiction, last announced year, and a digest of the notices used and of every day. Equal data has equal versions.</summary>
    public string Version { get; }

    /// <summary>The first day covered, 1 January of the first announced year.</summary>
    public LocalDate FirstDay => Table.DateOf(1);

    /// <summary>The last day made firm by the national notices: 28 December of the last announced year, because the next notice also sets 29–31 December.</summary>
    public LocalDate FirmThrough { get; }

    /// <summary>The last day about which anything is answered: 31 December of the year after the last announced one.</summary>
    public LocalDate BaselineThrough => Table.DateOf(Table.Last);

    /// <summary>The notices and amendments that the calendar rests on, oldest year first.</summary>
    public IReadOnlyList<NoticeReference> Notices { get; }

    /// <summary>The years covered for which a division of this calendar has no notice. Empty for the national calendar.</summary>
    public ImmutableArray<RegionalGap> RegionalGaps { get; }

    internal DayTable Table { get; }

    internal int FirmNumber { get; }

    /// <summary>Bounds what is not announced; null for a division, whose own arrangements the national record does not bound.</summary>
    internal Forecast? Forecast => _forecast?.Value;

    /// <summary>Whether <paramref name="day"/> is a working day.</summary>
    /// <exception cref="OutsideCalendarException">The day is not covered.</exception>
    public bool IsWorkingDay(LocalDate day) => Table.IsWorkingDay(Table.NumberOf(day));

    /// <summary>The number of working days in (<paramref name="start"/>, <paramref name="through"/>]; negative when <paramref name="through"/> is the earlier date.</summary>
    /// <exception cref="OutsideCalendarException">A day is not covered.</exception>
    public int CountAfter(LocalDate start, LocalDate through) => Table.CountAfter(Table.NumberOf(start), Table.NumberOf(through));

    /// <summary>The <paramref name="workingDays"/>-th working day strictly after <paramref name="start"/>, whatever kind of day the start is.</summary>
    /// <exception cref="OutsideCalendarException">The start or the answer is not covered.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <remarks>民法典 第二百零一条: the day of the start is not counted; the count begins on the next day.</remarks>
    public LocalDate LastDay(LocalDate start, int workingDays) => Table.DateOf(Table.LastDay(Table.NumberOf(start), workingDays));

    /// <summary>The earliest day after which at most <paramref name="left"/> working days remain, through <paramref name="due"/>. For warnings.</summary>
    /// <exception cref="OutsideCalendarException">The due date or the answer is not covered.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public LocalDate FirstDayWithLeft(LocalDate due, int left) => Table.DateOf(Table.FirstDayWithLeft(Table.NumberOf(due), left));

    /// <summary><paramref name="day"/> itself when it is a working day, else the next working day.</summary>
    /// <exception cref="OutsideCalendarException">The day or the answer is not covered.</exception>
    public LocalDate NextWorkingDayOnOrAfter(LocalDate day) => Table.DateOf(Table.NextWorkingDayOnOrAfter(Table.NumberOf(day)));

    /// <summary>What kind of day <paramref name="day"/> is, why, and on whose word.</summary>
    /// <exception cref="OutsideCalendarException">The day is not covered.</exception>
    public DayInfo Describe(LocalDate day)
    {
        var number = Table.NumberOf(day);
        var worked = Table.IsWorkingDay(number);
        var announced = number <= FirmNumber;
        var entry = _entries[number];
        var yearly = announced ? Array.Find(_notices, notice => notice.Year == day.Year && notice.Jurisdiction == CalendarId.China) : null;
        return new(
            Table.DateOf(number),
            entry?.Kind ?? (worked ? DayKind.Working : DayKind.Weekend),
            entry?.Name,
            entry?.Layer ?? CalendarId.China,
            entry is null ? yearly : entry.Notice,
            announced,
            HasRegionalGap(day.Year, day.Year));
    }

    /// <summary>The end of a period.</summary>
    /// <param name="period">The period. Minutes are not counted from a date; see <see cref="Period.Minutes.DueAt"/>.</param>
    /// <param name="start">The day of the starting event, which is not counted.</param>
    /// <param name="pauses">Times that do not count, in any order; they may overlap. A fixed date and a quarter's week are not moved by them.</param>
    /// <returns>Never an exception for a date outside the calendar: such a question is <see cref="DueStatus.Unanswerable"/>.</returns>
    /// <exception cref="ArgumentException">A pause ends before it begins.</exception>
    /// <remarks>民法典 第二百条至第二百零四条.</remarks>
    public DueDate Due(Period period, LocalDate start, ReadOnlySpan<Pause> pauses = default) => DueCalculator.Due(this, period, start, pauses);

    /// <summary>The end of a period with every day that led to it. The parameters are those of <see cref="Due"/>.</summary>
    /// <exception cref="ArgumentException">A pause ends before it begins.</exception>
    public Explanation Explain(Period period, LocalDate start, IEnumerable<Pause>? pauses = null) =>
        Explainer.Explain(this, period, start, [.. pauses ?? []]);

    /// <summary>The notices that govern the days from one year to another, both included.</summary>
    internal ReadOnlyMemory<NoticeReference> NoticesOf(int firstYear, int lastYear)
    {
        var from = _noticesBefore[Math.Min(firstYear - _firstYear, _noticesBefore.Length - 1)];
        var to = _noticesBefore[Math.Min(lastYear + 1 - _firstYear, _noticesBefore.Length - 1)];
        return _notices.AsMemory(from, to - from);
    }

    internal bool HasRegionalGap(int firstYear, int lastYear)
    {
        foreach (var gap in RegionalGaps)
        {
            if (gap.Year >= firstYear && gap.Year <= lastYear)
                return true;
        }

        return false;
    }
}
