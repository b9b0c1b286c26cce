using System.Text;

namespace Workflows.Api.Deadlines;

/// <summary>Lines of a calendar as RFC 5545, 3.1 asks: at most 75 octets, broken between characters.</summary>
internal static class CalendarText
{
    private const int Longest = 75;
    private const string Break = "\r\n ";

    /// <summary>Breaks the lines of a text anew. The serializer may break inside a character beyond the basic plane, which would be lost.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 64);
        foreach (var line in text.Replace(Break, "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > Longest)
                {
                    folded.Append(Break);
                    octets = 1;
                }

                folded.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }
}
