using BenchmarkDotNet.Attributes;
using NodaTime;
using Workflows.Calendar;
using Period = Workflows.Calendar.Period;

namespace Workflows.Benchmarks.Functions;

/// <summary>A due date with ten pauses, and its explanation day by day.</summary>
[MemoryDiagnoser]
public class DueDates
{
    private static readonly LocalDate Start = new(2026, 3, 2);
    private readonly WorkingCalendar calendar = CalendarArchive.Official.Compile(new CalendarId("CN"));
    private readonly Period twenty = new Period.WorkingDays(20);
    private readonly Period hundred = new Period.WorkingDays(100);
    private readonly Pause[] pauses = [.. Enumerable.Range(0, 10).Select(n => new Pause(Start.PlusDays(n * 3), Start.PlusDays((n * 3) + 1)))];

    [Benchmark(Baseline = true)]
    public DueDate DueWithoutPause() => calendar.Due(twenty, Start);

    [Benchmark]
    public DueDate DueWithTenPauses() => calendar.Due(twenty, Start, pauses);

    [Benchmark]
    public Explanation ExplainTwentyDays() => calendar.Explain(twenty, Start);

    [Benchmark]
    public Explanation ExplainHundredDays() => calendar.Explain(hundred, Start);
}
