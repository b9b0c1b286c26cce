using NodaTime;
using Workflows.Calendar;

namespace Workflows.Engine;

/// <summary>Something that time does to a case.</summary>
/// <param name="At">The instant from which it is due.</param>
/// <param name="Day">Its legal day.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Left">Working days left for a warning; 0 when the clock has run out.</param>
internal readonly record struct Due(Instant At, LocalDate Day, PreparedClock Clock, int Left);

/// <summary>What time will do to a case next.</summary>
internal static class Attention
{
    /// <summary>The next thing that time does, oldest first; null when nothing is to come.</summary>
    public static Due? Next(PreparedDefinition definition, CaseState state, WorkingCalendar calendar)
    {
        Due? next = null;
        foreach (var clock in definition.Clocks)
        {
            if (!state.Clocks.TryGetValue(clock.Definition.Name, out var reading) || reading.Warned == 0)
                continue;
            var due = OfClock(clock, reading, calendar);
            if (due is { } found && (next is null || found.At < next.Value.At))
                next = found;
        }

        return next;
    }

    /// <summary>The instant from which the sweep must look at a case; null for never.</summary>
    public static Instant? At(PreparedDefinition definition, CaseState state, WorkingCalendar calendar) =>
        state.Closed ? null : Next(definition, state, calendar)?.At;

    private static Due? OfClock(PreparedClock clock, ClockReading reading, WorkingCalendar calendar)
    {
        foreach (var left in clock.Definition.Warn)
        {
            if (reading.Warned is { } already && already <= left)
                continue;
            if (Deadlines.WarningDay(reading.Deadline, left, calendar) is { } day)
                return new Due(ChinaTime.EndOf(day.PlusDays(-1)), day, clock, left);
        }

        return Deadlines.Expiry(reading.Deadline) is { } expiry
            ? new Due(expiry, ChinaTime.DayOf(expiry - Duration.Epsilon), clock, 0)
            : null;
    }
}
