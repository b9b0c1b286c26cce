namespace Workflows.Calendar;

/// <summary>A year for which a division of a regional calendar has no notice, so that its own days off are unknown.</summary>
/// <param name="Layer">The division without a notice.</param>
/// <param name="Year">The calendar year.</param>
public readonly record struct RegionalGap(CalendarId Layer, int Year);
