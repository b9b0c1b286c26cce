using System.Globalization;

namespace Workflows.Api.Letters;

/// <summary>Numbers of documents and services in addresses.</summary>
internal static class CaseNumbers
{
    /// <summary>The number; 0, which nothing has, for anything else.</summary>
    public static int Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
