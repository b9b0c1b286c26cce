using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Files;
using Workflows.Storage.Queries;
using Workflows.Storage.Schema;

namespace Workflows.Storage;

/// <summary>Finds cases by what is not personal. Every answer is as of the last commit; nothing is decrypted.</summary>
public sealed class CaseQueries
{
    private static readonly Expression<Func<CaseRow, CaseSummary>> Summary = row => new CaseSummary(
        row.Received,
        row.Id,
        row.Version,
        row.Procedure,
        row.DefinitionVersion,
        row.State,
        row.Agency,
        row.Reference,
        row.Parent,
        row.Root,
        row.OpenedOn,
        row.ClosedOn,
        row.Closed,
        row.Outcome,
        row.NextDue,
        row.CalendarVersion);

    /// <summary>A plus keeps the planner from going through all cases that the agency, or a procedure, ever had.</summary>
    internal const string CalendarSql =
        """
        SELECT cases.id, procedure, definition_version, reference, clock, status, due, due_at, earliest, latest, firm_through, ends_at, sequence, changed_at
        FROM deadlines JOIN cases ON cases.id = deadlines.case_id
        WHERE deadlines.open = 1 AND ends_at IS NOT NULL AND +agency = ?1 AND +procedure IN (SELECT value FROM json_each(?2))
        ORDER BY ends_at, deadlines.case_id, clock LIMIT ?3
        """;

    /// <summary>The key of a cursor among cases without a due date.</summary>
    private const long WithoutDue = long.MaxValue;

    private readonly ReaderPool readers;
    private readonly MasterKey master;

    internal CaseQueries(ReaderPool readers, MasterKey master)
    {
        this.readers = readers;
        this.master = master;
    }

    /// <summary>A page of the cases that pass the filter.</summary>
    /// <param name="filter">Which cases.</param>
    /// <param name="cursor">Null for the first page, then the cursor that came with the page before.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="order">In which order.</param>
    /// <exception cref="FormatException">The cursor is not one.</exception>
    public CasePage List(CaseFilter filter, string? cursor, int limit, CaseOrder order = CaseOrder.Newest)
    {
        using var context = readers.Query();
        var after = Cursor.Parse(cursor);
        var cases = context.Cases.Where(filter);
        List<CaseSummary> rows = order == CaseOrder.Urgency && after?.Key == WithoutDue
            ? []
            : [.. After(cases, after, order).Select(Summary).Take(limit + 1)];
        if (order == CaseOrder.Urgency && rows.Count <= limit)
        {
            var begun = after is { Key: WithoutDue } ? after : null;
            rows.AddRange(After(cases.Where(row => row.NextDue == null), begun, CaseOrder.Received).Select(Summary).Take(limit + 1 - rows.Count));
        }

        if (rows.Count <= limit)
            return new CasePage([.. rows], null);
        var last = rows[limit - 1];
        var key = order is CaseOrder.DueFirst or CaseOrder.Urgency ? last.NextDue?.ToUnixTimeTicks() ?? WithoutDue : 0;
        return new CasePage([.. rows[..limit]], new Cursor(key, last.Received).ToString());
    }

    /// <summary>How many cases pass the filter.</summary>
    public int Count(CaseFilter filter)
    {
        using var context = readers.Query();
        return context.Cases.Where(filter).Count();
    }

    /// <summary>The case, or null.</summary>
    public CaseSummary? Find(CaseId id)
    {
        using var context = readers.Query();
        return context.Cases.Where(row => row.Id == id).Select(Summary).SingleOrDefault();
    }

    /// <summary>The key of the case has been destroyed.</summary>
    public bool IsErased(CaseId id) => readers.Read(session => CaseFiles.IsErased(session, id));

    /// <summary>Cases of a procedure that ended before a legal day and have not been erased, those that ended first first.</summary>
    public IEnumerable<CaseSummary> EndedBefore(string procedure, LocalDate day) => readers.Read(session =>
        session.Sql(
                """
                SELECT cases.id FROM cases JOIN case_keys ON case_keys.case_id = cases.id
                WHERE procedure = ? AND closed = 1 AND closed_on < ? AND wrapped IS NOT NULL ORDER BY closed_on
                """)
            .With(procedure).With(day).All(row => row.Id(0))).Select(Find).OfType<CaseSummary>();

    /// <summary>The first case of that number, or null. Numbers taken over from elsewhere may repeat.</summary>
    public CaseSummary? FindByReference(string reference)
    {
        using var context = readers.Query();
        return context.Cases.Where(row => row.Reference == reference).OrderBy(row => row.Received).Select(Summary).FirstOrDefault();
    }

