using NodaTime;

namespace Workflows.Calendar;

/// <summary>A question about a date that the calendar does not cover. A calendar never falls back to plain weekends.</summary>
public sealed class OutsideCalendarException : Exception
{
    /// <summary>Makes the exception with a message of its own.</summary>
    public OutsideCalendarException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception for a calendar that covers <paramref name="firstDay"/> to <paramref name="baselineThrough"/>, both included.</summary>
    public OutsideCalendarException(CalendarId id, LocalDate firstDay, LocalDate baselineThrough)
        : base($"Calendar {id} covers {firstDay:uuuu-MM-dd} to {baselineThrough:uuuu-MM-dd}; the question leads outside.")
    {
    }
}
