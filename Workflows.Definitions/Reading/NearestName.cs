namespace Workflows.Definitions;

/// <summary>Finds the known name that somebody probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>The nearest of the known names, or null when none is near.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;
        var nearest = known
            .Where(k => k.Length <= LongestName)
            .Select(k => (Name: k, Distance: Distance(name, k)))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>How to mend a wrong name: the nearest one, or all of them when they are few.</summary>
    public static string Mend(string name, IReadOnlyCollection<string> known) =>
        To(name, known) is { } near ? $"是否想写 `{near}`？"
        : known.Count == 0 ? "这里没有可用的名称，请先声明"
        : known.Count <= 20 ? $"可用的名称：{string.Join("、", known)}"
        : "请改用已声明的名称，或者先声明它";

    // Edits that turn one name into the other, one row of the usual table at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
