using BenchmarkDotNet.Attributes;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Benchmarks.Functions;

/// <summary>Working-day functions against one array read, over a thousand starts that are spread so that no branch is learnt.</summary>
[MemoryDiagnoser]
public class CalendarFunctions
{
    private const int Spread = 1024;
    private readonly WorkingCalendar calendar = CalendarArchive.Official.Compile(new CalendarId("CN"));
    private readonly LocalDate[] dates = new LocalDate[Spread];
    private readonly int[] numbers = new int[Spread];
    private readonly int[] memory = new int[8192];

    [GlobalSetup]
    public void Scatter()
    {
        for (var index = 0; index < Spread; index++)
        {
            dates[index] = new LocalDate(2008, 1, 1).PlusDays(index * 7919 % 2500);
            numbers[index] = calendar.Table.NumberOf(dates[index]);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Spread)]
    public int ArrayRead()
    {
        var sum = 0;
        foreach (var number in numbers)
            sum += memory[number];
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int IsWorkingDayInside()
    {
        var sum = 0;
        foreach (var number in numbers)
            sum += calendar.Table.IsWorkingDay(number) ? 1 : 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int CountAfterInside()
    {
        var sum = 0;
        foreach (var number in numbers)
            sum += calendar.Table.CountAfter(number, 6000);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int LastDayInside1()
    {
        var sum = 0;
        foreach (var number in numbers)
            sum += calendar.Table.LastDay(number, 1);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int LastDayInside2500()
    {
        var sum = 0;
        foreach (var number in numbers)
            sum += calendar.Table.LastDay(number, 2500);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int IsWorkingDay()
    {
        var sum = 0;
        foreach (var date in dates)
            sum += calendar.IsWorkingDay(date) ? 1 : 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int CountAfter()
    {
        var sum = 0;
        foreach (var date in dates)
            sum += calendar.CountAfter(date, dates[0]);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int LastDay1()
    {
        var sum = 0;
        foreach (var date in dates)
            sum += calendar.LastDay(date, 1).Day;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Spread)]
    public int LastDay2500()
    {
        var sum = 0;
        foreach (var date in dates)
            sum += calendar.LastDay(date, 2500).Day;
        return sum;
    }
}
