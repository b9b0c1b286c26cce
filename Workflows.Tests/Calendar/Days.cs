using NodaTime;
using Workflows.Calendar;

namespace Workflows.Tests.Calendar;

/// <summary>What the calendar tests share: the national calendar and short ways to write dates and notices.</summary>
internal static class Days
{
    public static readonly WorkingCalendar China = CalendarArchive.Official.Compile(CalendarId.China);

    public static LocalDate On(string isoDate) => NodaTime.Text.LocalDatePattern.Iso.Parse(isoDate).Value;

    public static IEnumerable<LocalDate> All(LocalDate from, LocalDate through)
    {
        for (var day = from; day <= through; day = day.PlusDays(1))
            yield return day;
    }
}
