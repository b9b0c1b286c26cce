using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

public class WorkingCalendarTest
{
    private static readonly LocalDate WED_2026_09_30 = new(2026, 9, 30);
    private static readonly LocalDate THU_2026_10_08 = new(2026, 10, 8);
    private static readonly LocalDate SAT_2026_10_10 = new(2026, 10, 10);

    [TestCase(2007, 249, 19, 7)]
    [TestCase(2008, 251, 16, 5)]
    [TestCase(2009, 250, 17, 6)]
    [TestCase(2010, 250, 19, 8)]
    [TestCase(2011, 250, 16, 6)]
    [TestCase(2012, 249, 18, 6)]
    [TestCase(2013, 250, 23, 12)]
    [TestCase(2014, 250, 16, 5)]
    [TestCase(2015, 249, 17, 5)]
    [TestCase(2016, 250, 17, 6)]
    [TestCase(2017, 249, 16, 5)]
    [TestCase(2018, 250, 18, 7)]
    [TestCase(2019, 250, 17, 6)]
    [TestCase(2020, 249, 19, 6)]
    [TestCase(2021, 250, 18, 7)]
    [TestCase(2022, 249, 18, 7)]
    [TestCase(2023, 249, 18, 7)]
    [TestCase(2024, 251, 19, 8)]
    [TestCase(2025, 248, 18, 5)]
    [TestCase(2026, 248, 19, 6)]
    [Rule("CNT-02")]
    public void Year_HasTheDaysOfItsNotices(int year, int workingDays, int weekdaysOff, int weekendDaysWorked)
    {
        var days = All(new(year, 1, 1), new(year, 12, 31)).ToList();
        days.Count(China.IsWorkingDay).Should().Be(workingDays);
        days.Count(day => day.DayOfWeek <= IsoDayOfWeek.Friday && !China.IsWorkingDay(day)).Should().Be(weekdaysOff);
        days.Count(day => day.DayOfWeek > IsoDayOfWeek.Friday && China.IsWorkingDay(day)).Should().Be(weekendDaysWorked);
    }

    [Test, Rule("CNT-03")]
    public void ThreeDays_EndOnTheNextWorkingDayAfterTheHoliday() =>
        China.Due(new Period.CalendarDays(3), WED_2026_09_30).Date.Should().Be(THU_2026_10_08);

    [Test, Rule("CNT-02")]
    public void ThreeWorkingDays_CountTheMakeUpSaturday() =>
        China.Due(new Period.WorkingDays(3), WED_2026_09_30).Date.Should().Be(SAT_2026_10_10);
}
