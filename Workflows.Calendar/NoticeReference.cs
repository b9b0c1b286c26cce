using NodaTime;

namespace Workflows.Calendar;

/// <summary>Points at the document that days of a calendar rest on: a yearly notice or a later change to it.</summary>
/// <param name="Jurisdiction">Who issued it.</param>
/// <param name="Year">The year that the notice is titled after.</param>
/// <param name="Source">The document number, such as 国办发明电〔2025〕7号.</param>
/// <param name="Published">The day on which it became public.</param>
/// <param name="Url">Where it was published; null when not recorded.</param>
public sealed record NoticeReference(CalendarId Jurisdiction, int Year, string Source, LocalDate Published, string? Url);
