using BenchmarkDotNet.Attributes;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Benchmarks.Functions;

/// <summary>Working-day functions against one array read, over starts that are spread so that no branch is learnt.</summary>
[MemoryDiagnoser]
public class CalendarFunctions
{
    private const int Spread = 1024;
    private readonly WorkingCalendar calendar = CalendarArchive.Official.Compile(new CalendarId("CN"));
    private readonly LocalDate[] dates = new LocalDate[Spread];
    private readonly int[] numbers = new int[Spread];
    private readonly int[] memory = new int[8192];
    private int next;

    [GlobalSetup]
    public void Scatter()
    {
        for (var index = 0; index < Spread; index++)
        {
            dates[index] = new LocalDate(2008, 1, 1).PlusDays(index * 7919 % 2500);
            numbers[index] = calendar.Table.NumberOf(dates[index]);
        }
    }

    [Benchmark(Baseline = true)]
    public int ArrayRead() => memory[numbers[Next()]];

    [Benchmark]
    public bool IsWorkingDayInside() => calendar.Table.IsWorkingDay(numbers[Next()]);

    [Benchmark]
    public int CountAfterInside() => calendar.Table.CountAfter(numbers[Next()], 6000);

    [Benchmark]
    public int LastDayInside1() => calendar.Table.LastDay(numbers[Next()], 1);

    [Benchmark]
    public int LastDayInside2500() => calendar.Table.LastDay(numbers[Next()], 2500);

    [Benchmark]
    public bool IsWorkingDay() => calendar.IsWorkingDay(dates[Next()]);

    [Benchmark]
    public int CountAfter() => calendar.CountAfter(dates[Next()], dates[0]);

    [Benchmark]
    public LocalDate LastDay1() => calendar.LastDay(dates[Next()], 1);

    [Benchmark]
    public LocalDate LastDay2500() => calendar.LastDay(dates[Next()], 2500);

    private int Next() => next = (next + 1) & (Spread - 1);
}
