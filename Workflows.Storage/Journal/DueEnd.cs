using NodaTime;
using Workflows.Calendar;
using Workflows.Engine;

namespace Workflows.Storage.Journal;

/// <summary>The instant at which a due date has passed: 24:00 Asia/Shanghai of the day, or the minute itself.</summary>
internal static class DueEnd
{
    public static Instant? Of(Deadline deadline) =>
        deadline.DueAt ?? (deadline.Due is { } due ? ChinaTime.EndOf(due) : null);

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
