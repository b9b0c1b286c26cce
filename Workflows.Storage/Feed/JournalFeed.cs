using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage;

/// <summary>The journal as others follow it: by position, without gaps, each page read from disk.</summary>
public sealed class JournalFeed
{
    /// <summary>Most positions that one page looks at, however few of them pass the filter.</summary>
    public const int MostScanned = 5000;

    private const string Query =
        """
        SELECT journal.position, journal.hash, cases.procedure, journal.definition_version, cases.agency, cases.reference, journal.bytes, journal.case_id
        FROM journal JOIN cases ON cases.id = journal.case_id LEFT JOIN cases AS parent ON parent.id = cases.parent
        WHERE journal.position > ?1 AND journal.position <= ?2
            AND (?3 IS NULL OR cases.agency IN (SELECT value FROM json_each(?3)) OR parent.agency IN (SELECT value FROM json_each(?3)))
            AND (?4 IS NULL OR cases.procedure IN (SELECT value FROM json_each(?4)))
            AND (?5 IS NULL OR cases.agency IN (SELECT value FROM json_each(?5)))
            AND (?6 IS NULL OR cases.procedure IN (SELECT value FROM json_each(?6)))
            AND (?7 IS NULL OR journal.type IN (SELECT value FROM json_each(?7)))
            AND (?8 IS NULL OR journal.case_id = ?8)
        ORDER BY journal.position LIMIT ?9
        """;

    private readonly ReaderPool readers;
    private readonly CaseKeys keys;
    private readonly JournalCodec codec;

    internal JournalFeed(ReaderPool readers, CaseKeys keys, JournalCodec codec, CommitSignal commits)
    {
        this.readers = readers;
        this.keys = keys;
        this.codec = codec;
        Commits = commits;
    }

    /// <summary>Tells of commits, so that nobody need look in vain.</summary>
    public CommitSignal Commits { get; }

    /// <summary>Position of the last entry; 0 when there is none.</summary>
    public long Last() => readers.Read(Last);

    /// <summary>Entries after a position.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="after">Position after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public FeedPage Read(FeedFilter filter, long after, int limit)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return readers.Read(session =>
        {
            var last = Last(session);
            var through = Math.Min(after + MostScanned, last);
            var sealers = new Dictionary<CaseId, CaseSealer>();
            try
            {
                var found = session.Sql(Query).With(after).With(through)
                    .With(Among(filter.Agencies)).With(Among(filter.Procedures)).With(Among(filter.OfAgencies)).With(Among(filter.OfProcedures))
                    .With(Among(filter.Kinds)).With(filter.OfCase).With(limit)
                    .All(row => Read(row, session, sealers)).ToImmutableArray();
                return new FeedPage(found, found.Length == limit ? found[^1].Position : Math.Max(after, through), last);
            }
            finally
            {
                foreach (var sealer in sealers.Values)
                    sealer.Dispose();
            }
        });
    }

    private static long Last(Session session) => session.Sql("SELECT max(position) FROM journal").First(row => row.Long(0));

    private static string? Among(ImmutableArray<string>? words) => words is { } some ? JsonSerializer.Serialize(some) : null;

    private FeedEntry Read(Statement row, Session session, Dictionary<CaseId, CaseSealer> sealers)
    {
        var id = row.Id(7);
        if (!sealers.TryGetValue(id, out var sealer))
            sealers.Add(id, sealer = keys.Find(session, id));
        var entry = codec.ReadEntry(row.Blob(6), row.Text(2), row.Int(3), sealer);
        return new FeedEntry(row.Long(0), [.. row.Span(1)], row.Text(2), row.Int(3), row.Text(4), row.Text(5), entry);
    }
}
