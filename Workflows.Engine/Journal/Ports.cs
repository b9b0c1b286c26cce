using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>The durable journal: one writer, commands committed in groups.</summary>
public interface IJournal
{
    /// <summary>
    /// Runs <paramref name="work"/> inside the writer's transaction, under a savepoint of its own, and completes after
    /// the commit that makes it durable. What the work throws rolls its savepoint back and reaches the caller; a
    /// commit that fails throws <see cref="JournalUnavailableException"/> and leaves nothing half done.
    /// </summary>
    Task<T> Write<T>(Func<IUnitOfWork, T> work);

    /// <summary>The case as last committed, or null.</summary>
    CaseState? Find(CaseId id);
}

/// <summary>The commit failed or the writer has stopped: nothing was changed; the caller may try again.</summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What a command can do inside its transaction. Not for use after the work returns.</summary>
public interface IUnitOfWork
{
    /// <summary>The case as it is within the transaction, or null.</summary>
    CaseState? Load(CaseId id);

    /// <summary>The number that the series will give next (1 for a new one). Taken by appending an event that carries it.</summary>
    int NextSerial(string series, int year);

    /// <summary>Facts that can be collected, in the order of their positions, those of this transaction included.</summary>
    ImmutableArray<RecordedFact> UncollectedFacts(FactQuery query);

    /// <summary>
    /// Appends entries and writes the projections they imply: snapshot, deadlines, documents, facts, number series, outbox.
    /// </summary>
    /// <param name="entries">Entries of one case, in sequence, starting right after its version.</param>
    /// <param name="after">The case after them.</param>
    /// <param name="attention">When the sweep must look at the case next; null for never.</param>
    void Append(ImmutableArray<JournalEntry> entries, CaseState after, NodaTime.Instant? attention);

    /// <summary>The reply stored for an idempotency key, or null.</summary>
    StoredReply? FindReply(IdempotencyKey key);

    /// <summary>Stores the reply of an accepted command, encrypted with the case's key.</summary>
    void StoreReply(IdempotencyKey key, CaseId about, StoredReply reply);
}

/// <summary>An idempotency key, scoped to its caller.</summary>
/// <param name="Caller">Id of the actor.</param>
/// <param name="Key">The header's value.</param>
public readonly record struct IdempotencyKey(string Caller, string Key);

/// <summary>The first reply, returned again to a retry.</summary>
/// <param name="RequestHash">SHA-256 over method, path and body: the same key with another request is refused.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="ETag">ETag header, or null.</param>
/// <param name="Location">Location header, or null.</param>
/// <param name="Body">Body, UTF-8 JSON.</param>
public sealed record StoredReply(string RequestHash, int Status, string? ETag, string? Location, ImmutableArray<byte> Body);
