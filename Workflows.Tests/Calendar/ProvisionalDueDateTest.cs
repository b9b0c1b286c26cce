using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

[Rule("CNT-05")]
public class ProvisionalDueDateTest
{
    private static readonly LocalDate MON_2026_12_28 = new(2026, 12, 28);
    private static readonly LocalDate TUE_2026_12_29 = new(2026, 12, 29);
    private static readonly LocalDate FRI_2027_12_31 = new(2027, 12, 31);

    // Invented for these tests; no notice for 2027 is known.
    private const string Invented2027 = """
        {
          "jurisdiction": "CN", "year": 2027, "source": "invented for a test", "published": "2026-11-30",
          "holidays": [
            {"name": "元旦", "from": "2026-12-31", "to": "2027-01-02"},
            {"name": "春节", "from": "2027-02-05", "to": "2027-02-12"},
            {"name": "清明节", "from": "2027-04-03", "to": "2027-04-05"},
            {"name": "劳动节", "from": "2027-05-01", "to": "2027-05-05"},
            {"name": "端午节", "from": "2027-06-09", "to": "2027-06-09"},
            {"name": "中秋节", "from": "2027-09-15", "to": "2027-09-15"},
            {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}
          ],
          "workdays": [
            {"date": "2027-01-03", "for": "元旦"},
            {"date": "2027-01-31", "for": "春节"}, {"date": "2027-02-14", "for": "春节"},
            {"date": "2027-05-08", "for": "劳动节"},
            {"date": "2027-09-26", "for": "国庆节"}, {"date": "2027-10-09", "for": "国庆节"}
          ]
        }
        """;

    [Test]
    public void Calendar_IsFirmTo28DecemberAndExpectsOneYearMore()
    {
        China.FirstDay.Should().Be(On("2007-01-01"));
        China.FirmThrough.Should().Be(MON_2026_12_28);
        China.BaselineThrough.Should().Be(FRI_2027_12_31);
    }

    [TestCase("2026-12-25", 1, DueStatus.Final)]
    [TestCase("2026-12-25", 2, DueStatus.Provisional)]
    [TestCase("2026-12-28", 1, DueStatus.Provisional)]
    public void WorkingDays_AreFinalThrough28DecemberOnly(string start, int count, DueStatus status) =>
        China.Due(new Period.WorkingDays(count), On(start)).Status.Should().Be(status);

    [TestCase("2026-12-25", 3, DueStatus.Final)]
    [TestCase("2026-12-25", 4, DueStatus.Provisional)]
    [TestCase("2026-12-23", 3, DueStatus.Final, Description = "Saturday, ends on Monday the 28th")]
    public void CalendarDays_AreFinalWhenTheLastDayIsAnnounced(string start, int count, DueStatus status) =>
        China.Due(new Period.CalendarDays(count), On(start)).Status.Should().Be(status);

    [Test]
    public void Provisional_SaysWhyAndWhatItWaitsFor()
    {
        var due = China.Due(new Period.WorkingDays(15), On("2027-01-20"));
        due.Status.Should().Be(DueStatus.Provisional);
        due.Date.Should().Be(On("2027-02-16"), "the four days from 5 February, and the 9th and 10th in place of the weekend, are expected off");
        due.Why.Should().Be(DueReason.NotAnnounced);
        due.AwaitedYear.Should().Be(2027);
        due.FirmThrough.Should().Be(MON_2026_12_28);
        due.Reason.Should().Contain("2026-12-28").And.Contain("2027");
        (due.Earliest < due.Date && due.Date < due.Latest).Should().BeTrue();
    }

    [Test]
    public void Provisional_BehindAFestivalOnAWeekday_CannotMoveEarlier() =>
        China.Due(new Period.WorkingDays(15), On("2027-05-31")).Should().Match<DueDate>(due => due.Earliest == due.Date,
            "days off for 9 June are made up around it, and no day in lieu is owed that could be given elsewhere");

    [Test]
    public void Provisional_InDecember_WaitsForTheNoticeAfter()
    {
        China.Due(new Period.WorkingDays(1), MON_2026_12_28).AwaitedYear.Should().Be(2027);
        China.Due(new Period.WorkingDays(1), On("2027-12-28")).AwaitedYear.Should().Be(2028);
    }

    [Test]
    public void Provisional_FarFromAnyFestival_HasNarrowBounds()
    {
        var due = China.Due(new Period.WorkingDays(10), On("2027-07-05"));
        due.Should().Match<DueDate>(answer => answer.Status == DueStatus.Provisional && answer.Earliest == answer.Date && answer.Latest == answer.Date);
    }

    [Test]
    public void Bounds_AreNarrowEnoughToBeOfUse()
    {
        var widths = All(MON_2026_12_28, On("2027-11-15")).Select(start =>
        {
            var due = China.Due(new Period.WorkingDays(15), start);
            return NodaTime.Period.DaysBetween(due.Earliest!.Value, due.Latest!.Value);
        }).Order().ToList();
        TestContext.Out.WriteLine($"median {widths[widths.Count / 2]}, mean {widths.Average():0.0}, widest {widths[^1]}");
        widths[widths.Count / 2].Should().BeLessThanOrEqualTo(7);
        widths[^1].Should().BeLessThanOrEqualTo(16, "two festivals, one of them long");
    }

