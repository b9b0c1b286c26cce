using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Api.Procedures;

/// <summary>An element of a definition, as comparisons and diagnostics address it.</summary>
/// <param name="Path">Where it is: <c>states[received].on[register]</c>; empty for the procedure itself.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name for people, or null.</param>
/// <param name="Basis">Article or reason, or null.</param>
/// <param name="Says">What it says, by key of the definition language.</param>
internal sealed record ElementView(
    string Path, ElementKind Kind, LocalizedText? Title, LegalBasis? Basis, ImmutableSortedDictionary<string, string> Says)
{
    /// <summary>The element as the definition has it.</summary>
    public static ElementView Of(DefinitionElement element) => new(element.Path, element.Kind, element.Title, element.Basis, element.Facets);
}
