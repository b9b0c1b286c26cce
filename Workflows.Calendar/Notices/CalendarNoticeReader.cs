using System.Collections.Immutable;
using System.Text.Json;

namespace Workflows.Calendar;

/// <summary>Reads the JSON text of a notice. Bad content is told in diagnostics, never thrown.</summary>
public static class CalendarNoticeReader
{
    /// <summary>Reads and checks one notice.</summary>
    /// <param name="json">The text; <c>Data/README.md</c> describes its form.</param>
    /// <param name="fileName">The name of the file, which must match the content (<c>cn-2027.json</c>, <c>cn-45-2017.json</c>); null when there is none.</param>
    public static NoticeReading Read(string json, string? fileName = null)
    {
        var (notice, diagnostics) = ReadUnchecked(json);
        if (diagnostics.Count == 0 && notice is not null)
            diagnostics.AddRange(NoticeChecks.Of(notice, fileName));
        return new(diagnostics.All(diagnostic => diagnostic.IsWarning) ? notice : null, diagnostics.DrainToImmutable());
    }

    /// <summary>Reads a notice without asking whether what it says can be so.</summary>
    internal static (CalendarNotice? Notice, ImmutableArray<NoticeDiagnostic>.Builder Diagnostics) ReadUnchecked(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var diagnostics = ImmutableArray.CreateBuilder<NoticeDiagnostic>();
        CalendarNotice? notice = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            notice = ReadNotice(new JsonFields(document.RootElement, "", diagnostics));
        }
        catch (JsonException e)
        {
            diagnostics.Add(new("not-json", "", $"不是合格的 JSON（第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节）", "改正该处的写法"));
        }

        return (notice, diagnostics);
    }

    private static CalendarNotice? ReadNotice(JsonFields fields)
    {
        fields.Allow("jurisdiction", "year", "source", "published", "url", "amendments", "holidays", "workdays");
        var jurisdiction = fields.Text("jurisdiction");
        if (jurisdiction is not null && !CalendarId.IsWellFormed(jurisdiction))
            fields.Report("jurisdiction-unknown", "jurisdiction", $"“{jurisdiction}”不是地区代码", "写 CN，或者 CN- 加 2、4、6 位行政区划代码");
        var notice = new
        {
            Year = fields.Year("year"),
            Source = fields.Text("source"),
            Published = fields.Date("published"),
            Url = fields.Text("url", required: false),
            Holidays = fields.List("holidays", ReadHoliday),
            Workdays = fields.List("workdays", ReadWorkday),
            Amendments = fields.List("amendments", ReadAmendment, required: false),
        };
        return fields.HasFaults
            ? null
            : new(new CalendarId(jurisdiction!), notice.Year, notice.Source!, notice.Published, notice.Url, notice.Holidays, notice.Workdays, notice.Amendments);
    }

    private static NoticeHoliday ReadHoliday(JsonFields fields)
    {
        fields.Allow("name", "from", "to");
        return new(fields.Text("name")!, fields.Date("from"), fields.Date("to"));
    }

    private static NoticeWorkday ReadWorkday(JsonFields fields)
    {
        fields.Allow("date", "for");
        return new(fields.Date("date"), fields.Text("for")!);
    }

    private static NoticeAmendment ReadAmendment(JsonFields fields)
    {
        fields.Allow("source", "published", "note", "changed");
        return new(fields.Text("source")!, fields.Date("published"), fields.Text("note")!, fields.Dates("changed"));
    }
}
