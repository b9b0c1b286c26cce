using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>A clock of a case today.</summary>
/// <param name="Name">Name in the definition.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Period">Its length with extensions left out: <c>15 working-days</c>, or <c>until</c> a date field.</param>
/// <param name="Phase">What it does.</param>
/// <param name="Colour">How much it wants attention.</param>
/// <param name="WorkingDaysLeft">Working days after today through the due date; negative when overdue.</param>
/// <param name="Status">How sure the due date is; null while it does not run.</param>
/// <param name="Due">Last day; it ends at 24:00 Beijing time.</param>
/// <param name="DueAt">The instant, for periods in hours and minutes.</param>
/// <param name="Earliest">The earliest day it can become, while provisional.</param>
/// <param name="Latest">The latest day it can become, while provisional; nothing takes effect before it.</param>
/// <param name="FirmThrough">Days up to this one are announced.</param>
/// <param name="StartedOn">Legal day of the event that started it; itself not counted.</param>
/// <param name="StoppedOn">Legal day on which it ended.</param>
/// <param name="Extension">Units added by extensions.</param>
/// <param name="Basis">Article.</param>
internal sealed record ClockView(
    string Name,
    LocalizedText Title,
    string Period,
    ClockPhase Phase,
    ClockColour Colour,
    int? WorkingDaysLeft,
    DueStatus? Status,
    LocalDate? Due,
    Instant? DueAt,
    LocalDate? Earliest,
    LocalDate? Latest,
    LocalDate? FirmThrough,
    LocalDate? StartedOn,
    LocalDate? StoppedOn,
    int Extension,
    LegalBasis Basis)
{
    /// <summary>The view of a standing.</summary>
    public static ClockView Of(ClockStanding standing) => new(
        standing.Clock.Name,
        standing.Clock.Title,
        standing.Clock.Length,
        standing.Phase,
        standing.Colour,
        standing.WorkingDaysLeft,
        standing.Deadline?.Status,
        standing.Deadline?.Due,
        standing.Deadline?.DueAt,
        standing.Deadline?.Earliest,
        standing.Deadline?.Latest,
        standing.Deadline?.FirmThrough,
        standing.StartedOn,
        standing.StoppedOn,
        standing.Extension,
        standing.Clock.Basis);
}
