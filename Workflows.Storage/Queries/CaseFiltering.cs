using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Queries;

/// <summary>A filter as conditions on the rows of cases.</summary>
internal static class CaseFiltering
{
    public static IQueryable<CaseRow> Where(this IQueryable<CaseRow> cases, CaseFilter filter)
    {
        if (filter.Procedure is { } procedure)
            cases = cases.Where(row => row.Procedure == procedure);
        if (filter.State is { } state)
            cases = cases.Where(row => row.State == state || row.State.StartsWith(state + "/"));
        if (filter.Agencies is { } allowed)
            cases = cases.Where(Among([.. allowed]));
        if (filter.Procedures is { } reached)
        {
            string[] procedures = [.. reached];
            cases = cases.Where(row => procedures.Contains(row.Procedure));
        }

        if (filter.OverdueAt is { } instant)
            cases = cases.Where(row => row.NextDue <= instant);
        if (filter.DueBefore is { } day)
        {
            var end = ChinaTime.StartOf(day);
            cases = cases.Where(row => row.NextDue <= end);
        }

        if (filter.Reference is { } reference)
            cases = cases.Where(row => row.Reference == reference);
        if (filter.OpenedFrom is { } from)
            cases = cases.Where(row => row.OpenedOn >= from);
        if (filter.OpenedThrough is { } through)
            cases = cases.Where(row => row.OpenedOn <= through);
        if (filter.Text is { } text)
            cases = cases.Where(row => EF.Functions.Like(row.Text, Pattern(text), "\\"));
        if (filter.Parent is { } parent)
            cases = cases.Where(row => row.Parent == parent);
        if (filter.Schedule is { } schedule)
            cases = cases.Where(row => row.Schedule == schedule);
        if (filter.Period is { } period)
            cases = cases.Where(row => row.Schedule != null && row.Period == period);
        if (filter.Closed is { } closed)
            cases = cases.Where(row => row.Closed == closed);
        return cases.Ended(filter).Reported(filter);
    }

    private static IQueryable<CaseRow> Ended(this IQueryable<CaseRow> cases, CaseFilter filter)
    {
        if (filter.ClosedFrom is { } from)
            cases = cases.Where(row => row.ClosedOn >= from);
        if (filter.ClosedThrough is { } through)
            cases = cases.Where(row => row.ClosedOn <= through);
        if (filter.OpenAtEndOf is { } day)
            cases = cases.Where(row => row.OpenedOn <= day && (row.ClosedOn == null || row.ClosedOn > day));
        return cases;
    }

    private static IQueryable<CaseRow> Reported(this IQueryable<CaseRow> cases, CaseFilter filter)
    {
        if (filter.ReportColumn is { } column)
        {
            cases = column == CaseFilter.AnyReportColumn
                ? cases.Where(row => row.ReportColumn != null && row.ReportColumn != AnnualReportForm.NormativeDocument)
                : cases.Where(row => row.ReportColumn == column);
        }

        if (filter.ReportRow is { } result)
            cases = cases.Where(row => row.ReportRow == result);
        if (filter.MadeFrom is { } madeFrom)
            cases = cases.Where(row => row.ReportMade >= madeFrom);
        if (filter.MadeThrough is { } madeThrough)
            cases = cases.Where(row => row.ReportMade <= madeThrough);
        return cases;
    }

    private static Expression<Func<CaseRow, bool>> Among(string[] agencies) =>
        agencies is [var only] ? row => row.Agency == only : row => agencies.Contains(row.Agency);

    private static string Pattern(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
