using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>A journal entry as stored, with its place in the chain.</summary>
/// <param name="Position">Its place among all entries: 1, 2, 3 … without gaps.</param>
/// <param name="PreviousHash">Hash of the case's entry before it.</param>
/// <param name="Hash">Hash over <paramref name="PreviousHash"/> followed by <paramref name="Json"/>.</param>
/// <param name="Json">The bytes stored: canonical JSON with envelopes.</param>
/// <param name="Entry">The entry, with what is personal in clear.</param>
public sealed record StoredEntry(
    long Position, ImmutableArray<byte> PreviousHash, ImmutableArray<byte> Hash, ImmutableArray<byte> Json, JournalEntry Entry);
