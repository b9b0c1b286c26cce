using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Where a case is counted in the annual report.</summary>
/// <param name="Column">Who applied, a word of <see cref="AnnualReportForm.Columns"/>.</param>
/// <param name="Row">How it ended, a word of <see cref="AnnualReportForm.Rows"/>; null while it is open.</param>
public sealed record ReportPosition(string Column, string? Row)
{
    /// <summary>The place of a case, by the definition it is pinned to; null when its procedure is not reported on.</summary>
    /// <remarks>
    /// A case that was cancelled was opened by mistake or withdrawn: the form has no row for it but <c>其他处理 3.其他</c>. The checks
    /// prove that exactly one place applies; should a definition have got past them, the case is still counted, as other.
    /// </remarks>
    public static ReportPosition? Of(ProcedureDefinition definition, CaseState state)
    {
        if (definition.AnnualReport is not { } report)
            return null;
        var column = First(report.Applicant, state) ?? AnnualReportForm.OtherColumn;
        if (!state.Closed)
            return new(column, null);
        var rows = definition.States.FirstOrDefault(known => known.Name == state.State)?.Report ?? [];
        return new(column, First(rows, state) ?? AnnualReportForm.OtherRow);
    }

    private static string? First(ImmutableArray<ReportPlace> places, CaseState state)
    {
        // Conditions of the report ask about fields, flags and states, never about clocks: no day and no calendar is needed.
        var scope = new ConditionScope(null!, state, state.Fields, state.LastDay, null!, null);
        return places.FirstOrDefault(place => place.When is null || scope.Holds(place.When))?.Name;
    }
}
