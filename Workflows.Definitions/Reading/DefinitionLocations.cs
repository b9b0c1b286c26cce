using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Where in the text each element of a definition stands, by its path.</summary>
/// <param name="Places">Path and place.</param>
public sealed record DefinitionLocations(ImmutableDictionary<string, SourceLocation> Places)
{
    /// <summary>For a definition without text.</summary>
    public static readonly DefinitionLocations None = new(ImmutableDictionary<string, SourceLocation>.Empty);

    /// <summary>The place of an element, or of the nearest element around it; line 0 when there is none.</summary>
    public SourceLocation Of(string path)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOf('.'))])
        {
            if (Places.TryGetValue(rest, out var place))
                return place;
        }

        return Places.GetValueOrDefault("");
    }
}
