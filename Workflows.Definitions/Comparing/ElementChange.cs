using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>An element that only one of two definitions has, or that they have differently.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Before">The element in the first; null when it was added.</param>
/// <param name="After">The element in the second; null when it was removed.</param>
/// <param name="Facets">What it says differently; empty for one that was added or removed.</param>
public sealed record ElementChange(
    string Path, ElementKind Kind, DefinitionElement? Before, DefinitionElement? After, ImmutableArray<FacetChange> Facets);

/// <summary>One thing that an element says differently.</summary>
/// <param name="Facet">Key of the language, <c>title</c> or <c>basis</c>.</param>
/// <param name="Before">What the first says; null when nothing.</param>
/// <param name="After">What the second says; null when nothing.</param>
public sealed record FacetChange(string Facet, string? Before, string? After);
