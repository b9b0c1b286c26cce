using Workflows.Definitions;

namespace Workflows.Api.Reports;

/// <summary>The lists of cases behind the numbers of an annual report.</summary>
internal sealed class ReportLinks(string agency, int year)
{
    /// <summary>Lists the cases of a cell.</summary>
    public string To(string row, string column) =>
        $"/api/v1/cases?agency={Uri.EscapeDataString(agency)}&reportColumn={column}&{Time(row)}"
        + (AnnualReportForm.Rows.Any(known => known.Name == row) ? $"&reportRow={row}" : "");

    /// <summary>Lists the normative documents that were made in the year.</summary>
    public string Made =>
        $"/api/v1/cases?agency={Uri.EscapeDataString(agency)}&reportColumn={AnnualReportForm.NormativeDocument}&madeFrom={year}-01-01&madeThrough={year}-12-31";

    private string Time(string row) => row switch
    {
        AnnualReportView.Received => $"openedFrom={year}-01-01&openedThrough={year}-12-31",
        AnnualReportView.CarriedIn => $"openAtEndOf={year - 1}-12-31",
        AnnualReportView.CarriedOut => $"openAtEndOf={year}-12-31",
        _ => $"closedFrom={year}-01-01&closedThrough={year}-12-31",
    };
}
