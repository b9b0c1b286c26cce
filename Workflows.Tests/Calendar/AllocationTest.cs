using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using static Workflows.Tests.Calendar.Days;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Calendar;

/// <summary>Counting makes no garbage.</summary>
public class AllocationTest
{
    private static readonly LocalDate MON_2026_03_16 = new(2026, 3, 16);
    private static readonly Period Fifteen = new Period.WorkingDays(15);
    private static readonly Period ThreeDays = new Period.CalendarDays(3);
    private static readonly Period Quarter = new Period.QuarterLastWorkingWeek();
    private static readonly Pause[] TenPauses = [.. Enumerable.Range(0, 10).Select(i => new Pause(MON_2026_03_16.PlusDays(2 * i), MON_2026_03_16.PlusDays((2 * i) + 1)))];

    [Test]
    public void Primitives_AllocateNothing() => AllocatesNothing(() =>
    {
        China.IsWorkingDay(MON_2026_03_16);
        China.CountAfter(new(2016, 3, 16), MON_2026_03_16);
        China.LastDay(new(2016, 3, 16), 2_500);
        China.FirstDayWithLeft(MON_2026_03_16, 5);
        China.NextWorkingDayOnOrAfter(MON_2026_03_16);
        China.Table.LastDay(5_000, 15);
    });

    [Test]
    public void Due_AllocatesNothing() => AllocatesNothing(() =>
    {
        China.Due(Fifteen, MON_2026_03_16);
        China.Due(Fifteen, MON_2026_03_16, TenPauses);
        China.Due(ThreeDays, MON_2026_03_16, TenPauses);
        China.Due(Quarter, MON_2026_03_16);
    });

    [Test]
    public void Due_NotAnnounced_AllocatesNothing() => AllocatesNothing(() =>
    {
        China.Due(Fifteen, new(2027, 1, 20));
        China.Due(Quarter, new(2026, 11, 1));
    });

    private static void AllocatesNothing(Action action)
    {
        action();
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
