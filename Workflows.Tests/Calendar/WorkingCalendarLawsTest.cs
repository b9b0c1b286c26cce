using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

/// <summary>Laws that hold for every date, number and pause.</summary>
[Rule("CNT-01")]
public class WorkingCalendarLawsTest
{
    private static readonly LocalDate MON_2007_01_01 = new(2007, 1, 1);
    private static readonly Gen<LocalDate> Starts = Gen.Choose(0, 7000).Select(MON_2007_01_01.PlusDays);
    private static readonly Gen<int> Counts = Gen.Choose(1, 90);

    private static readonly Gen<Func<LocalDate, Pause>> PauseShapes =
        from offset in Gen.Choose(-5, 40)
        from length in Gen.Choose(0, 25)
        select new Func<LocalDate, Pause>(start => new(start.PlusDays(offset), start.PlusDays(offset + length)));

    private static readonly Gen<(LocalDate Start, int Count, Pause[] Pauses)> Cases =
        from start in Starts
        from count in Gen.Choose(1, 30)
        from shapes in Gen.ListOf(PauseShapes)
        select (start, count, shapes.Take(8).Select(shape => shape(start)).ToArray());

    [Test]
    public void LastDay_IsTheDayFoundStepByStep()
    {
        foreach (var start in All(MON_2007_01_01, new(2026, 12, 31)))
        {
            var day = start;
            for (var count = 1; count <= 35; count++)
            {
                day = StepByStep(China, day, 1);
                if (China.LastDay(start, count) != day)
                    Assert.Fail($"{count} working days after {start}");
            }
        }
    }

    [Test]
    public void LastDay_Counted_GivesTheNumberBack() => Holds(
        from start in Starts from count in Counts select (start, count),
        x => China.CountAfter(x.start, China.LastDay(x.start, x.count)) == x.count);

    [Test]
    public void LastDay_OfASum_IsTheLastDayAfterTheLastDay() => Holds(
        from start in Starts from a in Counts from b in Counts select (start, a, b),
        x => China.LastDay(x.start, x.a + x.b) == China.LastDay(China.LastDay(x.start, x.a), x.b));

    [Test]
    public void LastDay_IsAWorkingDayAfterTheStart() => Holds(
        from start in Starts from count in Counts select (start, count),
        x => China.LastDay(x.start, x.count) is var day && day > x.start && China.IsWorkingDay(day));

    [Test]
    public void LastDay_GrowsWithStartAndNumber() => Holds(
        from start in Starts from later in Gen.Choose(0, 60) from count in Counts select (start, later, count),
        x => China.LastDay(x.start, x.count) <= China.LastDay(x.start.PlusDays(x.later), x.count)
            && China.LastDay(x.start, x.count) < China.LastDay(x.start, x.count + 1));

    [Test]
    public void CountAfter_AddsUpAndTurnsItsSign() => Holds(
        from a in Starts from b in Starts from c in Starts select (a, b, c),
        x => China.CountAfter(x.a, x.b) + China.CountAfter(x.b, x.c) == China.CountAfter(x.a, x.c)
            && China.CountAfter(x.a, x.b) == -China.CountAfter(x.b, x.a));

    [Test]
    public void FirstDayWithLeft_IsTheFirst() => Holds(
        from start in Starts from count in Gen.Choose(31, 60) from left in Gen.Choose(0, 30) select (start, count, left),
        x =>
        {
            var due = China.LastDay(x.start, x.count);
            var first = China.FirstDayWithLeft(due, x.left);
            return China.CountAfter(first, due) <= x.left && China.CountAfter(first.PlusDays(-1), due) > x.left;
        });

    [Test]
    public void NextWorkingDayOnOrAfter_IsTheFirst() => Holds(Starts, day =>
        All(day, day.PlusDays(15)).First(China.IsWorkingDay) == China.NextWorkingDayOnOrAfter(day));

    [Test, Rule("CNT-04")]
    public void Due_WithPauses_IsTheDayFoundStepByStep() => Holds(Cases, x =>
        Due(x.Start, x.Count, x.Pauses) == StepByStep(China, x.Start, x.Count, x.Pauses));

    [Test, Rule("CNT-04")]
    public void Due_WithPausesInAnyOrderAndTwice_IsTheSame() => Holds(Cases, x =>
        Due(x.Start, x.Count, x.Pauses) == Due(x.Start, x.Count, [.. x.Pauses.Reverse(), .. x.Pauses]));

    [Test, Rule("CNT-04")]
    public void Due_WithAPauseSplit_IsTheSame() => Holds(
        from x in Cases from cut in Gen.Choose(0, 25) select (x, cut),
        x => Due(x.x.Start, x.x.Count, x.x.Pauses) == Due(x.x.Start, x.x.Count, [.. x.x.Pauses.SelectMany(pause => Split(pause, x.cut))]));

    [Test, Rule("CNT-04")]
    public void Due_WithOneMorePause_IsNeverEarlier() => Holds(Cases, x =>
        x.Pauses.Length == 0 || Due(x.Start, x.Count, x.Pauses) >= Due(x.Start, x.Count, x.Pauses[1..]));

    [Test, Rule("CNT-04"), Rule("CNT-03")]
    public void Due_OfCalendarDaysWithPauses_IsTheFirstOpenWorkingDayFromTheLastDay() => Holds(Cases, x =>
    {
        bool Paused(LocalDate day) => x.Pauses.Any(pause => pause.From < day && day <= pause.Through);
        var days = All(x.Start.PlusDays(1), x.Start.PlusDays(400)).Where(day => !Paused(day)).Skip(x.Count - 1);
        return China.Due(new Period.CalendarDays(x.Count), x.Start, x.Pauses).Date == days.First(China.IsWorkingDay);
    });

    [Test, Rule("CNT-06")]
    public void Explain_NumbersTheDaysOneToN() => Holds(Cases, x =>
    {
        var explanation = China.Explain(new Period.WorkingDays(x.Count), x.Start, x.Pauses);
        return explanation.Days.Select(line => line.Day.Date).SequenceEqual(All(x.Start, explanation.Due.Date!.Value))
            && explanation.Days.Where(line => line.Number is not null).Select(line => line.Number!.Value).SequenceEqual(Enumerable.Range(1, x.Count))
            && explanation.Days[^1].Treatment == DayTreatment.Counted;
    });

    [Test, Rule("CNT-06")]
    public void Explain_OfCalendarDays_NumbersTheDaysOneToN() => Holds(Cases, x =>
    {
        var explanation = China.Explain(new Period.CalendarDays(x.Count), x.Start, x.Pauses);
        return explanation.Days.Select(line => line.Day.Date).SequenceEqual(All(x.Start, explanation.Due.Date!.Value))
            && explanation.Days.Where(line => line.Number is not null).Select(line => line.Number!.Value).SequenceEqual(Enumerable.Range(1, x.Count))
            && explanation.Days[^1] is { Day.IsWorkingDay: true, Treatment: DayTreatment.Counted or DayTreatment.End };
    });

    private static LocalDate? Due(LocalDate start, int count, params Pause[] pauses) => China.Due(new Period.WorkingDays(count), start, pauses).Date;

    private static Pause[] Split(Pause pause, int cut) =>
        pause.From.PlusDays(cut) < pause.Through ? [pause with { Through = pause.From.PlusDays(cut) }, pause with { From = pause.From.PlusDays(cut) }] : [pause];

    private static void Holds<T>(Gen<T> gen, Func<T, bool> law) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
