using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Where a case is counted in the annual report.</summary>
/// <param name="Column">Who applied, a word of <see cref="AnnualReportForm.Columns"/>, or <see cref="AnnualReportForm.NormativeDocument"/>.</param>
/// <param name="Row">How an application ended, a word of <see cref="AnnualReportForm.Rows"/>; null while it is open.</param>
/// <param name="Made">Day on which a normative document was made; null before that, and for applications.</param>
public sealed record ReportPosition(string Column, string? Row, LocalDate? Made = null)
{
    /// <summary>The place of a case; null when its procedure is not reported on.</summary>
    /// <param name="definition">By which it is counted: that it is pinned to, or the first later one that is reported on; null for none.</param>
    /// <param name="state">The case.</param>
    /// <remarks>
    /// A case that was cancelled was opened by mistake or withdrawn: the form has no row for it but <c>其他处理 3.其他</c>. The checks
    /// prove that exactly one place applies; should a definition have got past them, the case is still counted, as other.
    /// </remarks>
    public static ReportPosition? Of(ProcedureDefinition? definition, CaseState state)
    {
        if (definition?.AnnualReport is not { } report)
            return null;
        if (report.Made is { } made)
        {
            return new(AnnualReportForm.NormativeDocument, null,
                state.State == CaseState.CancelledState ? null : (state.Fields.GetValueOrDefault(made) as FieldValue.Date)?.Value);
        }

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
