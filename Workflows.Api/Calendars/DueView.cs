using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Api.Calendars;

/// <summary>The end of a period, with every day that led to it.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Version">Its version.</param>
/// <param name="Period">The period, as definitions write it.</param>
/// <param name="PeriodZh">The period in Chinese.</param>
/// <param name="Start">The day of the starting event, which is not counted.</param>
/// <param name="Status">How sure the date is.</param>
/// <param name="Due">The last day; it ends at 24:00 Beijing time. Null while a pause is open.</param>
/// <param name="Earliest">The earliest day that it can become; null when no bound is known.</param>
/// <param name="Latest">The latest day that it can become; null when no bound is known.</param>
/// <param name="WindowFrom">The first day of the window, for a period that is one.</param>
/// <param name="FirmThrough">The last day that published notices make firm.</param>
/// <param name="AwaitedYear">The year whose notice will make the date firm; null when none is awaited.</param>
/// <param name="Reason">Why the date is not final; null when it is.</param>
/// <param name="Notices">The notices that govern the days counted.</param>
/// <param name="Days">Every day from the start to the end.</param>
internal sealed record DueView(
    string Calendar,
    string Version,
    string Period,
    string PeriodZh,
    LocalDate Start,
    DueStatus Status,
    LocalDate? Due,
    LocalDate? Earliest,
    LocalDate? Latest,
    LocalDate? WindowFrom,
    LocalDate FirmThrough,
    int? AwaitedYear,
    string? Reason,
    ImmutableArray<NoticeView> Notices,
    ImmutableArray<DueDayView> Days)
{
    /// <summary>An explanation that has an answer.</summary>
    public static DueView Of(Explanation explanation)
    {
        var due = explanation.Due;
        return new DueView(
            explanation.Calendar.Value,
            explanation.Version,
            explanation.Period.ToString(),
            explanation.Period.ToChinese(),
            explanation.Start,
            due.Status,
            due.Date,
            due.Earliest,
            due.Latest,
            due.WindowFrom,
            due.FirmThrough,
            due.AwaitedYear,
            ReasonOf(due),
            [.. due.Notices.ToArray().Select(NoticeView.Of)],
            [.. explanation.Days.Select(DueDayView.Of)]);
    }

    private static string? ReasonOf(DueDate due) => due.Why switch
    {
        DueReason.NotAnnounced =>
            $"{due.FirmThrough:uuuu-MM-dd} 之后的放假安排尚未公布，按预计的工作日计算；{due.AwaitedYear} 年放假安排公布后（通常在 {due.AwaitedYear - 1} 年 10 月下旬至 12 月中旬）成为确定日期",
        DueReason.RegionNotAnnounced => "所涉年份的地方放假安排没有载入，地方放假日不明",
        DueReason.PauseOpen => "有一段中止尚未结束，结束后才有届满日",
        _ => null,
    };
}

/// <summary>A day of an explanation.</summary>
/// <param name="Day">The day in the calendar.</param>
/// <param name="Treatment">What it did for the period.</param>
/// <param name="Number">The running number of a counted day, from 1; null on other days.</param>
/// <param name="PauseReason">Why the time stood still; null when the day is not paused.</param>
/// <param name="Basis">The article by which the day was treated so; null on a paused day, whose pause has an article of its own.</param>
internal sealed record DueDayView(DayView Day, DayTreatment Treatment, int? Number, string? PauseReason, string? Basis)
{
    /// <summary>The day.</summary>
    public static DueDayView Of(ExplainedDay day) => new(
        DayView.Of(day.Day), day.Treatment, day.Number, day.PauseReason, day.Basis.Length == 0 ? null : day.Basis);
}
