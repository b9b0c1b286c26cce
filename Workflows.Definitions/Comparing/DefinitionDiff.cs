using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>How two versions of a procedure, or two procedures, differ.</summary>
/// <param name="Text">The texts in unified form; empty when they are the same.</param>
/// <param name="Changes">The elements that differ, in the order of the second; removed ones last.</param>
public sealed record DefinitionDiff(string Text, ImmutableArray<ElementChange> Changes)
{
    /// <summary>Compares two definitions. Between two procedures the articles differ anyway and do not count as a change.</summary>
    public static DefinitionDiff Between(ProcedureDefinition before, ProcedureDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var sameProcedure = before.Procedure == after.Procedure;
        var old = DefinitionElement.Of(before).ToDictionary(e => e.Path, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<ElementChange>();
        foreach (var element in DefinitionElement.Of(after))
        {
            if (!old.Remove(element.Path, out var earlier))
                changes.Add(new(element.Path, element.Kind, null, element, []));
            else if (Facets(earlier, element, sameProcedure) is { IsEmpty: false } facets)
                changes.Add(new(element.Path, element.Kind, earlier, element, facets));
        }

        changes.AddRange(DefinitionElement.Of(before).Where(e => old.ContainsKey(e.Path)).Select(e => new ElementChange(e.Path, e.Kind, e, null, [])));
        return new(LineDiff.Unified(before.Source, after.Source, before.Procedure, after.Procedure), changes.ToImmutable());
    }

    private static ImmutableArray<FacetChange> Facets(DefinitionElement before, DefinitionElement after, bool withBasis)
    {
        var changes = before.Facets.Keys.Union(after.Facets.Keys).Order(StringComparer.Ordinal)
            .Select(key => new FacetChange(key, before.Facets.GetValueOrDefault(key), after.Facets.GetValueOrDefault(key)))
            .Append(new("title", Shown(before.Title), Shown(after.Title)));
        if (withBasis)
            changes = changes.Append(new("basis", Shown(before.Basis), Shown(after.Basis)));
        return [.. changes.Where(c => c.Before != c.After)];
    }

    private static string? Shown(LocalizedText? title) => title is null ? null : title.En is null ? title.Zh : $"{title.Zh} / {title.En}";

    private static string? Shown(LegalBasis? basis) => basis is null ? null
        : (basis.Design ?? $"{basis.Act} {basis.Article}") + (basis.Rules.IsEmpty ? "" : $" ({string.Join(", ", basis.Rules)})");
}
