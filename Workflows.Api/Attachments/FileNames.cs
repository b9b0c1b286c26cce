using System.Globalization;
using System.Text;

namespace Workflows.Api.Attachments;

/// <summary>Cleans the names that clients give to files: they are shown and saved, and never used as a path here.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The last part of the path, without control and formatting characters (a turned reading direction hides an ending) and without
    /// what no file system takes, with the ending of the type that the content has.
    /// </summary>
    /// <param name="sent">As sent; may be null.</param>
    /// <param name="type">The type found in the content.</param>
    public static string Clean(string? sent, FileType type)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune == Rune.ReplacementChar)
                continue;
            kept.Append("<>:\"|?*%".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
            if (kept.Length >= Longest)
                break;
        }

        var name = kept.ToString().Trim(' ', '.');
        var ending = Path.GetExtension(name);
        var stem = type.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase) ? name[..^ending.Length].TrimEnd(' ', '.') : name;
        if (stem.Length == 0 || Devices.Contains(stem.Split('.')[0]))
            stem = "附件" + stem;
        return stem + (type.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase) ? ending : type.Endings[0]);
    }
}
