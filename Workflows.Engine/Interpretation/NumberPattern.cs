using System.Globalization;

namespace Workflows.Engine;

/// <summary>The pattern of a number: <c>桦依申〔{year}〕{serial}号</c>.</summary>
internal static class NumberPattern
{
    public static string Format(string pattern, int year, int serial) => pattern
        .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{serial}", serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
