using NodaTime;

namespace Workflows.Api.Webhooks;

/// <summary>When a delivery that failed is tried again: after waits that grow, for days, and never all at the same moment.</summary>
/// <param name="waits">The wait after each failure; after the last one the event is a dead letter.</param>
internal sealed class RetrySchedule(IReadOnlyList<Duration> waits)
{
    private static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>5 s, 30 s, 2 min, 10 min, 1 h, 3 h, 8 h, 16 h, then once a day: about five days.</summary>
    public static RetrySchedule Default { get; } = new(
    [
        Duration.FromSeconds(5), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10), Duration.FromHours(1),
        Duration.FromHours(3), Duration.FromHours(8), Duration.FromHours(16), Longest, Longest, Longest, Longest,
    ]);

    /// <summary>When to try again; null to give up.</summary>
    /// <param name="now">When it failed.</param>
    /// <param name="failures">How often it has failed, 1 for the first time.</param>
    /// <param name="asked">What the receiver asked for (<c>Retry-After</c>); a day at most is granted.</param>
    /// <param name="chance">A number from 0 (inclusive) to 1 (exclusive), by which up to a fifth is added.</param>
    public Instant? Next(Instant now, int failures, Duration? asked, double chance)
    {
        if (failures > waits.Count)
            return null;
        var wait = waits[failures - 1] * (1 + (chance / 5));
        return now + (asked is { } longer ? Duration.Max(wait, Duration.Min(longer, Longest)) : wait);
    }
}
