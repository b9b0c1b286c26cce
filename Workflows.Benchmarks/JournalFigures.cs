using Workflows.Benchmarks.Journal;

namespace Workflows.Benchmarks;

/// <summary>Durable transitions in process: SQLite WAL, synchronous=FULL, full history, hash chain, deadlines, encryption.</summary>
internal static class JournalFigures
{
    private const int Runs = 3;

    public static async Task Measure(FigureTable table)
    {
        await Measure(table, "durable transitions in process, 32 callers", callers: 32, perCommit: 32, count: 16_000, "≥ 0.5");
        await Measure(table, "durable transitions in process, 1 caller", callers: 1, perCommit: 1, count: 1_500, "≥ 0.7");
    }

    private static async Task Measure(FigureTable table, string what, int callers, int perCommit, int count, string goal)
    {
        var figures = new List<(double Ours, double Limit)>();
        for (var run = 0; run < Runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("workflows-bench").FullName;
            try
            {
                double ours;
                using (var world = new JournalWorld(Path.Combine(folder, "data")))
                {
                    await world.Transitions(callers, count / 8);
                    ours = await world.Transitions(callers, count);
                }

                using var rows = new RowsByHand(Directory.GetFiles(Path.Combine(folder, "data"), "*.db").Single());
                rows.Transitions(perCommit, count / 8 / perCommit * perCommit);
                figures.Add((ours, rows.Transitions(perCommit, count / perCommit * perCommit)));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var (figure, limit) = figures.OrderBy(one => one.Ours / one.Limit).ElementAt(Runs / 2);
        table.Add(what, FigureTable.Number(figure, "/s"), $"{FigureTable.Number(limit, "/s")}, {perCommit} per commit", FigureTable.Ratio(figure / limit), goal);
    }
}
