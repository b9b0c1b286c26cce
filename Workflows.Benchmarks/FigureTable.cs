using System.Globalization;
using System.Text;

namespace Workflows.Benchmarks;

/// <summary>Figures, each next to the limit that was measured in the same run.</summary>
internal sealed class FigureTable
{
    private readonly List<string[]> rows = [];

    public void Add(string what, string figure, string limit, string ratio, string goal) => rows.Add([what, figure, limit, ratio, goal]);

    public string ToMarkdown()
    {
        var text = new StringBuilder("| what | figure | limit in the same run | ratio | goal |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |");
        return text.ToString();
    }

    public static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");

    public static string Ratio(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00}");
}
