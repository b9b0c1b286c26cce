using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Workflows.Storage;

/// <summary>
/// A checkpoint to be kept outside the database: whoever cuts off the end, or rewrites everything from some point on, cannot
/// make the database agree with it again.
/// </summary>
/// <param name="Checkpoint">Number of the checkpoint; 0 for the beginning, before the first.</param>
/// <param name="Hash">Its hash, 64 lower-case hexadecimal digits.</param>
public sealed record Anchor(long Checkpoint, string Hash)
{
    private const int HashLength = 64;

    /// <summary>Reads the form that <see cref="ToString"/> writes; capitals in the hash do not matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Anchor? anchor)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        anchor = colon > 0 && text![(colon + 1)..] is { Length: HashLength } hash && hash.All(char.IsAsciiHexDigit)
            && long.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new Anchor(number, hash.ToLowerInvariant())
                : null;
        return anchor is not null;
    }

    /// <summary>The number, a colon, and the hash: <c>41:9f86…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Checkpoint}:{Hash}");
}
