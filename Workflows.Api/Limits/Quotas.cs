using System.Collections.Concurrent;

namespace Workflows.Api.Limits;

/// <summary>The quotas of all partitions of a policy. How many are kept is bounded, whoever comes.</summary>
/// <param name="policy">The policy.</param>
/// <param name="time">Real time.</param>
/// <param name="most">Most partitions in use at a time; those beyond share one quota.</param>
internal sealed class Quotas<TPartition>(QuotaPolicy policy, TimeProvider time, int most = 20_000)
    where TPartition : notnull
{
    private readonly ConcurrentDictionary<TPartition, Quota> used = new();
    private readonly Quota shared = new();
    private readonly long window = (long)(policy.Window.TotalSeconds * time.TimestampFrequency);

    /// <summary>The policy.</summary>
    public QuotaPolicy Policy => policy;

    /// <summary>Partitions kept.</summary>
    public int Count => used.Count;

    /// <summary>Takes one request from a partition's quota.</summary>
    public Allowance Take(TPartition partition)
    {
        var now = time.GetTimestamp();
        return Of(partition, now).Take(now, window, policy.Requests, time.TimestampFrequency);
    }

    /// <summary>Whether the partition's next request would be refused; takes nothing.</summary>
    public bool IsUsedUp(TPartition partition) =>
        used.TryGetValue(partition, out var quota) && quota.IsUsedUp(time.GetTimestamp(), window, policy.Requests);

    private Quota Of(TPartition partition, long now)
    {
        if (used.TryGetValue(partition, out var quota))
            return quota;
        if (used.Count >= most)
            Forget(now);
        return used.Count >= most ? shared : used.GetOrAdd(partition, static _ => new Quota());
    }

    /// <summary>Forgets the partitions that have everything back: a new quota is the same.</summary>
    private void Forget(long now)
    {
        foreach (var (partition, quota) in used)
        {
            if (quota.IsWhole(now))
                used.TryRemove(partition, out _);
        }
    }
}
