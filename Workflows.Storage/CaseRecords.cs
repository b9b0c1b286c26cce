using System.Collections.Immutable;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Records;

namespace Workflows.Storage;

/// <summary>What the journal says of cases, with what is personal in clear: the caller masks what may not be shown.</summary>
public sealed class CaseRecords
{
    private const string DocumentColumns =
        "SELECT n, sequence, document, title, number, template, template_version, issued_on FROM documents WHERE case_id = ?";

    private readonly ReaderPool readers;
    private readonly CaseKeys keys;
    private readonly JournalCodec codec;

    internal CaseRecords(ReaderPool readers, CaseKeys keys, JournalCodec codec)
    {
        this.readers = readers;
        this.keys = keys;
        this.codec = codec;
    }

    /// <summary>Entries of a case in sequence.</summary>
    /// <param name="id">The case.</param>
    /// <param name="after">Sequence after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<StoredEntry> History(CaseId id, int after, int limit) => Entries(session =>
        session.Sql($"{EntryReader.Select} WHERE journal.case_id = ? AND journal.sequence > ? ORDER BY journal.sequence LIMIT ?")
            .With(id).With(after).With(limit));

    /// <summary>Entries of all cases in the order of their positions, which have no gaps: the feed that others follow.</summary>
    /// <param name="after">Position after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<StoredEntry> Feed(long after, int limit) => Entries(session =>
        session.Sql($"{EntryReader.Select} WHERE journal.position > ? ORDER BY journal.position LIMIT ?").With(after).With(limit));

    /// <summary>Position of the last entry; 0 when there is none.</summary>
    public long LastPosition() => readers.Read(session => session.Sql("SELECT max(position) FROM journal").First(row => row.Long(0)));

    /// <summary>The documents of a case, in order.</summary>
    public ImmutableArray<DocumentSummary> Documents(CaseId id) => readers.Read(session =>
        session.Sql($"{DocumentColumns} ORDER BY n").With(id).All(ReadDocument).ToImmutableArray());

    /// <summary>A document with what it was filled with; null when there is none.</summary>
    /// <param name="id">The case.</param>
    /// <param name="n">Its number within the case, from 1.</param>
    public DocumentContent? Document(CaseId id, int n)
    {
        var summary = readers.Read(session => session.Sql($"{DocumentColumns} AND n = ?").With(id).With(n).First(ReadDocument));
        return summary is not null && History(id, summary.Sequence - 1, 1) is [{ Entry.Event: CaseEvent.DocumentIssued issued }]
            ? new DocumentContent(summary, issued.Data)
            : null;
    }

    /// <summary>Facts in the order in which they were recorded.</summary>
    /// <param name="filter">Which facts.</param>
    /// <param name="after">Position after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<StoredFact> Facts(FactFilter filter, long after, int limit)
    {
        var found = Positions(filter, after, limit);
        return
        [
            .. Entries(session => session.Sql($"{EntryReader.Select} WHERE journal.position IN (SELECT value FROM json_each(?)) ORDER BY journal.position")
                    .With($"[{string.Join(',', found)}]"))
                .Select(Fact),
        ];
    }

    /// <summary>Entries of a register in order of their legal day, and of recording within a day.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="after">The place after which to begin; null for the beginning.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<RegisterEntry> Register(RegisterFilter filter, RegisterPlace? after, int limit) =>
        readers.Read(session => RegisterReading.Read(session, keys, codec, filter, after, limit));

    private static DocumentSummary ReadDocument(Statement row) =>
        new(row.Int(0), row.Int(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Int(6), row.Date(7));

    private static StoredFact Fact(StoredEntry stored)
    {
        var fact = (CaseEvent.FactRecorded)stored.Entry.Event;
        return new StoredFact(
            stored.Position, stored.Entry.Case, stored.Entry.Sequence, fact.Kind, stored.Entry.OccurredOn, fact.Values, fact.Basis);
    }

    private List<long> Positions(FactFilter filter, long after, int limit)
    {
        using var context = readers.Query();
        var facts = context.Facts.Where(row => row.Position > after);
        if (filter.Kind is { } kind)
            facts = facts.Where(row => row.Kind == kind);
        if (filter.Case is { } id)
            facts = facts.Where(row => row.CaseId == id);
        if (filter.From is { } from)
            facts = facts.Where(row => row.OccurredOn >= from);
        if (filter.Through is { } through)
            facts = facts.Where(row => row.OccurredOn <= through);
        if (filter.Agencies is { } allowed)
        {
            string[] agencies = [.. allowed];
            facts = facts.Where(row => agencies.Contains(row.Agency));
        }

        return [.. facts.OrderBy(row => row.Position).Select(row => row.Position).Take(limit)];
    }

    private ImmutableArray<StoredEntry> Entries(Func<Session, Statement> query) => readers.Read(session =>
    {
        using var reader = new EntryReader(session, keys, codec);
        return query(session).All(reader.Read).ToImmutableArray();
    });
}
