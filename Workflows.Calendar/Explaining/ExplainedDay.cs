namespace Workflows.Calendar;

/// <summary>One line of an explanation.</summary>
/// <param name="Day">The date, what kind of day it is and the notice that says so.</param>
/// <param name="Treatment">What the day did for the period.</param>
/// <param name="Number">The running number of a counted day, from 1; null on other days.</param>
/// <param name="PauseReason">Why the time stood still; null when the day is not paused. Several reasons are joined.</param>
/// <param name="Basis">The article by which the day was treated so: one on counting, or on a paused day those of its pauses, joined;
/// empty when a pause gives none. The notice that arranged the day is in <paramref name="Day"/>.</param>
public sealed record ExplainedDay(DayInfo Day, DayTreatment Treatment, int? Number, string? PauseReason, string Basis);
