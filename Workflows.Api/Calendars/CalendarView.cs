using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Api.Calendars;

/// <summary>A calendar of working days.</summary>
/// <param name="Id">Its id: <c>CN</c> for the nation, <c>CN-45</c> for a division.</param>
/// <param name="Version">Names its data; each case says by which version it counts.</param>
/// <param name="FirstDay">The first day about which it answers.</param>
/// <param name="FirmThrough">The last day that published notices make firm.</param>
/// <param name="BaselineThrough">The last day about which it answers at all; days after <paramref name="FirmThrough"/> are expected, not announced.</param>
/// <param name="Notices">The notices that it rests on, oldest year first.</param>
/// <param name="RegionalGaps">Years for which a division has no notice of its own.</param>
internal sealed record CalendarView(
    string Id,
    string Version,
    LocalDate FirstDay,
    LocalDate FirmThrough,
    LocalDate BaselineThrough,
    ImmutableArray<NoticeView> Notices,
    ImmutableArray<RegionalGapView> RegionalGaps)
{
    /// <summary>The calendar.</summary>
    public static CalendarView Of(WorkingCalendar calendar) => new(
        calendar.Id.Value,
        calendar.Version,
        calendar.FirstDay,
        calendar.FirmThrough,
        calendar.BaselineThrough,
        [.. calendar.Notices.Select(NoticeView.Of)],
        [.. calendar.RegionalGaps.Select(gap => new RegionalGapView(gap.Layer.Value, gap.Year))]);
}

/// <summary>A year for which a division has no notice.</summary>
/// <param name="Jurisdiction">The division.</param>
/// <param name="Year">The year.</param>
internal sealed record RegionalGapView(string Jurisdiction, int Year);

/// <summary>The document that days rest on.</summary>
/// <param name="Jurisdiction">Who issued it.</param>
/// <param name="Year">The year that it is titled after.</param>
/// <param name="Source">Its number: 国办发明电〔2025〕7号.</param>
/// <param name="Published">The day on which it became public.</param>
/// <param name="Url">Where it was published, or null.</param>
internal sealed record NoticeView(string Jurisdiction, int Year, string Source, LocalDate Published, string? Url)
{
    /// <summary>The notice.</summary>
    public static NoticeView Of(NoticeReference notice) =>
        new(notice.Jurisdiction.Value, notice.Year, notice.Source, notice.Published, notice.Url);
}
