using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>An entry of the journal with what is known of its case.</summary>
/// <param name="Position">Its place among all entries: 1, 2, 3 … without gaps.</param>
/// <param name="Hash">Its hash, which differs from that of every other entry.</param>
/// <param name="Procedure">Procedure of the case.</param>
/// <param name="DefinitionVersion">Version of it in force for the entry.</param>
/// <param name="Agency">The agency that handles the case now.</param>
/// <param name="Reference">Case number.</param>
/// <param name="Entry">The entry, with what is personal in clear: none of it may be passed on.</param>
public sealed record FeedEntry(
    long Position, ImmutableArray<byte> Hash, string Procedure, int DefinitionVersion, string Agency, string Reference, JournalEntry Entry);

/// <summary>A page of the feed.</summary>
/// <param name="Entries">Entries that pass the filter, by position.</param>
/// <param name="Next">Position up to which all has been looked at; never before where the page began.</param>
/// <param name="Last">Position of the journal's last entry when the page was read.</param>
public sealed record FeedPage(ImmutableArray<FeedEntry> Entries, long Next, long Last);
