using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Api.Documents;

/// <summary>Reads text, elements and entities. Whatever it does not know is <see cref="MarkupPiece.Wrong"/>, never passed on.</summary>
internal static partial class MarkupScanner
{
    private static readonly Dictionary<string, string> Entities = new(StringComparer.Ordinal)
    {
        ["amp"] = "&",
        ["lt"] = "<",
        ["gt"] = ">",
        ["quot"] = "\"",
        ["apos"] = "'",
        ["nbsp"] = "\u00A0",
        ["emsp"] = "\u3000",
        ["#123"] = "{",
        ["#125"] = "}",
    };

    /// <summary>The pieces of a text, in order.</summary>
    /// <param name="markup">Markup without Liquid.</param>
    /// <param name="offset">Added to each offset.</param>
    public static IEnumerable<MarkupPiece> Read(string markup, int offset = 0)
    {
        var at = 0;
        while (at < markup.Length)
        {
            var next = markup.IndexOf('<', at);
            var end = next < 0 ? markup.Length : next;
            foreach (var piece in ReadText(markup[at..end], offset + at))
                yield return piece;
            at = end;
            if (at == markup.Length)
                yield break;

            var element = Element().Match(markup, at);
            if (element.Success)
            {
                foreach (var piece in ReadElement(element, offset + at))
                    yield return piece;
                at += element.Length;
            }
            else
            {
                yield return new MarkupPiece.Wrong("malformed", "“<”之后不是能读懂的标记", "标记须一次写全，形如 <p class=\"center\"> 或 </p>，属性值用双引号；要打印“<”，写 &lt;", offset + at);
                at++;
            }
        }
    }

    private static IEnumerable<MarkupPiece> ReadElement(Match element, int offset)
    {
        var name = element.Groups["name"].Value;
        var attributes = element.Groups["attribute"].Captures.Zip(
            element.Groups["value"].Captures, (attribute, value) => KeyValuePair.Create(attribute.Value, value.Value)).ToImmutableArray();
        if (!element.Groups["close"].Success)
            yield return new MarkupPiece.Start(name, attributes, offset);
        else if (attributes.Length > 0)
            yield return new MarkupPiece.Wrong("unknown-attribute", $"</{name}> 带有属性", "属性写在开始标记上", offset);
        if (element.Groups["close"].Success || element.Groups["empty"].Success || name == "br")
            yield return new MarkupPiece.End(name, offset);
    }

    private static IEnumerable<MarkupPiece> ReadText(string text, int offset)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '&')
            {
                plain.Append(text[at]);
                continue;
            }

            var end = text.IndexOf(';', at);
            if (end > 0 && Entities.TryGetValue(text[(at + 1)..end], out var character))
            {
                plain.Append(ShieldedText.Shield(character));
                at = end;
            }
            else
            {
                yield return new MarkupPiece.Wrong("unknown-entity", "“&”之后不是认识的字符", $"要打印“&”，写 &amp;；可用的有 {Known()}", offset + at);
            }
        }

        if (plain.Length > 0)
            yield return new MarkupPiece.Characters(plain.ToString(), offset);
    }

    private static string Known() => string.Join(" ", Entities.Keys.Select(name => string.Create(CultureInfo.InvariantCulture, $"&{name};")));

    [GeneratedRegex("""\G<(?<close>/)?(?<name>[A-Za-z][A-Za-z0-9]*)(?:\s+(?<attribute>[A-Za-z-]+)="(?<value>[^"<>&]*)")*\s*(?<empty>/)?>""", RegexOptions.CultureInvariant)]
    private static partial Regex Element();
}
