namespace Workflows.Calendar;

/// <summary>Why a due date is not final.</summary>
public enum DueReason
{
    /// <summary>The date is final.</summary>
    None,

    /// <summary>The count touches a day after the last one that the notices make firm.</summary>
    NotAnnounced,

    /// <summary>A division of the calendar has no notice for a year that the count touches.</summary>
    RegionNotAnnounced,

    /// <summary>A pause that began before the end has not ended.</summary>
    PauseOpen,

    /// <summary>The start lies before the first day of the calendar.</summary>
    BeforeCalendar,

    /// <summary>The end lies after the last day for which the calendar expects anything.</summary>
    BeyondBaseline,

    /// <summary>Minutes run on the wall clock from an instant; <see cref="Period.Minutes.DueAt"/> counts them.</summary>
    WallClock,
}
