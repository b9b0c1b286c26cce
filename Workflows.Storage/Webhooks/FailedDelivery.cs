using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Why an event that could not be delivered is kept.</summary>
public enum FailureKind
{
    /// <summary>It is tried again, and the later events of its case wait for it.</summary>
    Waiting = 0,

    /// <summary>It has been given up; the later events of its case have gone on.</summary>
    Dead = 1,

    /// <summary>It had been given up and is tried again; nothing waits for it but other such events of its case.</summary>
    Replayed = 2,
}

/// <summary>An event that could not be delivered.</summary>
/// <param name="Position">Position of its entry in the journal.</param>
/// <param name="Case">Its case.</param>
/// <param name="Kind">Why it is kept.</param>
/// <param name="Failures">How often it has failed; 0 when it is to be tried at once.</param>
/// <param name="NextAt">Real time at which it is tried again; not used when it is dead.</param>
/// <param name="Reason">Why it failed the last time: <c>http-503</c>, <c>timeout</c>.</param>
/// <param name="FailedAt">Real time of the last failure.</param>
/// <param name="RecordedAt">When its entry was recorded.</param>
public sealed record FailedDelivery(long Position, CaseId Case, FailureKind Kind, int Failures, Instant NextAt, string Reason, Instant FailedAt, Instant RecordedAt);

/// <summary>How far a subscription has come.</summary>
/// <param name="Position">Position up to which all was delivered but what is in <paramref name="Failed"/>, and what waits for it.</param>
/// <param name="Failed">By position.</param>
public sealed record DeliveryProgress(long Position, IReadOnlyList<FailedDelivery> Failed);
