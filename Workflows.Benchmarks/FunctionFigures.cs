using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Workflows.Benchmarks.Functions;

namespace Workflows.Benchmarks;

/// <summary>Measures functions with BenchmarkDotNet, inside this process so that nothing is built or downloaded.</summary>
internal static class FunctionFigures
{
    private static readonly IConfig Config = ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(7).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(100)))
        .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
        .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
        .AddLogger(NullLogger.Instance)
        .WithOptions(ConfigOptions.DisableLogFile);

    public static void Measure(FigureTable table)
    {
        Add(table, BenchmarkRunner.Run<CalendarFunctions>(Config), name => name.Contains("Inside", StringComparison.Ordinal) ? "≤ 5, 0 B" : "≤ 15, 0 B");
        Add(table, BenchmarkRunner.Run<DueDates>(Config), name => name.StartsWith("Due", StringComparison.Ordinal) ? "0 B" : "linear in days");
        Add(table, BenchmarkRunner.Run<Deciding>(Config), _ => "≤ 10");
    }

    private static void Add(FigureTable table, Summary summary, Func<string, string> goal)
    {
        var limit = summary.Reports.First(report => report.BenchmarkCase.Descriptor.Baseline);
        foreach (var report in summary.Reports.Where(report => report != limit))
        {
            var name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
            var (figure, baseline) = (report.ResultStatistics!.Median, limit.ResultStatistics!.Median);
            table.Add(
                $"{report.BenchmarkCase.Descriptor.Type.Name}.{name}",
                $"{FigureTable.Number(figure, "ns")}, {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)} B",
                $"{limit.BenchmarkCase.Descriptor.WorkloadMethod.Name} {FigureTable.Number(baseline, "ns")}",
                FigureTable.Ratio(figure / baseline),
                goal(name));
        }
    }
}
