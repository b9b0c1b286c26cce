using NodaTime;

namespace Workflows.Engine;

/// <summary>Which opening of the calendar a case is.</summary>
/// <param name="Name">The schedule.</param>
/// <param name="Period">The day that begins the period.</param>
/// <param name="Late">It was opened after that day: the service was down, or the procedure was not published yet.</param>
public sealed record ScheduledOpening(string Name, LocalDate Period, bool Late);
