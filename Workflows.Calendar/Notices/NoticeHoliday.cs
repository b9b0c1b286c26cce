using NodaTime;

namespace Workflows.Calendar;

/// <summary>A run of days off.</summary>
/// <param name="Name">The holiday's name.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off, included.</param>
public sealed record NoticeHoliday(string Name, LocalDate From, LocalDate To);
