using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>A due date with every day that led to it.</summary>
/// <param name="Calendar">Whose calendar was used.</param>
/// <param name="Version">The data that was used.</param>
/// <param name="Period">The period asked about.</param>
/// <param name="Start">The day of the starting event.</param>
/// <param name="Due">The answer.</param>
/// <param name="Days">
/// Each date from the start to the due date, both included; to the day on which an open pause began; empty when the calendar
/// has no answer. For a fixed date only the start and the date; for a quarter's week the start and the window's days.
/// </param>
public sealed record Explanation(
    CalendarId Calendar, string Version, Period Period, LocalDate Start, DueDate Due, ImmutableArray<ExplainedDay> Days);
