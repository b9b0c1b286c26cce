using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Calendar years loaded here, and which version of the calendar is current.</summary>
public sealed class NoticeStore
{
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal NoticeStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>Every notice, by jurisdiction, year and revision.</summary>
    public ImmutableArray<StoredNotice> All() => readers.Read(session => session.Sql(
            """
            SELECT jurisdiction, year, revision, json, calendar_version, loaded_at, loaded_by FROM notices
            ORDER BY jurisdiction, year, revision
            """)
        .All(row => new StoredNotice(row.Text(0), row.Int(1), row.Int(2), row.Text(3), row.Text(4), row.Moment(5), row.Text(6)))
        .ToImmutableArray());

    /// <summary>The current version of the calendar; null while only the years that ship with the program are known.</summary>
    public string? CalendarVersion() => readers.Read(session => Meta.Find(session, Meta.CalendarVersion));

    /// <summary>Adds a year, or a new revision of it, and makes a version of the calendar current.</summary>
    /// <param name="jurisdiction">Calendar id.</param>
    /// <param name="year">Year.</param>
    /// <param name="json">The year's file, checked by the caller.</param>
    /// <param name="calendarVersion">Version of the calendar with it.</param>
    /// <param name="by">Who.</param>
    public Task<StoredNotice> Add(string jurisdiction, int year, string json, string calendarVersion, ActorStamp by) => writer.Write(unit =>
    {
        var last = unit.Session.Sql("SELECT max(revision) FROM notices WHERE jurisdiction = ? AND year = ?")
            .With(jurisdiction).With(year).First(row => row.Int(0));
        var notice = new StoredNotice(jurisdiction, year, last + 1, json, calendarVersion, unit.Now, by.Name);
        unit.Session.Sql(
                """
                INSERT INTO notices (jurisdiction, year, revision, json, calendar_version, loaded_at, loaded_by) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
            .With(jurisdiction).With(year).With(notice.Revision).With(json).With(calendarVersion).With(notice.LoadedAt).With(notice.LoadedBy).Run();
        Meta.Set(unit.Session, Meta.CalendarVersion, calendarVersion);
        unit.Log(
            by,
            "notice.added",
            $"{jurisdiction}/{year}",
            JsonSerializer.Serialize(new { revision = notice.Revision, calendarVersion, sha256 = Digest.Of(json) }));
        return notice;
    });
}
