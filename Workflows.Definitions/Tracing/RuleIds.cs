using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The rules that the published procedures carry, each with a line that says what it asks for.</summary>
public static class RuleIds
{
    /// <summary>Id and summary, by id.</summary>
    public static ImmutableSortedDictionary<string, string> All { get; } = EmbeddedText.Read("rules.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t'))
        .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
