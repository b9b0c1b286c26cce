using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;

namespace Workflows.Tests.Calendar;

[Rule("CNT-05")]
public class BaselineTest
{
    [Test]
    public void Festivals_FallInsideTheHolidaysAnnounced()
    {
        foreach (var notice in CalendarArchive.Official.Notices.Where(notice => notice.Year >= 2008))
        {
            foreach (var festival in Festival.All)
            {
                notice.Holidays.Should().Contain(
                    holiday => holiday.Name.Contains(festival.Name) && holiday.From <= festival.DateIn(notice.Year) && festival.DateIn(notice.Year) <= holiday.To,
                    $"{festival.Name} {notice.Year}");
            }
        }
    }

    [TestCase("春节", "2027-02-06", "2028-01-26", "2033-01-31")]
    [TestCase("清明节", "2027-04-05", "2028-04-04", "2033-04-04")]
    [TestCase("端午节", "2027-06-09", "2028-05-28", "2033-06-01")]
    [TestCase("中秋节", "2027-09-15", "2028-10-03", "2033-09-08", Description = "2033 has a leap eleventh month")]
    public void Festivals_OfYearsToCome(string name, string in2027, string in2028, string in2033)
    {
        var festival = Festival.All.Single(festival => festival.Name == name);
        new[] { 2027, 2028, 2033 }.Select(festival.DateIn).Should().Equal(On(in2027), On(in2028), On(in2033));
    }

    [Test]
    public void Festivals_CanBeDatedForAllYearsThatNoticesMayHave()
    {
        foreach (var year in Enumerable.Range(Festival.FirstYear, Festival.LastYear - Festival.FirstYear + 1))
            Baseline.DaysOff(year).Should().HaveCountGreaterThanOrEqualTo(11);
    }

    [Test]
    public void Year2027_HasItsThirteenStatutoryDaysAndThoseInPlaceOfWeekends() =>
        Baseline.DaysOff(2027).Keys.Select(day => $"{day:MM-dd}").Should().Equal(
            "01-01", "02-05", "02-06", "02-07", "02-08", "02-09", "02-10", "04-05", "05-01", "05-02", "05-03", "05-04",
            "06-09", "09-15", "10-01", "10-02", "10-03", "10-04", "10-05");

    [Test]
    public void Year2027_Has248WorkingDays() => All(On("2027-01-01"), On("2027-12-31")).Count(China.IsWorkingDay).Should().Be(248);

    [Test]
    public void TwoFestivalsOnOneDate_GiveTwoDays() =>
        Baseline.DaysOff(2020).Keys.Where(day => day.Month == 10 && !Baseline.IsWeekend(day)).Select(day => day.Day).Should().Equal(1, 2, 5, 6);

    [Test]
    public void YearTotals_AreThoseAnnouncedButForWhatDecreesAddedOrDecemberTook()
    {
        foreach (var year in Enumerable.Range(2008, 19))
        {
            var expected = All(new(year, 1, 1), new(year, 12, 31)).Count(day => !Baseline.IsWeekend(day) && !Baseline.DaysOff(year).ContainsKey(day));
            var announced = All(new(year, 1, 1), new(year, 12, 31)).Count(China.IsWorkingDay);
            // 2011/2012: 31 December 2011 was worked for the new year; 2015 and 2020: decrees gave a day and two days more.
            (announced - expected).Should().Be(year switch { 2011 => 1, 2012 => -1, 2015 => -1, 2020 => -2, _ => 0 }, $"{year}");
        }
    }
}
