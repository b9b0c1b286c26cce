using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Which cases to list; a null leaves its question out, all others must hold.</summary>
public sealed record CaseFilter
{
    /// <summary>Procedure.</summary>
    public string? Procedure { get; init; }

    /// <summary>State, or a superstate of it.</summary>
    public string? State { get; init; }

    /// <summary>Agencies whose cases the caller may see; null for all, empty for none.</summary>
    public ImmutableArray<string>? Agencies { get; init; }

    /// <summary>Procedures whose cases the caller may see; null for all.</summary>
    public ImmutableArray<string>? Procedures { get; init; }

    /// <summary>A due date had passed at this instant.</summary>
    public Instant? OverdueAt { get; init; }

    /// <summary>A due date lies before this day (Asia/Shanghai).</summary>
    public LocalDate? DueBefore { get; init; }

    /// <summary>The case number.</summary>
    public string? Reference { get; init; }

    /// <summary>First legal day of opening.</summary>
    public LocalDate? OpenedFrom { get; init; }

    /// <summary>Last legal day of opening.</summary>
    public LocalDate? OpenedThrough { get; init; }

    /// <summary>Found in the case number or in a text that is not personal.</summary>
    public string? Text { get; init; }

    /// <summary>Children of this case.</summary>
    public CaseId? Parent { get; init; }

    /// <summary>Opened by the calendar, by the schedule of this name.</summary>
    public string? Schedule { get; init; }

    /// <summary>Opened by the calendar for the period that began on this day.</summary>
    public LocalDate? Period { get; init; }

    /// <summary>Ended, or not.</summary>
    public bool? Closed { get; init; }

    /// <summary>First legal day of the end; open cases are left out.</summary>
    public LocalDate? ClosedFrom { get; init; }

    /// <summary>Last legal day of the end; open cases are left out.</summary>
    public LocalDate? ClosedThrough { get; init; }

    /// <summary>Opened on this day or before, and still open at its end.</summary>
    public LocalDate? OpenAtEndOf { get; init; }

    /// <summary>Column of the annual report, <see cref="AnyReportColumn"/>, or <see cref="AnnualReportForm.NormativeDocument"/>.</summary>
    public string? ReportColumn { get; init; }

    /// <summary>Row of the annual report.</summary>
    public string? ReportRow { get; init; }

    /// <summary>First day on which a normative document was made.</summary>
    public LocalDate? MadeFrom { get; init; }

    /// <summary>Last day on which a normative document was made.</summary>
    public LocalDate? MadeThrough { get; init; }

    /// <summary>A <see cref="ReportColumn"/> that means every column: all applications.</summary>
    public const string AnyReportColumn = "total";
}
