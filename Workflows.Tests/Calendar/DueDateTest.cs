using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

public class DueDateTest
{
    private static readonly LocalDate SAT_2026_03_14 = new(2026, 3, 14);
    private static readonly LocalDate MON_2026_03_16 = new(2026, 3, 16);
    private static readonly LocalDate FRI_2026_03_20 = new(2026, 3, 20);
    private static readonly LocalDate MON_2026_03_23 = new(2026, 3, 23);
    private static readonly LocalDate TUE_2026_03_24 = new(2026, 3, 24);

    [TestCase("2026-03-14", 1, "2026-03-16", TestName = "WorkingDays_FromASaturday_BeginOnMonday")]
    [TestCase("2026-03-15", 1, "2026-03-16", TestName = "WorkingDays_FromASunday_BeginOnMonday")]
    [TestCase("2026-03-13", 1, "2026-03-16", TestName = "WorkingDays_FromAFriday_BeginOnMonday")]
    [TestCase("2026-03-16", 15, "2026-04-07", TestName = "WorkingDays_OverQingming_SkipTheHoliday")]
    [TestCase("2026-02-13", 1, "2026-02-14", TestName = "WorkingDays_CountAMakeUpSaturday")]
    [TestCase("2026-02-14", 1, "2026-02-24", TestName = "WorkingDays_SkipTheSpringFestival")]
    [Rule("CNT-01"), Rule("CNT-02")]
    public void WorkingDays_AreCountedFromTheNextDay(string start, int count, string due) =>
        China.Due(new Period.WorkingDays(count), On(start)).Should().Match<DueDate>(answer =>
            answer.Status == DueStatus.Final && answer.Date == On(due) && answer.Earliest == On(due) && answer.Latest == On(due) && answer.Reason.Length == 0);

    [TestCase("2026-09-30", 3, "2026-10-08", TestName = "CalendarDays_EndingInAHoliday_EndOnTheNextWorkingDay")]
    [TestCase("2026-10-07", 3, "2026-10-10", TestName = "CalendarDays_EndingOnAMakeUpSaturday_EndThere")]
    [TestCase("2026-03-11", 3, "2026-03-16", TestName = "CalendarDays_EndingOnASaturday_EndOnMonday")]
    [TestCase("2026-03-10", 3, "2026-03-13", TestName = "CalendarDays_EndingOnAFriday_EndThere")]
    [Rule("CNT-03")]
    public void CalendarDays_RollForward(string start, int count, string due) =>
        China.Due(new Period.CalendarDays(count), On(start)).Date.Should().Be(On(due));

    [TestCase("2024-01-01", "2024-03-31", TestName = "FixedDate_OnASunday_DoesNotMove")]
    [TestCase("2024-03-30", "2024-03-31", TestName = "FixedDate_IsTheNextOne")]
    [TestCase("2024-03-31", "2025-03-31", TestName = "FixedDate_FromItsOwnDay_IsAYearLater")]
    [Rule("CNT-03")]
    public void FixedDate_StandsStill(string start, string due) =>
        China.Due(new Period.FixedDate(3, 31), On(start), [new Pause(On(start), null, "open")])
            .Should().Match<DueDate>(answer => answer.Date == On(due) && answer.Status == DueStatus.Final);

    [Test, Rule("CNT-03")]
    public void FixedDate_NotAnnounced_IsFinalAllTheSame() =>
        China.Due(new Period.FixedDate(3, 31), On("2026-12-01")).Should().Match<DueDate>(answer =>
            answer.Date == On("2027-03-31") && answer.Status == DueStatus.Final);

    [Test, Rule("CNT-04")]
    public void Pause_ExcludesTheDaysAfterItsFirstThroughItsLast() =>
        Due(SAT_2026_03_14, 5, new Pause(MON_2026_03_16, FRI_2026_03_20)).Should().Be(On("2026-03-26"));

    [Test, Rule("CNT-04")]
    public void Pause_OfOneDay_ExcludesNothing() =>
        Due(SAT_2026_03_14, 5, new Pause(MON_2026_03_16, MON_2026_03_16)).Should().Be(FRI_2026_03_20);

    [Test, Rule("CNT-04")]
    public void Pause_BeginningOnTheDueDate_IsIrrelevant() =>
        China.Due(new Period.WorkingDays(5), SAT_2026_03_14, [new(FRI_2026_03_20, null)]).Should().Match<DueDate>(answer =>
            answer.Status == DueStatus.Final && answer.Date == FRI_2026_03_20);

    [Test, Rule("CNT-04")]
    public void Pause_ThatBeganBeforeTheStart_CountsOnlyFromTheStart() =>
        Due(MON_2026_03_16, 5, new Pause(On("2026-03-02"), On("2026-03-17"))).Should().Be(TUE_2026_03_24);

