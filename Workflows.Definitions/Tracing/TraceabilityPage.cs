using System.Collections.Immutable;
using System.Text;

namespace Workflows.Definitions;

/// <summary>Writes the page that shows, for each rule, the elements that carry it and the tests that drive it.</summary>
public static class TraceabilityPage
{
    /// <summary>What carries the rules that no definition can.</summary>
    private static readonly ImmutableArray<(string Prefix, string Carrier)> OutsideDefinitions =
        [("CNT-", "`Workflows.Calendar`"), ("N19-APP-02", "`Workflows.Api`")];

    /// <summary>The page in Markdown. The same input gives the same bytes.</summary>
    /// <param name="definitions">The procedures.</param>
    /// <param name="tests">Rule and full name of a test that drives it.</param>
    public static string Render(IEnumerable<ProcedureDefinition> definitions, IEnumerable<(string RuleId, string TestName)> tests)
    {
        var carriers = Traceability.Of(definitions);
        var byRule = tests.ToLookup(t => t.RuleId, t => t.TestName, StringComparer.Ordinal);
        var page = new StringBuilder("""
            # Rules, the elements that carry them, and the tests that drive them

            Generated from the definitions and the tests; a test fails when a rule lacks either.

            | rule | what it asks for | elements | tests |
            | --- | --- | --- | --- |

            """);
        foreach (var (rule, summary) in RuleIds.All)
        {
            page.Append("| ").Append(rule)
                .Append(" | ").Append(Cell(summary))
                .Append(" | ").AppendJoin("<br>", Elements(rule, carriers))
                .Append(" | ").AppendJoin("<br>", byRule[rule].Distinct().Order(StringComparer.Ordinal).Select(t => $"`{t}`"))
                .Append(" |\n");
        }

        return page.ToString();
    }

    /// <summary>Rules without an element that carries them.</summary>
    public static IEnumerable<string> WithoutElement(IEnumerable<ProcedureDefinition> definitions)
    {
        var carriers = Traceability.Of(definitions);
        return RuleIds.All.Keys.Where(rule => !Elements(rule, carriers).Any());
    }

    private static IEnumerable<string> Elements(string rule, ImmutableSortedDictionary<string, ImmutableArray<RuleCarrier>> carriers) =>
        OutsideDefinitions.Where(o => rule.StartsWith(o.Prefix, StringComparison.Ordinal)).Select(o => o.Carrier)
            .Concat(carriers.GetValueOrDefault(rule, []).Select(Element));

    private static string Element(RuleCarrier carrier)
    {
        var where = carrier.Path.Length == 0 ? carrier.Procedure : $"{carrier.Procedure} {carrier.Path}";
        return $"`{where}` {Cell(carrier.Design is { } reason ? $"design: {reason}" : $"{carrier.Act} {carrier.Article}")}";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
