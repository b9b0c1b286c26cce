using NodaTime;

namespace Workflows.Calendar;

/// <summary>Turns instants into the dates of Beijing time and back. Beijing time is UTC+8 all year.</summary>
public static class ChinaTime
{
    /// <summary>The offset of Beijing time from UTC.</summary>
    public static readonly Offset Offset = Offset.FromHours(8);

    /// <summary>The Beijing date on which <paramref name="instant"/> falls; 24:00 belongs to the next date.</summary>
    public static LocalDate DayOf(Instant instant) => instant.WithOffset(Offset).Date;

    /// <summary>The instant at which <paramref name="day"/> begins in Beijing, 00:00.</summary>
    public static Instant StartOf(LocalDate day) => day.AtMidnight().WithOffset(Offset).ToInstant();

    /// <summary>The instant at which <paramref name="day"/> ends in Beijing, 24:00. It is the first instant no longer in the day.</summary>
    /// <remarks>民法典 第二百零三条第二款: the last day of a period ends at 24:00.</remarks>
    public static Instant EndOf(LocalDate day) => StartOf(day.PlusDays(1));
}
