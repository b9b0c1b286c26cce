using Workflows.Benchmarks.Journal;

namespace Workflows.Benchmarks;

/// <summary>Durable transitions in process: SQLite WAL, synchronous=FULL, full history, hash chain, deadlines, encryption.</summary>
internal static class JournalFigures
{
    private const int Runs = 3;

    public static async Task Measure(FigureTable table)
    {
        await Measure(table, "durable transitions in process, 32 callers", callers: 32, perCommit: 32, count: 16_000, "≥ 0.5");
        await Measure(table, "durable transitions in process, 1 caller", callers: 1, perCommit: 1, count: 4_000, "≥ 0.7");
    }

    private static async Task Measure(FigureTable table, string what, int callers, int perCommit, int count, string goal)
    {
        // The first run lets the compiler finish with both sides; it is not counted.
        await Measure(callers, perCommit, count);
        var figures = new List<(double Ours, double Limit)>();
        for (var run = 0; run < Runs; run++)
            figures.Add(await Measure(callers, perCommit, count));
        var (figure, limit) = figures.OrderBy(one => one.Ours / one.Limit).ElementAt(Runs / 2);
        table.Add(what, FigureTable.Number(figure, "/s"), $"{FigureTable.Number(limit, "/s")}, {perCommit} per commit", FigureTable.Ratio(figure / limit), goal);
    }

    private static async Task<(double Ours, double Limit)> Measure(int callers, int perCommit, int count)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-bench").FullName;
        try
        {
            double ours;
            using (var world = new JournalWorld(Path.Combine(folder, "data")))
                ours = await world.Transitions(callers, count);
            using var rows = RowsByHand.In(Path.Combine(folder, "data"));
            return (ours, rows.Transitions(perCommit, count / perCommit * perCommit));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
