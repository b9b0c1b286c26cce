using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Checks between procedures: what one opens, pauses for, asks of and takes from another must be there.</summary>
public static class CatalogueChecks
{
    /// <summary>What is wrong between the procedures. Each diagnostic names its procedure in <see cref="Diagnostic.File"/>.</summary>
    /// <param name="definitions">Procedures that are sound on their own, one version of each.</param>
    public static ImmutableArray<Diagnostic> Check(IReadOnlyCollection<ProcedureDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var byName = definitions.ToImmutableDictionary(d => d.Procedure, StringComparer.Ordinal);
        return [.. definitions.SelectMany(definition =>
        {
            var findings = new Findings(definition, () => DefinitionReader.Read(definition.Source).Locations);
            new ChildReferences(findings, byName).Run();
            Outcomes(findings, definitions);
            new CollectChecks(findings, byName).Run();
            return findings.InOrder();
        })];
    }

    private static void Outcomes(Findings findings, IEnumerable<ProcedureDefinition> definitions)
    {
        var definition = findings.Definition;
        var parent = definitions.FirstOrDefault(d => PlacedTrigger.Of(d).SelectMany(t => t.Trigger.Branches).SelectMany(b => b.Opens)
            .Any(o => o.Procedure == definition.Procedure));
        if (parent is null)
            return;
        foreach (var state in definition.States.Where(s => s is { Final: true, Outcome: null }))
        {
            findings.Error(DiagnosticCodes.ChildWithoutOutcome, ElementPath.State(state.Name),
                $"`{parent.Procedure}` 启动本程序，而终结状态 `{state.Name}` 没有 `outcome`", "加上 `outcome: 结果`");
        }
    }
}
