namespace Workflows.Calendar;

/// <summary>What a date is in a calendar.</summary>
public enum DayKind
{
    /// <summary>A Monday to Friday on which nothing is decreed.</summary>
    Working,

    /// <summary>A Saturday or Sunday on which nothing is decreed.</summary>
    Weekend,

    /// <summary>A day off by decree: a festival, a weekday exchanged for it, or a weekend day inside the holiday.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday worked by decree.</summary>
    MakeUpWorkday,
}
