using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

/// <summary>Each past year once more, as if its notice had not been published.</summary>
[TestFixtureSource(nameof(Years)), Rule("CNT-05")]
public class ReplayTest(int year)
{
    private static readonly int[] Counts = [5, 7, 10, 15, 17, 20, 30];

    private readonly WorkingCalendar _before = KnowingOnlyThrough(year - 1);

    public static IEnumerable<int> Years => Enumerable.Range(2008, 19);

    [Test]
    public void WorkingDays_TruthLiesBetweenEarliestAndLatest()
    {
        foreach (var count in Counts)
            Replay(new Period.WorkingDays(count), start => China.LastDay(start, count));
    }

    [Test]
    public void CalendarDays_TruthLiesBetweenEarliestAndLatest()
    {
        foreach (var count in Counts)
            Replay(new Period.CalendarDays(count), start => China.NextWorkingDayOnOrAfter(start.PlusDays(count)));
    }

    [Test]
    public void QuarterWeek_TruthLiesBetweenEarliestAndLatest() =>
        Replay(new Period.QuarterLastWorkingWeek(), start => China.Due(new Period.QuarterLastWorkingWeek(), start).Date!.Value);

    [Test]
    public void PausedWorkingDays_TruthLiesBetweenEarliestAndLatest()
    {
        for (var length = 0; length < 40; length += 3)
        {
            foreach (var start in All(new(year - 1, 12, 1), new(year, 10, 31)))
            {
                Pause[] pauses = [new(start.PlusDays(length / 2), start.PlusDays(length)), new(start.PlusDays(20), start.PlusDays(23))];
                var answer = _before.Due(new Period.WorkingDays(15), start, pauses);
                Bracket(answer, start, StepByStep(China, start, 15, pauses));
            }
        }
    }

    private void Replay(Period period, Func<LocalDate, LocalDate> truth)
    {
        var answered = 0;
        foreach (var start in All(new(year - 1, 10, 1), new(year, 12, 31)))
        {
            var answer = _before.Due(period, start);
            if (answer.Status == DueStatus.Unanswerable)
                continue;
            Bracket(answer, start, truth(start));
            answered++;
        }

        answered.Should().BeGreaterThan(300);
    }

    private void Bracket(DueDate answer, LocalDate start, LocalDate truth)
    {
        if (answer.Status == DueStatus.Final)
        {
            if (answer.Date != truth)
                Assert.Fail($"{start}: final {answer.Date}, but {truth}");
        }
        else if (answer.Date <= _before.FirmThrough && answer.WindowFrom is null)
            Assert.Fail($"{start}: provisional although firm");
        else if (answer.Earliest is not { } earliest || answer.Latest is not { } latest)
        {
            if (answer.WindowFrom is null)
                Assert.Fail($"{start}: no bounds");
        }
        else if (truth < earliest || truth > latest || answer.Date < earliest || answer.Date > latest)
            Assert.Fail($"{start}: {truth} and {answer.Date} not in {earliest}…{latest}");
    }
}