    /// <summary>Cases that the sweep must look at, the longest waiting first.</summary>
    public ImmutableArray<CaseId> DueCases(Instant now, int limit) => readers.Read(session =>
        session.Sql("SELECT id FROM cases WHERE attention_at <= ? ORDER BY attention_at LIMIT ?").With((Instant?)now).With(limit)
            .All(row => row.Id(0)).ToImmutableArray());

    /// <summary>The openings of a schedule that there have been.</summary>
    /// <param name="procedure">Procedure.</param>
    /// <param name="schedule">Name of the schedule.</param>
    public IReadOnlySet<OpenedPeriod> Opened(string procedure, string schedule) => readers.Read(session =>
        session.Sql("SELECT agency, period FROM cases WHERE procedure = ? AND schedule = ?").With(procedure).With(schedule)
            .All(row => new OpenedPeriod(row.Text(0), row.Date(1))).ToHashSet());

    /// <summary>When the sweep must look next, after an instant; null for never.</summary>
    public Instant? NextAttention(Instant after) => readers.Read(session =>
        session.Sql("SELECT min(attention_at) FROM cases WHERE attention_at > ?").With((Instant?)after).First(row => row.MaybeMoment(0)));

    /// <summary>Open cases that count by another version of the calendar, in the order of opening.</summary>
    /// <param name="calendar">Calendar id; cases that count by another calendar are left out.</param>
    /// <param name="calendarVersion">The version of it that they should count by.</param>
    /// <param name="after">The last case of the batch before; null for the first batch.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<CaseId> OpenCasesNotOn(string calendar, string calendarVersion, CaseId? after, int limit) => readers.Read(session =>
        session.Sql(
                """
                SELECT id FROM cases
                WHERE closed = 0 AND calendar_version >= ? AND calendar_version < ? AND calendar_version <> ?
                    AND received > coalesce((SELECT received FROM cases WHERE id = ?), 0)
                ORDER BY received LIMIT ?
                """)
            .With($"{calendar}@").With($"{calendar}A").With(calendarVersion).With(after).With(limit).All(row => row.Id(0)).ToImmutableArray());

    /// <summary>Open cases that an agency handles, in the order of opening.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="after">The last case of the batch before; null for the first batch.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<CaseId> OpenCasesAt(string agency, CaseId? after, int limit) => readers.Read(session =>
        session.Sql(
                """
                SELECT id FROM cases
                WHERE agency = ? AND received > coalesce((SELECT received FROM cases WHERE id = ?), 0) AND closed = 0
                ORDER BY received LIMIT ?
                """)
            .With(agency).With(after).With(limit).All(row => row.Id(0)).ToImmutableArray());

    /// <summary>Cases in which a field of <see cref="SearchFields"/> has this value, oldest first; capitals, width and outer blanks do not matter.</summary>
    /// <exception cref="ArgumentException">The field is not one of them.</exception>
    public ImmutableArray<CaseId> FindBySearchHash(string field, string value)
    {
        if (!SearchFields.All.Contains(field))
            throw new ArgumentException($"'{field}' cannot be searched by.", nameof(field));
        var hash = master.SearchHash(field, value);
        return readers.Read(session => session.Sql(
                """
                SELECT hashes.case_id FROM search_hashes AS hashes JOIN cases ON cases.id = hashes.case_id
                WHERE hashes.field = ? AND hashes.hmac = ? ORDER BY cases.received
                """)
            .With(field).With(hash).All(row => row.Id(0)).ToImmutableArray());
    }

    /// <summary>Cases of some agencies in which a field of <see cref="SearchFields"/> has this value, newest first.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value; capitals, width and outer blanks do not matter.</param>
    /// <param name="agencies">The agencies.</param>
    /// <param name="reaches">Which procedures.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<CaseSummary> FindBySearchHash(
        string field, string value, ImmutableArray<string> agencies, Func<string, bool> reaches, int limit) =>
        [.. FindBySearchHash(field, value).Reverse().Select(Find).OfType<CaseSummary>()
            .Where(found => agencies.Contains(found.Agency) && reaches(found.Procedure)).Take(limit)];

    /// <summary>Running clocks that have a date, the first one due first.</summary>
    /// <param name="agencies">Agencies whose cases the caller may see; null for all.</param>
    /// <param name="dueBy">Due on this day or before; null for all.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<OpenDeadline> Deadlines(ImmutableArray<string>? agencies, LocalDate? dueBy, int limit)
    {
        using var context = readers.Query();
        var deadlines = context.Deadlines.Where(row => row.Open && row.EndsAt != null);
        if (dueBy is { } day)
        {
            var end = ChinaTime.EndOf(day);
            deadlines = deadlines.Where(row => row.EndsAt <= end);
        }

        if (agencies is { } allowed)
        {
            string[] among = [.. allowed];
            deadlines = deadlines.Where(row => context.Cases.Any(found => found.Id == row.CaseId && among.Contains(found.Agency)));
        }

        return [.. deadlines.OrderBy(row => row.EndsAt).Take(limit).AsEnumerable().Select(Read)];
    }

    /// <summary>Running clocks of an agency's cases that have a date, the first one due first, by the index of running clocks.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="procedures">Procedures.</param>
    /// <param name="limit">At most this many.</param>
    public ImmutableArray<CalendarDeadline> Deadlines(string agency, ImmutableArray<string> procedures, int limit) => readers.Read(session =>
        session.Sql(CalendarSql).With(agency).With(JsonSerializer.Serialize(procedures)).With(limit)
            .All(row => new CalendarDeadline(
                row.Id(0),
                row.Text(1),
                row.Int(2),
                row.Text(3),
                row.Text(4),
                new Deadline(Enum.Parse<DueStatus>(row.Text(5)), row.MaybeDate(6), row.MaybeMoment(7), row.MaybeDate(8), row.MaybeDate(9), row.MaybeDate(10)),
                row.Moment(11),
                row.Int(12),
                row.Moment(13))).ToImmutableArray());

    /// <summary>The applications and normative documents of an agency, counted for the annual report from an index; all counts are of the same moment.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="from">First legal day.</param>
    /// <param name="through">Last legal day.</param>
    public ImmutableArray<ReportCount> Report(string agency, LocalDate from, LocalDate through) => readers.Read(session =>
        session.Sql(
                $"""
                SELECT report_column, '{ReportCount.Received}', count(*) FROM cases
                    WHERE agency = ?1 AND report_column IS NOT NULL AND opened_on BETWEEN ?2 AND ?3 GROUP BY 1
                UNION ALL SELECT report_column, '{ReportCount.CarriedIn}', count(*) FROM cases
                    WHERE agency = ?1 AND report_column IS NOT NULL AND opened_on < ?2 AND (closed_on IS NULL OR closed_on >= ?2) GROUP BY 1
                UNION ALL SELECT report_column, report_row, count(*) FROM cases
                    WHERE agency = ?1 AND report_column IS NOT NULL AND closed_on BETWEEN ?2 AND ?3 AND report_row IS NOT NULL GROUP BY 1, 2
                UNION ALL SELECT report_column, '{ReportCount.CarriedOut}', count(*) FROM cases
                    WHERE agency = ?1 AND report_column IS NOT NULL AND opened_on <= ?3 AND (closed_on IS NULL OR closed_on > ?3) GROUP BY 1
                UNION ALL SELECT report_column, '{ReportCount.Made}', count(*) FROM cases
                    WHERE agency = ?1 AND report_column = '{AnnualReportForm.NormativeDocument}' AND report_made BETWEEN ?2 AND ?3 GROUP BY 1
                UNION ALL SELECT report_column, '{ReportCount.Ever}', count(*) FROM cases
                    WHERE agency = ?1 AND report_column = '{AnnualReportForm.NormativeDocument}' GROUP BY 1
                """)
            .With(agency).With(from).With(through)
            .All(row => new ReportCount(row.Text(0), row.Text(1), row.Int(2))).ToImmutableArray());

    private static IQueryable<CaseRow> After(IQueryable<CaseRow> cases, Cursor? cursor, CaseOrder order)
    {
        if (order == CaseOrder.Newest)
        {
            if (cursor is { } last)
                cases = cases.Where(row => row.Received < last.Received);
            return cases.OrderByDescending(row => row.Received);
        }

        if (order == CaseOrder.Received)
        {
            if (cursor is { } last)
                cases = cases.Where(row => row.Received > last.Received);
            return cases.OrderBy(row => row.Received);
        }

        cases = cases.Where(row => row.NextDue != null);
        if (cursor is { } end)
        {
            var due = Instant.FromUnixTimeTicks(end.Key);
            cases = cases.Where(row => row.NextDue > due || (row.NextDue == due && row.Received > end.Received));
        }

        return cases.OrderBy(row => row.NextDue).ThenBy(row => row.Received);
    }

    private static OpenDeadline Read(DeadlineRow row) => new(row.CaseId, row.Clock, new Deadline(
        Enum.Parse<DueStatus>(row.Status), row.Due, row.DueAt, row.Earliest, row.Latest, row.FirmThrough));
}
