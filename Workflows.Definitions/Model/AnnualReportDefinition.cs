using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Says where the cases of a procedure are counted in the annual report: as applications, or as normative documents.</summary>
/// <param name="Applicant">Columns of the third table, by who applies: of an open or ended case exactly one applies. Empty for documents.</param>
/// <param name="Made">The date field that says when the document was made, counted in the second table; null for applications.</param>
/// <param name="Basis">Article.</param>
public sealed record AnnualReportDefinition(ImmutableArray<ReportPlace> Applicant, string? Made, LegalBasis Basis);

/// <summary>A row or a column of the annual report, and the cases that belong there.</summary>
/// <param name="When">Condition on fields and flags; null for every case.</param>
/// <param name="Name">A word of <see cref="AnnualReportForm"/>.</param>
public sealed record ReportPlace(Condition? When, string Name);
