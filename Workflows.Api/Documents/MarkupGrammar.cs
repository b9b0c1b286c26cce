using System.Globalization;

namespace Workflows.Api.Documents;

/// <summary>The subset of XHTML that a document may consist of.</summary>
internal static class MarkupGrammar
{
    /// <summary>Stands for the document itself, as the parent of its blocks.</summary>
    public const string Root = "";

    public const int MostColumns = 20;

    private static readonly string[] Inline = ["strong", "u", "span", "br"];

    private static readonly Dictionary<string, string[]> Children = new(StringComparer.Ordinal)
    {
        [Root] = ["h1", "h2", "p", "table"],
        ["h1"] = Inline,
        ["h2"] = Inline,
        ["p"] = Inline,
        ["table"] = ["tr"],
        ["tr"] = ["td", "th"],
        ["td"] = ["p", .. Inline],
        ["th"] = ["p", .. Inline],
        ["strong"] = Inline,
        ["u"] = Inline,
        ["span"] = Inline,
        ["br"] = [],
    };

    public static bool IsKnown(string element) => element != Root && Children.ContainsKey(element);

    public static bool Allows(string parent, string child) => Children[parent].Contains(child);

    public static bool AllowsText(string parent) => parent is not (Root or "table" or "tr");

    public static string Expected(string parent) => string.Join("、", Children[parent].Select(child => $"<{child}>"));

    /// <summary>Null when the attribute may have the value, else how to mend it.</summary>
    public static string? Mend(string element, string attribute, string value) => (element, attribute) switch
    {
        ("p", "class") => OneOf(value, "center", "right", "indent"),
        ("td" or "th", "class") => OneOf(value, "center", "right"),
        ("h1", "class") => OneOf(value, "new-page"),
        ("span", "class") => OneOf(value, "small"),
        ("td" or "th", "colspan") => Number(value, MostColumns),
        ("td" or "th", "rowspan") => Number(value, 100),
        ("td" or "th", "width") => value.EndsWith('%') ? Number(value[..^1], 100) : "形如 width=\"20%\"",
        _ => "可用的属性：<h1>、<p>、<td>、<th>、<span> 的 class，单元格的 colspan、rowspan、width",
    };

    private static string? OneOf(string value, params string[] known) =>
        known.Contains(value) ? null : $"应为下列之一：{string.Join("、", known)}";

    private static string? Number(string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? null
            : $"应为 1 至 {most} 的整数";
}
