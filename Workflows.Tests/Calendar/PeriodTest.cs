using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

public class PeriodTest
{
    [TestCase("15 working-days", "15 working-days", "15个工作日")]
    [TestCase("1 working-day", "1 working-day", "1个工作日")]
    [TestCase("3 days", "3 days", "3日")]
    [TestCase("1 day", "1 day", "1日")]
    [TestCase("30 minutes", "30 minutes", "30分钟")]
    [TestCase("2 hours", "2 hours", "2小时")]
    [TestCase("60 minutes", "1 hour", "1小时")]
    [TestCase("31 March", "03-31", "3月31日")]
    [TestCase("03-31", "03-31", "3月31日")]
    [TestCase("last-working-week-of-quarter", "last-working-week-of-quarter", "季度最后一个工作周")]
    public void Text_IsReadAndWrittenBack(string text, string canonical, string chinese)
    {
        Period.TryParse(text, out var period).Should().BeTrue();
        period!.ToString().Should().Be(canonical);
        period.ToChinese().Should().Be(chinese);
        Period.TryParse(canonical, out var again).Should().BeTrue();
        again.Should().Be(period);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("15")]
    [TestCase("0 days")]
    [TestCase("-1 days")]
    [TestCase("10001 days")]
    [TestCase("99999999999 days")]
    [TestCase("167 hours")]
    [TestCase("15  working-days")]
    [TestCase("15 fortnights")]
    [TestCase("02-29")]
    [TestCase("29 February")]
    [TestCase("31 April")]
    [TestCase("13-01")]
    [TestCase("3-31")]
    [TestCase("5 ")]
    public void Text_OfAnotherForm_IsNotRead(string? text) => Period.TryParse(text, out _).Should().BeFalse();

    [Test]
    public void Number_OutOfRange_IsRefused()
    {
        FluentActions.Invoking(() => new Period.WorkingDays(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Period.CalendarDays(10_001)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Period.FixedDate(2, 29)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test, Rule("CNT-07")]
    public void Minutes_RunOnTheWallClockThroughNightAndHoliday()
    {
        var start = Instant.FromUtc(2026, 10, 1, 15, 30);     // 23:30 in Beijing, a holiday
        var due = new Period.Minutes(120).DueAt(start);
        due.Should().Be(Instant.FromUtc(2026, 10, 1, 17, 30));
        ChinaTime.DayOf(start).Should().Be(On("2026-10-01"));
        ChinaTime.DayOf(due).Should().Be(On("2026-10-02"));
    }

    [Test, Rule("CNT-07")]
    public void Minutes_AreNotCountedFromADate() =>
        China.Due(new Period.Minutes(30), On("2026-03-16")).Should().Match<DueDate>(due => due.Status == DueStatus.Unanswerable && due.Why == DueReason.WallClock);

    [Test, Rule("CNT-01")]
    public void ChinaTime_DayRunsFromMidnightToMidnight()
    {
        ChinaTime.StartOf(On("2026-03-16")).Should().Be(Instant.FromUtc(2026, 3, 15, 16, 0));
        ChinaTime.EndOf(On("2026-03-16")).Should().Be(ChinaTime.StartOf(On("2026-03-17")));
        ChinaTime.DayOf(ChinaTime.EndOf(On("2026-03-16")) - Duration.Epsilon).Should().Be(On("2026-03-16"));
        ChinaTime.DayOf(ChinaTime.EndOf(On("2026-03-16"))).Should().Be(On("2026-03-17"));
    }
}
