namespace Workflows.Api.Limits;

/// <summary>What one partition has used, as one number: the time at which it has everything back.</summary>
/// <remarks>
/// The generic cell rate algorithm: each request moves that time on by its share of the window, and is refused when it would
/// come to lie more than a window ahead. One that lies in the past tells nothing, so an idle quota can be forgotten.
/// </remarks>
internal sealed class Quota
{
    private long whole;

    /// <summary>Nothing of it is used.</summary>
    public bool IsWhole(long now) => Volatile.Read(ref whole) <= now;

    /// <summary>Takes one request.</summary>
    /// <param name="now">Now, in ticks of a clock that does not go back.</param>
    /// <param name="window">The window, in the same ticks.</param>
    /// <param name="requests">Requests in a window.</param>
    /// <param name="ticksPerSecond">Ticks in a second.</param>
    public Allowance Take(long now, long window, int requests, long ticksPerSecond)
    {
        var share = Math.Max(1, window / requests);
        while (true)
        {
            var before = Volatile.Read(ref whole);
            var after = Math.Max(before, now) + share;
            var ahead = after - now;
            if (ahead > window)
                return new Allowance(false, 0, Seconds(ahead - window, ticksPerSecond));
            if (Interlocked.CompareExchange(ref whole, after, before) == before)
                return new Allowance(true, (window - ahead) / share, Seconds(ahead, ticksPerSecond));
        }
    }

    /// <summary>Whether one more would be refused; takes nothing.</summary>
    public bool IsUsedUp(long now, long window, int requests) =>
        Math.Max(Volatile.Read(ref whole), now) + Math.Max(1, window / requests) - now > window;

    private static long Seconds(long ticks, long perSecond) => (ticks + perSecond - 1) / perSecond;
}
