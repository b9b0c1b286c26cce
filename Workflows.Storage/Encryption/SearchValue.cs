using System.Text;

namespace Workflows.Storage.Encryption;

/// <summary>The form in which a value is searched for: what people type in different ways is the same.</summary>
internal static class SearchValue
{
    private const char FirstWide = '！';
    private const char LastWide = '～';
    private const int FromWide = FirstWide - '!';

    /// <summary>Without outer blanks, full-width letters, digits and signs as half-width ones, letters as capitals (the X of an identity number).</summary>
    public static string Of(string value)
    {
        var narrow = new StringBuilder(value.Length);
        foreach (var c in value)
            narrow.Append(c is >= FirstWide and <= LastWide ? (char)(c - FromWide) : c == '\u3000' ? ' ' : c);
        return narrow.ToString().Trim().ToUpperInvariant();
    }
}
