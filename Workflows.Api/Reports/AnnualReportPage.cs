using System.Collections.Immutable;
using System.Globalization;
using Workflows.Api.Documents;

namespace Workflows.Api.Reports;

/// <summary>The annual report's third table as the form prints it.</summary>
internal static class AnnualReportPage
{
    private const int Levels = 3;

    /// <summary>The page.</summary>
    public static RenderedDocument Of(AnnualReportView report)
    {
        var title = $"{report.Agency.Name}{report.Year}年收到和处理政府信息公开申请情况";
        return new RenderedDocument(title,
        [
            new DocumentBlock.Heading(1, false, [Run(title)]),
            new DocumentBlock.Table([.. Head(report), .. report.Rows.Select((row, index) => Row(report, row, index))]),
            new DocumentBlock.Paragraph(ParagraphStyle.Plain, [Run(
                report.Final ? $"统计截至 {report.Year}-12-31。" : $"本年度尚未结束：统计截至 {report.AsOf:uuuu-MM-dd}，“结转下年度继续办理”为目前尚未办结的数量。")]),
            new DocumentBlock.Paragraph(ParagraphStyle.Plain, [Run(Balance(report))]),
            new DocumentBlock.Heading(2, false, [Run("其他各表")]),
            .. report.Others.Select(figure => new DocumentBlock.Paragraph(ParagraphStyle.Plain, [Run(Text(figure))])),
        ]);
    }

    private static ImmutableArray<DocumentCell>[] Head(AnnualReportView report) =>
    [
        [
            Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", header: true, columns: Levels, rows: 3),
            Cell("申请人情况", header: true, columns: report.Columns.Length),
        ],
        [
            Cell(report.Columns[0].Title, header: true, rows: 2),
            Cell("法人或其他组织", header: true, columns: report.Columns.Length - 2),
            Cell(report.Columns[^1].Title, header: true, rows: 2),
        ],
        [.. report.Columns[1..^1].Select(column => Cell(column.Title, header: true))],
    ];

    /// <summary>A heading stands once, over all rows that share it with those before.</summary>
    private static ImmutableArray<DocumentCell> Row(AnnualReportView report, ReportRowView row, int index)
    {
        var cells = ImmutableArray.CreateBuilder<DocumentCell>();
        for (var level = 0; level < row.Headings.Length; level++)
        {
            var shared = level + 1;
            if (index > 0 && Same(report.Rows[index - 1], row, shared))
                continue;
            var rows = report.Rows.Skip(index).TakeWhile(other => Same(other, row, shared)).Count();
            cells.Add(Cell(row.Headings[level], header: true, columns: level == row.Headings.Length - 1 ? Levels - level : 1, rows: rows));
        }

        cells.AddRange(row.Cells.Select(cell => Cell(cell.Number.ToString(CultureInfo.InvariantCulture), header: false)));
        return cells.ToImmutable();
    }

    private static bool Same(ReportRowView one, ReportRowView other, int levels) =>
        one.Headings.Length >= levels && other.Headings.Length >= levels && one.Headings[..levels].SequenceEqual(other.Headings[..levels]);

    private static string Balance(AnnualReportView report)
    {
        var total = report.Balance[^1];
        var sum = $"勾稽：{total.Received} + {total.CarriedIn} = {total.Concluded} + {total.CarriedOut}";
        return report.Balance.All(column => column.Holds) ? $"{sum}，各列相符。" : $"{sum}；有的列不相符，请核对。";
    }

    private static string Text(ReportFigureView figure) =>
        $"{string.Join(' ', figure.Headings)}：{(figure.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : $"未统计。{figure.Why}")}";

    private static DocumentCell Cell(string text, bool header, int columns = 1, int rows = 1) => new(
        header, ParagraphStyle.Center, columns, rows, null, [new DocumentBlock.Paragraph(ParagraphStyle.Center, [Run(text)])]);

    private static DocumentRun Run(string text) => new(text, false, false, false);
}
