using NodaTime;

namespace Workflows.Calendar;

/// <summary>A Saturday or Sunday that is worked.</summary>
/// <param name="Date">The date.</param>
/// <param name="For">The holiday that the day is exchanged for.</param>
public sealed record NoticeWorkday(LocalDate Date, string For);
