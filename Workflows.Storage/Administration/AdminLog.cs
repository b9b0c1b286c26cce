using System.Collections.Immutable;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Every administrative change, and every read that is written down, chained like the journal and covered by the same checkpoints.</summary>
public sealed class AdminLog
{
    /// <summary>Which entries are reads, in SQL; the indexes are made with the same words.</summary>
    internal const string IsRead = "action >= 'read.' AND action < 'read/'";
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal AdminLog(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>Changes in order.</summary>
    /// <param name="after">Position after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<AdminEntry> Read(long after, int limit) => readers.Read(session =>
        session.Sql($"SELECT bytes, hash FROM admin_log WHERE position > ? AND NOT ({IsRead}) ORDER BY position LIMIT ?").With(after).With(limit)
            .All(row => AdminJson.Read(row.Blob(0), row.Span(1))).ToImmutableArray());

    /// <summary>What was read, in order: the entries of <see cref="ReadEntry"/>.</summary>
    /// <param name="subject">Of this case or resource only; null for all.</param>
    /// <param name="actor">By this reader only; null for all.</param>
    /// <param name="after">Position after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<AdminEntry> Reads(string? subject, string? actor, long after, int limit) => readers.Read(session =>
        session.Sql(
                $"""
                SELECT bytes, hash FROM admin_log WHERE position > ?1 AND {IsRead} AND (?2 IS NULL OR subject = ?2)
                    AND (?3 IS NULL OR json_extract(CAST(bytes AS TEXT), '$.actor.id') = ?3)
                ORDER BY position LIMIT ?4
                """)
            .With(after).With(subject).With(actor).With(limit).All(row => AdminJson.Read(row.Blob(0), row.Span(1))).ToImmutableArray());

    /// <summary>Records a change that no store makes, such as a migration run, or a read.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">A JSON value.</param>
    /// <param name="by">Who.</param>
    public Task Record(string action, string subject, string detail, ActorStamp by) => writer.Write(unit =>
    {
        unit.Log(by, action, subject, detail);
        return true;
    });
}
