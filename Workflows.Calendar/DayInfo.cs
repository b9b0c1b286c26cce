using NodaTime;

namespace Workflows.Calendar;

/// <summary>What a calendar knows about one date.</summary>
/// <param name="Date">The Beijing date.</param>
/// <param name="Kind">Working day, weekend, holiday or make-up working day.</param>
/// <param name="Name">The holiday, or the holiday that a make-up day was given for; null on ordinary days.</param>
/// <param name="Layer">The jurisdiction whose word decided the day.</param>
/// <param name="Notice">The notice that governs the day; null when none is announced.</param>
/// <param name="IsAnnounced">False when the day is only expected: it lies after the last day that the notices make firm.</param>
/// <param name="HasRegionalGap">True when a division of this calendar has no notice for the year of the day.</param>
public readonly record struct DayInfo(
    LocalDate Date, DayKind Kind, string? Name, CalendarId Layer, NoticeReference? Notice, bool IsAnnounced, bool HasRegionalGap)
{
    /// <summary>Whether the day counts as a working day.</summary>
    public bool IsWorkingDay => Kind is DayKind.Working or DayKind.MakeUpWorkday;
}
