using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

[Rule("CNT-06")]
public class ExplanationTest
{
    private static readonly LocalDate FRI_2026_09_18 = new(2026, 9, 18);
    private static readonly LocalDate WED_2026_09_30 = new(2026, 9, 30);

    [Test]
    public void WorkingDays_AreExplainedDayByDay()
    {
        var explanation = China.Explain(new Period.WorkingDays(5), FRI_2026_09_18, [new(On("2026-09-22"), On("2026-09-23"), "第三方意见征询", "条例 第三十二条")]);
        Lines(explanation).Should().Equal(
            "2026-09-18 Working Start",
            "2026-09-19 Weekend Rest",
            "2026-09-20 MakeUpWorkday Counted 1 国庆节",
            "2026-09-21 Working Counted 2",
            "2026-09-22 Working Counted 3",
            "2026-09-23 Working Paused 第三方意见征询",
            "2026-09-24 Working Counted 4",
            "2026-09-25 Holiday Rest 中秋节",
            "2026-09-26 Holiday Rest 中秋节",
            "2026-09-27 Holiday Rest 中秋节",
            "2026-09-28 Working Counted 5");
        explanation.Due.Date.Should().Be(On("2026-09-28"));
        explanation.Version.Should().Be(China.Version);
        explanation.Days.Should().OnlyContain(line => line.Day.Notice!.Source == "国办发明电〔2025〕7号");
        explanation.Days.Take(6).Select(line => line.Basis).Should().Equal(
            "民法典 第二百零一条第一款", "国务院关于职工工作时间的规定 第七条", "民法典 第二百零一条第一款", "民法典 第二百零一条第一款", "民法典 第二百零一条第一款", "条例 第三十二条");
        explanation.Days[7].Basis.Should().Be("全国年节及纪念日放假办法");
    }

    [Test, Rule("CNT-03")]
    public void CalendarDays_ShowHowTheEndMoves()
    {
        var explanation = China.Explain(new Period.CalendarDays(3), WED_2026_09_30);
        Lines(explanation).Should().Equal(
            "2026-09-30 Working Start",
            "2026-10-01 Holiday Counted 1 国庆节",
            "2026-10-02 Holiday Counted 2 国庆节",
            "2026-10-03 Holiday Counted 3 国庆节",
            "2026-10-04 Holiday EndMoves 国庆节",
            "2026-10-05 Holiday EndMoves 国庆节",
            "2026-10-06 Holiday EndMoves 国庆节",
            "2026-10-07 Holiday EndMoves 国庆节",
            "2026-10-08 Working End");
        explanation.Days[^1].Basis.Should().Contain("第二百零三条");
    }

    [Test, Rule("CNT-05")]
    public void DaysNotAnnounced_AreMarkedAndHaveNoNotice()
    {
        var explanation = China.Explain(new Period.WorkingDays(3), On("2026-12-28"));
        Lines(explanation).Should().Equal(
            "2026-12-28 Working Start", "2026-12-29 Working Counted 1", "2026-12-30 Working Counted 2", "2026-12-31 Working Counted 3");
        explanation.Days.Select(line => line.Day.IsAnnounced).Should().Equal(true, false, false, false);
        explanation.Days.Select(line => line.Day.Notice is null).Should().Equal(false, true, true, true);
        China.Describe(On("2027-02-09")).Should().Match<DayInfo>(day => day.Kind == DayKind.Holiday && day.Name == "春节" && !day.IsAnnounced);
    }

    [Test, Rule("CNT-04")]
    public void OpenPause_IsExplainedToTheDayItBegan()
    {
        var explanation = China.Explain(new Period.WorkingDays(5), FRI_2026_09_18, [new(On("2026-09-21"), null, "不可抗力")]);
        explanation.Due.Status.Should().Be(DueStatus.Open);
        explanation.Days[^1].Should().Match<ExplainedDay>(line => line.Day.Date == On("2026-09-21") && line.Number == 2);
    }

    [Test, Rule("CNT-04")]
    public void PausesTogether_GiveAllTheirReasonsAndArticles() =>
        China.Explain(new Period.WorkingDays(2), FRI_2026_09_18,
            [new(On("2026-09-20"), On("2026-09-21"), "甲", "第十条"), new(On("2026-09-19"), On("2026-09-21"), "乙", "第十一条"), new(On("2026-09-19"), On("2026-09-21"), "乙")])
            .Days.Single(line => line.Day.Date == On("2026-09-21")).Should().Match<ExplainedDay>(line => line.PauseReason == "甲；乙" && line.Basis == "第十条；第十一条");

    [Test, Rule("CNT-08")]
    public void QuarterWeek_ShowsItsWindow() =>
        Lines(China.Explain(new Period.QuarterLastWorkingWeek(), On("2026-07-01"))).Should().Equal(
            "2026-07-01 Working Start", "2026-09-28 Working Counted 1", "2026-09-29 Working Counted 2", "2026-09-30 Working Counted 3");

    [Test, Rule("CNT-03")]
    public void FixedDate_ShowsStartAndDate() =>
        Lines(China.Explain(new Period.FixedDate(3, 31), On("2024-03-01"))).Should().Equal("2024-03-01 Working Start", "2024-03-31 Weekend End");

    private static IEnumerable<string> Lines(Explanation explanation) => explanation.Days.Select(line => string.Join(' ',
        new[] { $"{line.Day.Date:uuuu-MM-dd}", $"{line.Day.Kind}", $"{line.Treatment}", $"{line.Number}", line.Day.Name, line.PauseReason }
            .Where(word => !string.IsNullOrEmpty(word))));
}
