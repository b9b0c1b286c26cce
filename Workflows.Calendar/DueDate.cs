using NodaTime;

namespace Workflows.Calendar;

/// <summary>The end of a period. The period ends at 24:00 Beijing time of <see cref="Date"/>; see <see cref="ChinaTime.EndOf"/>.</summary>
/// <param name="Status">How sure the date is.</param>
/// <param name="Why">Why it is not final.</param>
/// <param name="Date">The due date; null when open or unanswerable. Never after the calendar's last day.</param>
/// <param name="Earliest">The earliest date it can become; equal to <paramref name="Date"/> when final, null when no bound is known.</param>
/// <param name="Latest">The latest date it can become, which may lie after the calendar's last day; null when no bound is known.</param>
/// <param name="WindowFrom">The first day of the window that ends on <paramref name="Date"/>, for a period that is a window.</param>
/// <param name="FirmThrough">The last day that the calendar's notices make firm.</param>
/// <param name="AwaitedYear">The year whose national notice makes the date firm; null when none is awaited.</param>
/// <param name="Notices">The notices that govern the days counted, oldest year first.</param>
/// <remarks>民法典 第二百条至第二百零四条. Earliest and latest hold for every arrangement of days off like those announced since 2008.
/// A decree in the middle of a year can go beyond them, as it can change a final date.</remarks>
public readonly record struct DueDate(
    DueStatus Status,
    DueReason Why,
    LocalDate? Date,
    LocalDate? Earliest,
    LocalDate? Latest,
    LocalDate? WindowFrom,
    LocalDate FirmThrough,
    int? AwaitedYear,
    ReadOnlyMemory<NoticeReference> Notices)
{
    /// <summary>Why the date is not final, in words; empty when it is. Made when asked for.</summary>
    public string Reason => Why switch
    {
        DueReason.NotAnnounced =>
            $"Days after {FirmThrough:uuuu-MM-dd} are counted, and those are expected, not announced. "
            + $"The date becomes firm when the notice for {AwaitedYear} is published, usually between late October and mid-December {AwaitedYear - 1}.",
        DueReason.RegionNotAnnounced =>
            "A division of this calendar has no notice for a year that is counted, so its own days off are unknown.",
        DueReason.PauseOpen => "A pause has not ended; the date follows from the day on which it ends.",
        DueReason.BeforeCalendar => "The start lies before the first day of the calendar.",
        DueReason.BeyondBaseline => $"The end lies beyond the calendar, whose notices are firm to {FirmThrough:uuuu-MM-dd} and which expects nothing past the year after.",
        DueReason.WallClock => "Minutes run on the wall clock from an instant, not from a date.",
        _ => "",
    };
}
