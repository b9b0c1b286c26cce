using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

/// <summary>Guangxi in 2017: days off added, a national working Saturday taken off, another Saturday worked.</summary>
[Rule("CNT-02")]
public class RegionalLayerTest
{
    private const string Guangxi2017 = """
        {
          "jurisdiction": "CN-45", "year": 2017, "source": "广西三月三放假安排", "published": "2016-12-20",
          "holidays": [{"name": "三月三", "from": "2017-03-30", "to": "2017-04-01"}],
          "workdays": [{"date": "2017-04-08", "for": "三月三"}]
        }
        """;

    private const string Wuzhou2017 = """
        {"jurisdiction": "CN-4504", "year": 2017, "source": "test", "published": "2016-12-21", "holidays": [], "workdays": [{"date": "2017-04-01", "for": "三月三"}]}
        """;

    private static readonly CalendarId Guangxi = new("CN-45");

    private static readonly CalendarArchive Archive = CalendarArchive.Official
        .With(CalendarNoticeReader.Read(Guangxi2017, "cn-45-2017.json").Notice!)
        .With(CalendarNoticeReader.Read(Wuzhou2017, "cn-4504-2017.json").Notice!);

    private static readonly WorkingCalendar Regional = Archive.Compile(Guangxi);

    [TestCase("2017-03-29", true, true)]
    [TestCase("2017-03-30", true, false)]
    [TestCase("2017-03-31", true, false)]
    [TestCase("2017-04-01", true, false)]
    [TestCase("2017-04-03", false, false)]
    [TestCase("2017-04-08", false, true)]
    public void Day_FollowsTheMostLocalWord(string day, bool inChina, bool inGuangxi)
    {
        China.IsWorkingDay(On(day)).Should().Be(inChina);
        Regional.IsWorkingDay(On(day)).Should().Be(inGuangxi);
    }

    [Test]
    public void Day_OfAPrefecture_FollowsThePrefectureFirst()
    {
        var wuzhou = Archive.Compile(new CalendarId("CN-4504"));
        wuzhou.IsWorkingDay(On("2017-03-31")).Should().BeFalse("the region's word stands where the prefecture says nothing");
        wuzhou.IsWorkingDay(On("2017-04-01")).Should().BeTrue();
        wuzhou.Describe(On("2017-04-01")).Layer.Should().Be(new CalendarId("CN-4504"));
    }

    [Test]
    public void Describe_NamesTheLayerAndItsNotice()
    {
        Regional.Describe(On("2017-04-01")).Should().Match<DayInfo>(day =>
            day.Kind == DayKind.Holiday && day.Name == "三月三" && day.Layer == Guangxi && day.Notice!.Source == "广西三月三放假安排");
        Regional.Describe(On("2017-04-03")).Layer.Should().Be(CalendarId.China);
    }

    [Test]
    public void Due_InAYearWithTheRegionsNotice_IsFinal()
    {
        var due = Regional.Due(new Period.WorkingDays(5), On("2017-03-28"));
        due.Status.Should().Be(DueStatus.Final);
        due.Date.Should().Be(On("2017-04-08"));
        due.Notices.ToArray().Select(notice => notice.Jurisdiction).Should().BeEquivalentTo([CalendarId.China, Guangxi]);
    }

    [Test, Rule("CNT-05")]
    public void Due_InAYearWithoutTheRegionsNotice_IsProvisionalWithoutBounds()
    {
        Regional.RegionalGaps.Should().Contain(new RegionalGap(Guangxi, 2018)).And.NotContain(new RegionalGap(Guangxi, 2017));
        Regional.Due(new Period.WorkingDays(5), On("2018-04-02")).Should().Match<DueDate>(due =>
            due.Status == DueStatus.Provisional && due.Why == DueReason.RegionNotAnnounced && due.Date != null && due.Earliest == null && due.Latest == null);
        Regional.Due(new Period.WorkingDays(5), On("2027-04-02")).Should().Match<DueDate>(due =>
            due.Status == DueStatus.Provisional && due.Why == DueReason.NotAnnounced && due.Earliest == null && due.Latest == null);
        Regional.Describe(On("2018-04-02")).HasRegionalGap.Should().BeTrue();
        Regional.Describe(On("2017-04-02")).HasRegionalGap.Should().BeFalse();
        China.RegionalGaps.Should().BeEmpty();
    }

    [Test]
    public void Version_DependsOnTheLayer() => Regional.Version.Should().StartWith("CN-45@2026+sha256:").And.NotEndWith(China.Version[^16..]);

    [Test]
    public void Nation_IsNotTouchedByItsDivisions() => Archive.Compile(CalendarId.China).Version.Should().Be(China.Version);

    [TestCase("CN-450401", "CN CN-45 CN-4504 CN-450401")]
    [TestCase("CN", "CN")]
    public void Layers_RunFromTheNationDown(string id, string layers) =>
        string.Join(' ', new CalendarId(id).Layers).Should().Be(layers);

    [TestCase("")]
    [TestCase("cn")]
    [TestCase("CN-")]
    [TestCase("CN-4")]
    [TestCase("CN-450")]
    [TestCase("CN-45040101")]
    [TestCase("CN-45\n")]
    public void CalendarId_OfAnotherForm_IsRefused(string id) =>
        FluentActions.Invoking(() => new CalendarId(id)).Should().Throw<FormatException>();
}
