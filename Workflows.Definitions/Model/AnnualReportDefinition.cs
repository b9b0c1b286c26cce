using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Says that the cases of a procedure are counted in the annual report, and in which column each.</summary>
/// <param name="Applicant">Columns, by who applies: of an open or ended case exactly one applies.</param>
/// <param name="Basis">Article.</param>
public sealed record AnnualReportDefinition(ImmutableArray<ReportPlace> Applicant, LegalBasis Basis);

/// <summary>A row or a column of the annual report, and the cases that belong there.</summary>
/// <param name="When">Condition on fields and flags; null for every case.</param>
/// <param name="Name">A word of <see cref="AnnualReportForm"/>.</param>
public sealed record ReportPlace(Condition? When, string Name);
