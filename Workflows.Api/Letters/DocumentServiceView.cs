using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Letters;

/// <summary>How a document that was served stands in law.</summary>
/// <param name="K">Number of the service that counts among those of the case; null when none does.</param>
/// <param name="AnsweredOn">The day by which the agency's own period is judged; null while it cannot be known.</param>
/// <param name="ReceivedOn">The day from which the recipient's periods run, itself not counted; null while it cannot be known.</param>
/// <param name="Basis">Why it counts as answered on that day; null when no service counts.</param>
/// <param name="Measures">Whether it was in time, for each clock that its issue ended or extended.</param>
/// <param name="Missing">What is still to be recorded, and what for.</param>
internal sealed record DocumentServiceView(
    int? K, LocalDate? AnsweredOn, LocalDate? ReceivedOn, LegalBasis? Basis, ImmutableArray<MeasureView> Measures, ImmutableArray<string> Missing)
{
    /// <summary>The view of a standing; null for none.</summary>
    public static DocumentServiceView? Of(ServiceStanding? standing) => standing is null ? null : new DocumentServiceView(
        standing.Number,
        standing.Days?.AnsweredOn,
        standing.Days?.ReceivedOn,
        standing.Days?.AnsweredBasis,
        [.. standing.Measures.Select(measure => new MeasureView(
            measure.Clock.Name, measure.Clock.Title, measure.Deadline.Due, measure.Deadline.Status, measure.Timeliness, measure.Says, measure.Clock.Basis))],
        standing.Missing);
}

/// <summary>Whether a document was served within a clock's period.</summary>
/// <param name="Clock">Name of the clock.</param>
/// <param name="Title">Its shown name.</param>
/// <param name="Due">The last day just before the document was issued; null where the clock stood still.</param>
/// <param name="Status">How sure that day is.</param>
/// <param name="Timeliness">In time or not.</param>
/// <param name="Says">Why.</param>
/// <param name="Basis">Article of the clock.</param>
internal sealed record MeasureView(
    string Clock, LocalizedText Title, LocalDate? Due, DueStatus Status, Timeliness Timeliness, string Says, LegalBasis Basis);