    [Test, Rule("CNT-04")]
    public void Pauses_ThatOverlap_AreCountedOnce() =>
        Due(SAT_2026_03_14, 5, new Pause(MON_2026_03_16, On("2026-03-18")), new Pause(On("2026-03-17"), On("2026-03-19"))).Should().Be(On("2026-03-25"));

    [Test, Rule("CNT-04")]
    public void Pause_ThatTheFirstPauseMovesTheEndInto_CountsAsWell() =>
        Due(SAT_2026_03_14, 5, new Pause(FRI_2026_03_20, TUE_2026_03_24), new Pause(MON_2026_03_16, On("2026-03-18"))).Should().Be(On("2026-03-26"));

    [Test, Rule("CNT-04")]
    public void Pause_NotEnded_LeavesTheDateOpen() =>
        China.Due(new Period.WorkingDays(5), SAT_2026_03_14, [new(MON_2026_03_16, null)]).Should().Match<DueDate>(answer =>
            answer.Status == DueStatus.Open && answer.Date == null && answer.Why == DueReason.PauseOpen && answer.Reason.Length > 0);

    [Test, Rule("CNT-04")]
    public void Pause_NotEnded_LeavesCalendarDaysOpenWhileTheEndMoves() =>
        China.Due(new Period.CalendarDays(5), MON_2026_03_16, [new(On("2026-03-21"), null)]).Status.Should().Be(DueStatus.Open);

    [Test, Rule("CNT-03"), Rule("CNT-04")]
    public void Pause_OverTheDayToWhichTheEndMoved_MovesItOn() =>
        China.Due(new Period.CalendarDays(5), MON_2026_03_16, [new(On("2026-03-21"), TUE_2026_03_24)]).Date.Should().Be(On("2026-03-25"));

    [TestCase("2026-03-18", "2026-03-20", "2026-03-18", TestName = "Consultation_Answered_EndsWithTheAnswer")]
    [TestCase("2026-03-25", "2026-03-20", "2026-03-20", TestName = "Consultation_AnsweredLate_EndsWithThePartysOwnPeriod")]
    [TestCase(null, "2026-03-20", "2026-03-20", TestName = "Consultation_NotAnswered_EndsWithThePartysOwnPeriod")]
    [TestCase("2026-03-18", null, "2026-03-18", TestName = "Consultation_AnsweredBeforeItsPeriodIsKnown_EndsWithTheAnswer")]
    [TestCase(null, null, null, TestName = "Consultation_NotYetReceived_IsOpen")]
    [Rule("CNT-04")]
    public void Consultation_EndsAtTheLatestWithThePartysOwnPeriod(string? answered, string? ownDue, string? through) =>
        Pause.ForConsultation(MON_2026_03_16, answered is null ? null : On(answered), ownDue is null ? null : On(ownDue), "第三方")
            .Should().Be(new Pause(MON_2026_03_16, through is null ? null : On(through), "第三方"));

    [Test, Rule("CNT-04")]
    public void Pause_EndingBeforeItBegins_IsRefused()
    {
        var due = () => Due(SAT_2026_03_14, 5, new Pause(FRI_2026_03_20, MON_2026_03_16));
        due.Should().Throw<ArgumentException>().WithMessage("*2026-03-20*2026-03-16*");
    }

    [Test]
    public void Pauses_InGreatNumber_AreUnited() =>
        Due(SAT_2026_03_14, 5, [.. Enumerable.Repeat(new Pause(MON_2026_03_16, FRI_2026_03_20), 100)]).Should().Be(On("2026-03-26"));

    [Test, Rule("CNT-01")]
    public void Extension_FollowsTheLastDayOfTheBase() =>
        Due(SAT_2026_03_14, 30).Should().Be(China.LastDay(China.LastDay(SAT_2026_03_14, 15), 15));

    [Test, Rule("CNT-01")]
    public void DueDate_EndsAtMidnightInBeijing() =>
        ChinaTime.EndOf(FRI_2026_03_20).Should().Be(Instant.FromUtc(2026, 3, 20, 16, 0));

    [Test]
    public void Notices_AreThoseOfTheDaysCounted()
    {
        Sources(China.Due(new Period.WorkingDays(5), MON_2026_03_16)).Should().Equal("国办发明电〔2025〕7号");
        Sources(China.Due(new Period.WorkingDays(5), On("2025-12-25"))).Should().Equal("国办发明电〔2024〕12号", "国办发明电〔2025〕7号");
        Sources(China.Due(new Period.WorkingDays(1), On("2025-12-28"))).Should().Equal("国办发明电〔2024〕12号", "国办发明电〔2025〕7号");
        Sources(China.Due(new Period.WorkingDays(1), On("2020-03-02"))).Should().Equal("国办发明电〔2019〕16号", "国办发明电〔2020〕1号");
    }

    private static LocalDate? Due(LocalDate start, int count, params Pause[] pauses) => China.Due(new Period.WorkingDays(count), start, pauses).Date;

    private static IEnumerable<string> Sources(DueDate due) => due.Notices.ToArray().Select(notice => notice.Source);
}
