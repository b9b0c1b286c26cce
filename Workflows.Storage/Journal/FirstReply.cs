using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Asks for the reply to a change to be kept in the same transaction: whoever sends it again is given it, and changes nothing.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Of">The reply to what came of it; null for a refusal, which is not kept. It runs inside the transaction, more than once if need be.</param>
/// <typeparam name="T">What comes of the change.</typeparam>
public sealed record FirstReply<T>(IdempotencyKey Key, Func<T, StoredReply?> Of);
