using System.Reflection;

namespace Workflows.Definitions;

/// <summary>Text files that are part of this assembly.</summary>
internal static class EmbeddedText
{
    private static readonly Assembly Here = typeof(EmbeddedText).Assembly;

    public static IEnumerable<string> Names => Here.GetManifestResourceNames().Order(StringComparer.Ordinal);

    public static string Read(string name)
    {
        using var stream = Here.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
