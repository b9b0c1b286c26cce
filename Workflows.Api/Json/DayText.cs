using NodaTime;
using NodaTime.Text;

namespace Workflows.Api.Json;

/// <summary>Dates and times as clients write them, within the years that a calendar can be asked about.</summary>
internal static class DayText
{
    /// <summary>How a day must look.</summary>
    public const string DayForm = "应为日期，形如 2026-03-02，年份在 1900 至 2999 之间";

    /// <summary>How an instant must look.</summary>
    public const string MomentForm = "应为带时区的时间，形如 2026-03-02T09:00:00+08:00，年份在 1900 至 2999 之间";

    /// <summary>Reads a day; null when the text is none.</summary>
    public static LocalDate? Day(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2999 } day } ? day : null;

    /// <summary>Reads an instant with its offset; null when the text is none.</summary>
    public static Instant? Moment(string? text) =>
        text is not null && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2999 } at }
            ? at.ToInstant()
            : null;
}
