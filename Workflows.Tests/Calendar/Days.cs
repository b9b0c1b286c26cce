using NodaTime;
using NodaTime.Text;
using Workflows.Calendar;

namespace Workflows.Tests.Calendar;

/// <summary>What the calendar tests share: the national calendar, dates in text, and counting step by step.</summary>
internal static class Days
{
    public static readonly WorkingCalendar China = CalendarArchive.Official.Compile(CalendarId.China);

    public static LocalDate On(string isoDate) => LocalDatePattern.Iso.Parse(isoDate).Value;

    public static IEnumerable<LocalDate> All(LocalDate from, LocalDate through)
    {
        for (var day = from; day <= through; day = day.PlusDays(1))
            yield return day;
    }

    /// <summary>The national calendar as if no notice after this year's had been published.</summary>
    public static WorkingCalendar KnowingOnlyThrough(int year) =>
        new CalendarArchive(CalendarArchive.Official.Notices.Where(notice => notice.Year <= year)).Compile(CalendarId.China);

    /// <summary>The n-th working day after the start that no pause covers, found day by day.</summary>
    public static LocalDate StepByStep(WorkingCalendar calendar, LocalDate start, int workingDays, params Pause[] pauses)
    {
        var day = start;
        while (workingDays > 0)
        {
            day = day.PlusDays(1);
            if (calendar.IsWorkingDay(day) && !pauses.Any(pause => pause.From < day && day <= pause.Through))
                workingDays--;
        }

        return day;
    }
}
