using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Workflows.Definitions;

/// <summary>Compares two texts line by line.</summary>
/// <remarks>
/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the shortest list of removed and added lines.
/// Memory grows with the square of the number of differences, so beyond <see cref="MostEdits"/> the rest is told as replaced.
/// </remarks>
public static class LineDiff
{
    private const int MostEdits = 2000;
    private const int Context = 3;

    /// <summary>Every line of both texts, in order.</summary>
    public static ImmutableArray<LineEdit> Edits(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (a, b) = (Lines(before), Lines(after));
        var start = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = a.Skip(start).Reverse().Zip(b.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return
        [
            .. a[..start].Select(line => new LineEdit(LineEditKind.Kept, line)),
            .. Middle(a[start..^end], b[start..^end]),
            .. a[^end..].Select(line => new LineEdit(LineEditKind.Kept, line)),
        ];
    }

    /// <summary>The comparison in unified form with three lines of context; empty when the texts are the same.</summary>
    public static string Unified(string before, string after, string beforeName, string afterName)
    {
        var edits = Edits(before, after);
        var shown = new bool[edits.Length];
        for (var i = 0; i < edits.Length; i++)
        {
            if (edits[i].Kind != LineEditKind.Kept)
                Array.Fill(shown, true, Math.Max(0, i - Context), Math.Min(edits.Length, i + Context + 1) - Math.Max(0, i - Context));
        }

        if (!shown.Contains(true))
            return "";
        var text = new StringBuilder($"--- {beforeName}\n+++ {afterName}\n");
        var (lineBefore, lineAfter) = (1, 1);
        for (var i = 0; i < edits.Length; i++)
        {
            if (shown[i] && (i == 0 || !shown[i - 1]))
                Head(text, edits.AsSpan()[i..LastShown(shown, i)], lineBefore, lineAfter);
            if (shown[i])
                text.Append(edits[i].Kind switch { LineEditKind.Kept => ' ', LineEditKind.Removed => '-', _ => '+' }).Append(edits[i].Text).Append('\n');
            lineBefore += edits[i].Kind == LineEditKind.Added ? 0 : 1;
            lineAfter += edits[i].Kind == LineEditKind.Removed ? 0 : 1;
        }

        return text.ToString();
    }

    // A last line end does not begin another line.
    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static int LastShown(bool[] shown, int from) => Array.IndexOf(shown, false, from) is >= 0 and var end ? end : shown.Length;

    private static void Head(StringBuilder text, ReadOnlySpan<LineEdit> hunk, int lineBefore, int lineAfter)
    {
        var (removed, added) = (0, 0);
        foreach (var edit in hunk)
        {
            removed += edit.Kind == LineEditKind.Added ? 0 : 1;
            added += edit.Kind == LineEditKind.Removed ? 0 : 1;
        }

        // A side without lines is numbered by the line before it.
        text.Append(CultureInfo.InvariantCulture,
            $"@@ -{lineBefore - (removed == 0 ? 1 : 0)},{removed} +{lineAfter - (added == 0 ? 1 : 0)},{added} @@\n");
    }

    private static ImmutableArray<LineEdit> Middle(string[] a, string[] b)
    {
        if (Trace(a, b) is not { } trace)
            return [.. a.Select(l => new LineEdit(LineEditKind.Removed, l)), .. b.Select(l => new LineEdit(LineEditKind.Added, l))];
        var edits = new Stack<LineEdit>();
        var (x, y) = (a.Length, b.Length);
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var (farthest, k) = (trace[d], x - y);
            var down = k == -d || (k != d && farthest[k - 1 + d] < farthest[k + 1 + d]);
            var afterEdit = d == 0 ? 0 : down ? farthest[k + 1 + d] : farthest[k - 1 + d] + 1;
            for (; x > afterEdit; y--)
                edits.Push(new(LineEditKind.Kept, a[--x]));
            if (d > 0)
                edits.Push(down ? new(LineEditKind.Added, b[--y]) : new(LineEditKind.Removed, a[--x]));
        }

        return [.. edits];
    }

    // For each number of edits d, the farthest line reached on each diagonal k before the d-th edit, at index k + d.
    private static List<int[]>? Trace(string[] a, string[] b)
    {
        var trace = new List<int[]>();
        var reach = new int[2 * (MostEdits + 1) + 1];
        const int zero = MostEdits + 1;
        for (var d = 0; d <= MostEdits; d++)
        {
            trace.Add(reach[(zero - d)..(zero + d + 1)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = d == 0 ? 0
                    : k == -d || (k != d && reach[zero + k - 1] < reach[zero + k + 1]) ? reach[zero + k + 1]
                    : reach[zero + k - 1] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                    x++;
                reach[zero + k] = x;
                if (x >= a.Length && x - k >= b.Length)
                    return trace;
            }
        }

        return null;
    }
}
