using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Which elements of which procedures carry each rule.</summary>
public static class Traceability
{
    /// <summary>For every rule that a basis names, the elements that carry it, in the order of the definitions.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<RuleCarrier>> Of(IEnumerable<ProcedureDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var carried =
            from definition in definitions
            from element in DefinitionElement.Of(definition)
            let basis = element.Basis
            where basis is not null
            from rule in basis.Rules
            let path = element.Kind == ElementKind.Procedure ? "" : element.Path
            select (rule, new RuleCarrier(definition.Procedure, path, basis.Act, basis.Article, basis.Design));
        return carried.GroupBy(c => c.rule, c => c.Item2)
            .ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }
}
