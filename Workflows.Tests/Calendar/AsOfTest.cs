using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;

namespace Workflows.Tests.Calendar;

/// <summary>The calendar as it stood on an earlier day: the three decrees that changed a year already announced.</summary>
public class AsOfTest
{
    [TestCase("2015-05-12", "2015-08-24", 15, "2015-09-14", TestName = "Anniversary2015_BeforeTheDecree")]
    [TestCase("2015-05-13", "2015-08-24", 15, "2015-09-15", TestName = "Anniversary2015_OnItsDay")]
    [TestCase("2019-03-21", "2019-04-26", 3, "2019-05-02", TestName = "LabourDay2019_BeforeTheDecree")]
    [TestCase("2019-03-22", "2019-04-26", 3, "2019-04-30", TestName = "LabourDay2019_OnItsDay_MovesEarlier")]
    [TestCase("2020-01-26", "2020-01-20", 15, "2020-02-14", TestName = "SpringFestival2020_BeforeTheDecree")]
    [TestCase("2020-01-27", "2020-01-20", 15, "2020-02-18", TestName = "SpringFestival2020_OnItsDay")]
    [Rule("CNT-02")]
    public void LastDay_FollowsWhatWasPublishedBy(string asOf, string start, int count, string due) =>
        CalendarArchive.Official.Compile(CalendarId.China, On(asOf)).LastDay(On(start), count).Should().Be(On(due));

    [TestCase("2015-09-03", DayKind.Working, null, DayKind.Holiday, "国发明电〔2015〕1号")]
    [TestCase("2015-09-05", DayKind.Weekend, null, DayKind.Holiday, "国办发明电〔2014〕28号")]
    [TestCase("2015-09-06", DayKind.Weekend, null, DayKind.MakeUpWorkday, "国发明电〔2015〕1号")]
    [TestCase("2019-05-01", DayKind.Holiday, "劳动节", DayKind.Holiday, "国办发明电〔2018〕15号")]
    [TestCase("2019-05-04", DayKind.Weekend, null, DayKind.Holiday, "国办发明电〔2018〕15号")]
    [TestCase("2020-01-30", DayKind.Holiday, "春节", DayKind.Holiday, "国办发明电〔2019〕16号")]
    [TestCase("2020-01-31", DayKind.Working, null, DayKind.Holiday, "国办发明电〔2020〕1号")]
    [TestCase("2020-02-01", DayKind.MakeUpWorkday, "春节", DayKind.Holiday, "国办发明电〔2020〕1号")]
    [TestCase("2020-02-02", DayKind.Weekend, null, DayKind.Holiday, "国办发明电〔2019〕16号")]
    public void Describe_BeforeAndAfterTheDecree(string day, DayKind before, string? nameBefore, DayKind after, string source)
    {
        var first = CalendarArchive.Official.Notices.Single(notice => notice.Year == On(day).Year).Published;
        var asPublished = CalendarArchive.Official.Compile(CalendarId.China, first).Describe(On(day));
        asPublished.Kind.Should().Be(before);
        asPublished.Name.Should().Be(nameBefore);
        China.Describe(On(day)).Kind.Should().Be(after);
        China.Describe(On(day)).Notice!.Source.Should().Be(source);
    }

    [Test, Rule("CNT-05")]
    public void FirmThrough_AdvancesOnTheDayOfPublication()
    {
        CalendarArchive.Official.Compile(CalendarId.China, On("2025-11-03")).FirmThrough.Should().Be(On("2025-12-28"));
        CalendarArchive.Official.Compile(CalendarId.China, On("2025-11-04")).FirmThrough.Should().Be(On("2026-12-28"));
    }

    [Test]
    public void BeforeTheFirstNotice_ThereIsNoCalendar() =>
        FluentActions.Invoking(() => CalendarArchive.Official.Compile(CalendarId.China, On("2006-12-17"))).Should().Throw<OutsideCalendarException>();

    [Test]
    public void Version_NamesTheDataAndNothingElse()
    {
        China.Version.Should().MatchRegex(@"^CN@2026\+sha256:[0-9a-f]{16}$");
        CalendarArchive.Official.Compile(CalendarId.China).Version.Should().Be(China.Version);
        CalendarArchive.Official.Compile(CalendarId.China, On("2026-06-01")).Version.Should().Be(China.Version);
        var at = (string day) => CalendarArchive.Official.Compile(CalendarId.China, On(day)).Version;
        at("2020-01-26").Should().NotBe(at("2020-01-27"));
        new[] { at("2015-05-12"), at("2015-05-13") }.Should().OnlyHaveUniqueItems();
    }
}
