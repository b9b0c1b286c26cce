using System.Collections.Immutable;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>The anchors that the command <c>verify</c> is given.</summary>
internal static class AnchorOptions
{
    private const string One = "--anchor";
    private const string File = "--anchors";

    /// <summary>Takes them out of the command line.</summary>
    /// <exception cref="StartRefusedException">An anchor has another form, or a file of them cannot be read.</exception>
    public static (ImmutableArray<Anchor> Anchors, string[] Others) Read(string[] options)
    {
        var anchors = ImmutableArray.CreateBuilder<Anchor>();
        var others = new List<string>();
        for (var at = 0; at < options.Length; at++)
        {
            var (name, value) = options[at].Split('=', 2) is [var before, var after] ? (before, after) : (options[at], null);
            if (name is not (One or File))
            {
                others.Add(options[at]);
                continue;
            }

            value ??= at + 1 < options.Length ? options[++at] : "";
            anchors.AddRange(name == One ? [Parse(value)] : Lines(value).Select(Parse));
        }

        return (anchors.DrainToImmutable(), [.. others]);
    }

    private static Anchor Parse(string text) => Anchor.TryParse(text.Trim(), out var anchor)
        ? anchor
        : throw new StartRefusedException($"An anchor is the number of a checkpoint, a colon and 64 hexadecimal digits, as verify prints it; this is none: {text}");

    private static IEnumerable<string> Lines(string file)
    {
        try
        {
            return System.IO.File.ReadAllLines(file).Where(line => !string.IsNullOrWhiteSpace(line) && !line.StartsWith('#'));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException($"The anchors cannot be read: {error.Message}");
        }
    }
}
