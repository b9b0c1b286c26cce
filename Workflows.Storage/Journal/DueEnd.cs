using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Journal;

/// <summary>The instant at which a due date has passed: 24:00 Asia/Shanghai of the day, or the minute itself.</summary>
internal static class DueEnd
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static Instant? Of(Deadline deadline) =>
        deadline.DueAt ?? (deadline.Due is { } due ? EndOf(due) : null);

    public static Instant EndOf(LocalDate day) => StartOf(day.PlusDays(1));

    public static Instant StartOf(LocalDate day) => Shanghai.AtStartOfDay(day).ToInstant();

    /// <summary>The first of a case's due dates to pass.</summary>
    public static Instant? Next(CaseState state)
    {
        Instant? first = null;
        foreach (var clock in state.Clocks.Values)
        {
            if (Of(clock.Deadline) is { } end && (first is null || end < first))
                first = end;
        }

        return first;
    }
}
