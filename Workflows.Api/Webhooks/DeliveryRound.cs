using NodaTime;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>What one round of deliveries changes; safe to share among those who deliver at once.</summary>
/// <param name="before">How far the subscription had come.</param>
internal sealed class DeliveryRound(DeliveryProgress before)
{
    private readonly Lock gate = new();
    private readonly HashSet<long> settled = [];
    private readonly Dictionary<long, FailedDelivery> failed = [];

    /// <summary>How far the subscription had come.</summary>
    public long Position => before.Position;

    /// <summary>Something is to be written.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Positions that no longer fail as they did.</summary>
    public IReadOnlyCollection<long> Settled => settled;

    /// <summary>What fails now.</summary>
    public IReadOnlyCollection<FailedDelivery> Failed => failed.Values;

    /// <summary>What has failed and is to be tried now: of each case the first, what is replayed apart from what waits.</summary>
    /// <param name="now">Real time.</param>
    /// <param name="backSince">What failed before the receiver came back is due at once.</param>
    public IEnumerable<FailedDelivery> Due(Instant now, Instant backSince) =>
        First(before.Failed).Where(one => DueAt(one, backSince) <= now).OrderBy(one => one.NextAt);

    /// <summary>Cases of which an event waits.</summary>
    public HashSet<CaseId> Held() => [.. Current.Where(one => one.Kind == FailureKind.Waiting).Select(one => one.Case)];

    /// <summary>When something is to be tried again; null when nothing is.</summary>
    public Instant? NextAt(Instant backSince) => First(Current).Select(one => (Instant?)DueAt(one, backSince)).Min();

    /// <summary>An event was delivered.</summary>
    public void Deliver()
    {
        lock (gate)
            HasNews = true;
    }

    /// <summary>What stood at the position no longer stands.</summary>
    public void Settle(long position)
    {
        lock (gate)
        {
            HasNews = true;
            settled.Add(position);
        }
    }

    /// <summary>An event failed.</summary>
    public void Fail(FeedEntry found, FailureKind kind, int failures, Instant nextAt, string reason, Instant now)
    {
        lock (gate)
        {
            HasNews = true;
            failed[found.Position] = new FailedDelivery(found.Position, found.Entry.Case, kind, failures, nextAt, reason, now, found.Entry.RecordedAt);
        }
    }

    private IEnumerable<FailedDelivery> Current => before.Failed.Where(one => !settled.Contains(one.Position) && !failed.ContainsKey(one.Position)).Concat(failed.Values);

    private static IEnumerable<FailedDelivery> First(IEnumerable<FailedDelivery> failed) => failed
        .Where(one => one.Kind != FailureKind.Dead).GroupBy(one => (one.Case, one.Kind)).Select(ones => ones.MinBy(one => one.Position)!);

    private static Instant DueAt(FailedDelivery one, Instant backSince) => one.FailedAt < backSince ? backSince : one.NextAt;
}
