using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

public class LineDiffTests
{
    [Test]
    public void Unified_of_the_same_text_is_empty() => LineDiff.Unified("a\nb\n", "a\nb\n", "x", "y").Should().BeEmpty();

    [Test]
    public void Unified_shows_three_lines_of_context()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i}\n"));
        LineDiff.Unified(before, before.Replace("10\n", "ten\n", StringComparison.Ordinal), "a", "b")
            .Should().Be("--- a\n+++ b\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n");
    }

    [Test]
    public void Unified_numbers_an_empty_side_by_the_line_before() =>
        LineDiff.Unified("", "a\n", "a", "b").Should().Be("--- a\n+++ b\n@@ -0,0 +1,1 @@\n+a\n");

    [Test]
    public void Edits_lead_from_one_text_to_the_other_by_the_shortest_way()
    {
        var text = Gen.Elements("a", "b", "c").ListOf().Select(lines => string.Concat(lines.Select(l => l + "\n")));
        Prop.ForAll(text.Two().ToArbitrary(), pair =>
        {
            var edits = LineDiff.Edits(pair.Item1, pair.Item2);
            Side(edits, LineEditKind.Added).Should().Be(pair.Item1);
            Side(edits, LineEditKind.Removed).Should().Be(pair.Item2);
            edits.Count(e => e.Kind == LineEditKind.Kept).Should().Be(LongestCommon(pair.Item1.Split('\n')[..^1], pair.Item2.Split('\n')[..^1]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Test]
    public void Edits_of_texts_with_nothing_in_common_are_told_as_replaced()
    {
        var before = string.Concat(Enumerable.Range(0, 3000).Select(i => $"a{i}\n"));
        var after = string.Concat(Enumerable.Range(0, 3000).Select(i => $"b{i}\n"));
        LineDiff.Edits(before, after).Count(e => e.Kind == LineEditKind.Kept).Should().Be(0);
    }

    private static string Side(IEnumerable<LineEdit> edits, LineEditKind without) =>
        string.Concat(edits.Where(e => e.Kind != without).Select(e => e.Text + "\n"));

    private static int LongestCommon(string[] a, string[] b)
    {
        var best = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                best[i, j] = a[i - 1] == b[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
        }

        return best[a.Length, b.Length];
    }
}
