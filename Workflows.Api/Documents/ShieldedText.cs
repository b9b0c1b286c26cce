using System.Text;

namespace Workflows.Api.Documents;

/// <summary>Keeps values apart from markup on the way through Liquid.</summary>
/// <remarks>
/// Characters that mean something in markup are exchanged for noncharacters of Unicode when a value enters the
/// template and back when the document is read. No filter, comparison or assignment can turn a value into markup in
/// between, and nothing is escaped twice.
/// </remarks>
internal static class ShieldedText
{
    /// <summary>A line break inside a value.</summary>
    public const char LineBreak = '\uFDD6';

    private const string Plain = "<>&\"'{}";
    private const string Shielded = "\uFDD0\uFDD1\uFDD2\uFDD3\uFDD4\uFDD5\uFDD7";

    /// <summary>Text as it may pass through a template: no markup, no control characters.</summary>
    public static string Shield(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            var at = Plain.IndexOf(character, StringComparison.Ordinal);
            result.Append(character switch
            {
                _ when at >= 0 => Shielded[at],
                '\n' => LineBreak,
                '\t' => ' ',
                _ when IsUnprintable(character) => '\uFFFD',
                _ => character,
            });
        }

        return WithoutLoneSurrogates(result.ToString());
    }

    /// <summary>The character that a shielded one stands for; others are themselves.</summary>
    public static char Reveal(char character)
    {
        var at = Shielded.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? character : Plain[at];
    }

    private static bool IsUnprintable(char character) =>
        char.IsControl(character) || character is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF';

    private static string WithoutLoneSurrogates(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text
            : string.Concat(text.EnumerateRunes());
}
