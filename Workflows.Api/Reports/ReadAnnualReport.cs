using System.Globalization;
using System.Text;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Csv;
using Workflows.Api.Documents;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Reports;

/// <summary>Counts an agency's applications as the annual report asks for.</summary>
/// <remarks>国办公开办函〔2021〕30号 三; 政府信息公开条例 第五十条.</remarks>
internal static class ReadAnnualReport
{
    private const int FirstYear = 2008;

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/reports/annual", Handle)
        .WithName("readAnnualReport").WithTags("Registers and reports")
        .WithSummary("The tables of an agency's annual report, with the cases behind each number")
        .WithDescription(
            "Applications received and dealt with, by the form of 国办公开办函〔2021〕30号, for those who hold a role in the agency. Each cell names the list of its "
            + "cases; each column is checked: received and taken over are as many as dealt with and handed on. Of the other tables, what cases tell is given, and why "
            + "the rest is not known here: administrative licences, penalties, fees, reconsideration and litigation are no cases of this service.")
        .Produces<AnnualReportView>(StatusCodes.Status200OK, Formats.Json, CsvTable.MediaType, Formats.Html).Refuses(403, 404, 406, 422);

    private static async Task<IResult> Handle(
        HttpContext http,
        Caller caller,
        CaseQueries cases,
        CaseViews views,
        ReferenceDataSource reference,
        IClock clock,
        AccessLog log,
        [QueryParameter("The agency; needed.")] string? agency,
        [QueryParameter("The year; needed.", Type = "integer")] string? year,
        [QueryParameter("Format, before what `Accept` asks for.", Values = ["json", "csv", "html"])] string? format)
    {
        var query = new QueryReader();
        var id = query.Text("agency", agency ?? "");
        var of = (int)query.Number("year", year ?? "", FirstYear, 2999, FirstYear);
        var chosen = Formats.Choose(http, format, out var unavailable, Formats.Json, CsvTable.MediaType, Formats.Html);
        if ((query.Problem ?? unavailable) is { } wrong)
            return wrong.Result();
        if (reference.Current.Agencies.Find(id) is not { } known)
            return Problem.NotFound("没有这个机关").Result();
        if (!caller.ReadsAll && !caller.WorksIn(known.Id))
            return Problem.Forbidden("查看年度报告须在该机关任职").Result();
        if (caller.Scope.Procedures is not null)
            return Problem.Forbidden("此密钥限定了程序，不能查看汇总各程序的年度报告").Result();
        var today = ChinaTime.DayOf(clock.GetCurrentInstant());
        if (of > today.Year)
            return Problem.Invalid("year", $"不得晚于今年 {today.Year}").Result();
        await log.Export(caller, $"reports/annual/{of}", known.Id, chosen!).ConfigureAwait(false);
        var report = AnnualReportView.Of(
            views.Agency(known.Id), of, today, cases.Report(known.Id, new LocalDate(of, 1, 1), new LocalDate(of, 12, 31)));
        return chosen switch
        {
            CsvTable.MediaType => Table(report),
            Formats.Html => Results.Text(AnnualReportPage.Of(report).ToHtml(), RenderedDocument.HtmlMediaType, Encoding.UTF8),
            _ => Results.Ok(report),
        };
    }

    private static CsvResult Table(AnnualReportView report) => new(
        $"{report.Agency.Name}{report.Year}年政府信息公开申请情况.csv",
        ["一级", "二级", "三级", .. report.Columns.Select(column => column.Title)],
        _ => report.Rows.Select(row => row.Headings.Concat(Enumerable.Repeat("", 3 - row.Headings.Length))
            .Concat(row.Cells.Select(cell => cell.Number.ToString(CultureInfo.InvariantCulture)))));
}
