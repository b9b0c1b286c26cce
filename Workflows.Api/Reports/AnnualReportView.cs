using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Cases;
using Workflows.Definitions;
using Workflows.Storage;

namespace Workflows.Api.Reports;

/// <summary>The tables of an agency's annual report: the third, applications received and dealt with, and what there is of the others.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Year">The year.</param>
/// <param name="Form">The form that it follows.</param>
/// <param name="AsOf">The day as of which it was counted.</param>
/// <param name="Final">The year is over; false while it runs, when the last row is what is open now.</param>
/// <param name="Columns">Who applied, in the order of the form; the last one is the total.</param>
/// <param name="Rows">Rows in the order of the form.</param>
/// <param name="Balance">For each column: received and taken over against dealt with and handed on.</param>
/// <param name="Others">The figures of the second and fourth table, with the number where it is known here.</param>
internal sealed record AnnualReportView(
    AgencyRefView Agency,
    int Year,
    string Form,
    LocalDate AsOf,
    bool Final,
    ImmutableArray<ReportColumnView> Columns,
    ImmutableArray<ReportRowView> Rows,
    ImmutableArray<ReportBalanceView> Balance,
    ImmutableArray<ReportFigureView> Others)
{
    /// <summary>Row of those received in the year.</summary>
    public const string Received = ReportCount.Received;

    /// <summary>Row of those taken over from the year before.</summary>
    public const string CarriedIn = ReportCount.CarriedIn;

    /// <summary>Row of all that were dealt with.</summary>
    public const string Concluded = "concluded";

    /// <summary>Row of those handed on to the next year.</summary>
    public const string CarriedOut = ReportCount.CarriedOut;

    /// <summary>Fills the form with what was counted.</summary>
    public static AnnualReportView Of(AgencyRefView agency, int year, LocalDate today, ImmutableArray<ReportCount> counts)
    {
        var numbers = counts.ToDictionary(count => (count.Column, count.Row), count => count.Number);
        var links = new ReportLinks(agency.Id, year);
        ImmutableArray<ReportColumnView> columns =
        [
            .. AnnualReportForm.Columns.Select(column => new ReportColumnView(column.Name, column.Title)),
            new ReportColumnView(CaseFilter.AnyReportColumn, "总计"),
        ];
        int Number(string column, string row) => column == CaseFilter.AnyReportColumn
            ? AnnualReportForm.Columns.Sum(one => numbers.GetValueOrDefault((one.Name, row)))
            : numbers.GetValueOrDefault((column, row));
        int Sum(string column) => AnnualReportForm.Rows.Sum(row => Number(column, row.Name));
        ReportRowView Row(string name, ImmutableArray<string> headings, Func<string, int> number) => new(
            name, headings, [.. columns.Select(column => new ReportCellView(column.Name, number(column.Name), links.To(name, column.Name)))]);
        ReportRowView Counted(string name, params ImmutableArray<string> headings) => Row(name, headings, column => Number(column, name));
        ImmutableArray<ReportRowView> rows =
        [
            Counted(Received, "一、本年新收政府信息公开申请数量"),
            Counted(CarriedIn, "二、上年结转政府信息公开申请数量"),
            .. AnnualReportForm.Rows.Select(row => Counted(row.Name, row.Title is null ? [Results, row.Group] : [Results, row.Group, row.Title])),
            Row(Concluded, [Results, "（七）总计"], Sum),
            Counted(CarriedOut, "四、结转下年度继续办理"),
        ];
        return new(
            agency, year, AnnualReportForm.Act, today, year < today.Year, columns, rows,
            [.. columns.Select(column => ReportBalanceView.Of(
                column.Name, Number(column.Name, Received), Number(column.Name, CarriedIn), Sum(column.Name), Number(column.Name, CarriedOut)))],
            ReportFigures.Of(
                numbers.GetValueOrDefault((AnnualReportForm.NormativeDocument, ReportCount.Ever)) > 0,
                numbers.GetValueOrDefault((AnnualReportForm.NormativeDocument, ReportCount.Made)),
                links.Made));
    }

    private const string Results = "三、本年度办理结果";
}

/// <summary>A column.</summary>
/// <param name="Name">Its word; <c>total</c> for the total.</param>
/// <param name="Title">Title as the form prints it.</param>
internal sealed record ReportColumnView(string Name, string Title);

/// <summary>A row.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Headings">Headings as the form prints them, from the first level down.</param>
/// <param name="Cells">A cell for each column.</param>
internal sealed record ReportRowView(string Name, ImmutableArray<string> Headings, ImmutableArray<ReportCellView> Cells);

/// <summary>A cell.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Number">How many applications.</param>
/// <param name="Cases">Lists exactly these.</param>
internal sealed record ReportCellView(string Column, int Number, string Cases);

/// <summary>Whether a column adds up: what came in is what went out.</summary>
/// <param name="Column">The column.</param>
/// <param name="Received">Received in the year.</param>
/// <param name="CarriedIn">Taken over from the year before.</param>
/// <param name="Concluded">Dealt with.</param>
/// <param name="CarriedOut">Handed on to the next year.</param>
/// <param name="Holds">The first two are as many as the last two.</param>
internal sealed record ReportBalanceView(string Column, int Received, int CarriedIn, int Concluded, int CarriedOut, bool Holds)
{
    /// <summary>The balance of a column.</summary>
    public static ReportBalanceView Of(string column, int received, int carriedIn, int concluded, int carriedOut) =>
        new(column, received, carriedIn, concluded, carriedOut, received + carriedIn == concluded + carriedOut);
}