    [Test]
    public void Pause_NotEndedBehindAProvisionalDate_LeavesNoLatest()
    {
        var start = On("2027-01-20");
        var date = China.Due(new Period.WorkingDays(15), start).Date!.Value;
        China.Due(new Period.WorkingDays(15), start, [new(date, null)]).Should().Match<DueDate>(answer =>
            answer.Date == date && answer.Earliest != null && answer.Latest == null, "if the end moves past that day, it is open");
    }

    [Test]
    public void BeyondTheBaseline_IsUnanswerable()
    {
        China.Due(new Period.WorkingDays(1), On("2027-12-30")).Date.Should().Be(FRI_2027_12_31);
        foreach (var (period, start) in new (Period, string)[]
                 {
                     (new Period.WorkingDays(1), "2027-12-31"), (new Period.CalendarDays(1), "2027-12-31"), (new Period.FixedDate(1, 1), "2027-01-01"),
                     (new Period.QuarterLastWorkingWeek(), "2027-12-31"), (new Period.WorkingDays(10_000), "2010-01-01"), (new Period.WorkingDays(1), "2035-01-01"),
                 })
        {
            China.Due(period, On(start)).Should().Match<DueDate>(answer =>
                answer.Status == DueStatus.Unanswerable && answer.Why == DueReason.BeyondBaseline && answer.Date == null && answer.Reason.Length > 0);
            China.Explain(period, On(start)).Days.Should().BeEmpty();
        }
    }

    [Test]
    public void BeyondTheBaseline_ByAPause_IsUnanswerable() =>
        China.Due(new Period.WorkingDays(5), On("2026-03-16"), [new(On("2026-03-17"), On("2040-01-01"))]).Status.Should().Be(DueStatus.Unanswerable);

    [Test]
    public void BeforeTheCalendar_IsUnanswerable() =>
        China.Due(new Period.WorkingDays(1), On("2006-12-31")).Should().Match<DueDate>(answer =>
            answer.Status == DueStatus.Unanswerable && answer.Why == DueReason.BeforeCalendar);

    [Test]
    public void Primitives_OutsideTheCalendar_Throw()
    {
        Action[] questions =
        [
            () => China.IsWorkingDay(On("2006-12-31")), () => China.IsWorkingDay(On("2028-01-01")), () => China.IsWorkingDay(On("1900-01-01")),
            () => China.CountAfter(On("2006-12-31"), On("2007-01-05")), () => China.CountAfter(On("2027-12-01"), On("2028-01-01")),
            () => China.LastDay(On("2027-12-31"), 1), () => China.LastDay(On("2028-06-01"), 1), () => China.LastDay(On("2006-12-31"), 1),
            () => China.LastDay(On("2026-01-05"), int.MaxValue), () => China.NextWorkingDayOnOrAfter(On("2028-01-01")),
            () => China.FirstDayWithLeft(On("2007-01-05"), 20), () => China.FirstDayWithLeft(On("2007-01-05"), int.MaxValue),
            () => China.FirstDayWithLeft(On("2028-01-05"), 1), () => China.Describe(On("2028-01-01")),
        ];
        foreach (var question in questions)
            question.Should().Throw<OutsideCalendarException>().WithMessage("*2007-01-01*2027-12-31*");
    }

    [Test]
    public void Primitives_WithNumbersOutOfRange_Throw()
    {
        FluentActions.Invoking(() => China.LastDay(MON_2026_12_28, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => China.FirstDayWithLeft(MON_2026_12_28, -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Notice_WhenLoaded_MakesTheYearFirm()
    {
        var reading = CalendarNoticeReader.Read(Invented2027, "cn-2027.json");
        reading.Diagnostics.Should().BeEmpty();
        var announced = CalendarArchive.Official.With(reading.Notice!).Compile(CalendarId.China);

        announced.FirmThrough.Should().Be(On("2027-12-28"));
        announced.BaselineThrough.Should().Be(On("2028-12-31"));
        announced.Version.Should().StartWith("CN@2027+sha256:");
        announced.IsWorkingDay(On("2026-12-31")).Should().BeFalse("the notice for a year reaches into December before");
        var before = China.Due(new Period.WorkingDays(15), On("2027-01-20"));
        var after = announced.Due(new Period.WorkingDays(15), On("2027-01-20"));
        after.Status.Should().Be(DueStatus.Final);
        after.Date.Should().Be(On("2027-02-16"));
        (before.Earliest <= after.Date && after.Date <= before.Latest).Should().BeTrue();
    }

    [Test]
    public void Notice_BehindAMissingYear_IsNotUsed()
    {
        var only = CalendarArchive.Official.Notices.Where(notice => notice.Year is 2019 or 2020 or 2022);
        var calendar = new CalendarArchive(only).Compile(CalendarId.China);
        calendar.FirmThrough.Should().Be(On("2020-12-28"));
        calendar.BaselineThrough.Should().Be(On("2021-12-31"));
    }
}
