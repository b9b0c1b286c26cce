using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>
/// One yearly notice of days off and make-up working days, its later changes applied. Days may lie in December of the
/// year before: the notice titled 2019 sets 29–31 December 2018.
/// </summary>
/// <param name="Jurisdiction">Who issued it: the nation or a division.</param>
/// <param name="Year">The year that the notice is titled after.</param>
/// <param name="Source">The document number, such as 国办发明电〔2025〕7号.</param>
/// <param name="Published">The day on which it became public.</param>
/// <param name="Url">Where it was published, if recorded.</param>
/// <param name="Holidays">The days off.</param>
/// <param name="Workdays">The weekend days worked.</param>
/// <param name="Amendments">The decrees that changed the notice, oldest first.</param>
public sealed record CalendarNotice(
    CalendarId Jurisdiction,
    int Year,
    string Source,
    LocalDate Published,
    string? Url,
    ImmutableArray<NoticeHoliday> Holidays,
    ImmutableArray<NoticeWorkday> Workdays,
    ImmutableArray<NoticeAmendment> Amendments)
{
    /// <summary>The reference under which days of this notice are cited.</summary>
    public NoticeReference Reference => new(Jurisdiction, Year, Source, Published, Url);
}
