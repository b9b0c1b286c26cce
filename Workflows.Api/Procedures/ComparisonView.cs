using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Api.Procedures;

/// <summary>How two definitions differ.</summary>
/// <param name="Left">The first, as it was named.</param>
/// <param name="Right">The second, as it was named.</param>
/// <param name="Text">The texts line by line, in unified form; empty when they are the same.</param>
/// <param name="Changes">The elements that differ, in the order of the second; removed ones last.</param>
internal sealed record ComparisonView(string Left, string Right, string Text, ImmutableArray<ElementChangeView> Changes)
{
    /// <summary>Compares two definitions.</summary>
    public static ComparisonView Of(string left, ProcedureDefinition before, string right, ProcedureDefinition after)
    {
        var difference = DefinitionDiff.Between(before, after);
        return new ComparisonView(left, right, difference.Text, [.. difference.Changes.Select(ElementChangeView.Of)]);
    }
}

/// <summary>An element that only one of two definitions has, or that they have differently.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Before">The element in the first; null when it was added.</param>
/// <param name="After">The element in the second; null when it was removed.</param>
/// <param name="Differs">What it says differently; empty for one that was added or removed.</param>
internal sealed record ElementChangeView(
    string Path, ElementKind Kind, ElementView? Before, ElementView? After, ImmutableArray<FacetChange> Differs)
{
    /// <summary>The change as the definitions tell it.</summary>
    public static ElementChangeView Of(ElementChange change) => new(
        change.Path,
        change.Kind,
        change.Before is { } before ? ElementView.Of(before) : null,
        change.After is { } after ? ElementView.Of(after) : null,
        change.Facets);
}
