using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

[Rule("CNT-08")]
public class QuarterLastWorkingWeekTest
{
    [TestCase("2025-05-12", "2025-06-30", "2025-06-30", TestName = "QuarterEndingOnAMonday_HasAWindowOfOneDay")]
    [TestCase("2026-07-01", "2026-09-28", "2026-09-30", TestName = "QuarterEndingOnAWednesday_HasAWindowFromMonday")]
    [TestCase("2024-02-01", "2024-03-25", "2024-03-29", TestName = "QuarterEndingOnASunday_EndsOnFriday")]
    [TestCase("2018-10-08", "2018-12-24", "2018-12-29", TestName = "QuarterEndingWithAMakeUpSaturday_EndsOnIt")]
    [TestCase("2007-07-02", "2007-09-24", "2007-09-30", TestName = "QuarterEndingWithAMakeUpSunday_EndsOnIt")]
    [TestCase("2012-10-08", "2012-12-31", "2012-12-31", TestName = "LastDayOfTheYear_AMonday_IsAWindowOfOneDay")]
    [TestCase("2025-06-29", "2025-06-30", "2025-06-30", TestName = "StartOnTheDayBefore_IsTheSameQuarter")]
    [TestCase("2025-06-30", "2025-09-29", "2025-09-30", TestName = "StartOnTheDueDate_IsTheNextQuarter")]
    public void Window_RunsFromItsFirstToItsLastWorkingDay(string start, string from, string due)
    {
        var answer = China.Due(new Period.QuarterLastWorkingWeek(), On(start), [new(On(start), null, "does not matter")]);
        answer.Status.Should().Be(DueStatus.Final);
        answer.WindowFrom.Should().Be(On(from));
        answer.Date.Should().Be(On(due));
    }

    [Test, Rule("CNT-05")]
    public void Window_AtTheEndOfTheLastAnnouncedYear_IsProvisional()
    {
        var answer = China.Due(new Period.QuarterLastWorkingWeek(), On("2026-11-01"));
        answer.Status.Should().Be(DueStatus.Provisional);
        answer.Date.Should().Be(On("2026-12-31"));
        (answer.Earliest < answer.Date).Should().BeTrue();
        answer.Latest.Should().Be(On("2026-12-31"));
    }

    [Test]
    public void Window_IsTheWeekOfTheLastWorkingDay_InEveryQuarter()
    {
        for (var first = On("2007-01-01"); first.Year < 2026; first = first.PlusMonths(3))
        {
            var answer = China.Due(new Period.QuarterLastWorkingWeek(), first);
            var last = All(first, first.PlusMonths(3).PlusDays(-1)).Last(China.IsWorkingDay);
            var week = All(last.PlusDays(-6), last).Where(day => day.DayOfWeek <= last.DayOfWeek && China.IsWorkingDay(day));
            answer.Date.Should().Be(last);
            answer.WindowFrom.Should().Be(week.First());
        }
    }
}
