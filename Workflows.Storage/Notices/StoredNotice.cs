using NodaTime;

namespace Workflows.Storage;

/// <summary>A year of a calendar, loaded after the program was shipped.</summary>
/// <param name="Jurisdiction">Calendar id.</param>
/// <param name="Year">Year.</param>
/// <param name="Revision">1, 2, 3 … of that year; the highest one holds.</param>
/// <param name="Json">The year's file.</param>
/// <param name="CalendarVersion">Version of the calendar that it made current.</param>
/// <param name="LoadedAt">Real time.</param>
/// <param name="LoadedBy">Name of who loaded it.</param>
public sealed record StoredNotice(
    string Jurisdiction, int Year, int Revision, string Json, string CalendarVersion, Instant LoadedAt, string LoadedBy);
