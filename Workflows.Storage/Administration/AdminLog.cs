using System.Collections.Immutable;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Every administrative change, chained like the journal and covered by the same checkpoints.</summary>
public sealed class AdminLog
{
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal AdminLog(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>Entries in order.</summary>
    /// <param name="after">Position after which to begin; 0 for the first.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<AdminEntry> Read(long after, int limit) => readers.Read(session =>
        session.Sql("SELECT bytes, hash FROM admin_log WHERE position > ? ORDER BY position LIMIT ?").With(after).With(limit)
            .All(row => AdminJson.Read(row.Blob(0), row.Span(1))).ToImmutableArray());

    /// <summary>Records a change that no store makes, such as a migration run.</summary>
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
