using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Checks of a procedure as a whole.</summary>
public static class DefinitionChecks
{
    /// <summary>What is wrong with a procedure whose form, names and types are right.</summary>
    /// <param name="definition">The procedure, as <see cref="DefinitionReader.Read"/> gives it.</param>
    /// <param name="locations">Where its elements stand; without them diagnostics have line 0.</param>
    public static ImmutableArray<Diagnostic> Check(ProcedureDefinition definition, DefinitionLocations? locations = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new Findings(definition, () => locations ?? DefinitionLocations.None);
        var graph = new StateGraph(definition);
        StateChecks.Run(findings, graph);
        BranchChecks.Run(findings, graph);
        ClockChecks.Run(findings, graph);
        FieldChecks.Run(findings);
        DocumentChecks.Run(findings);
        ReportChecks.Run(findings);
        ScheduleChecks.Run(findings);
        UseChecks.Run(findings);
        return findings.InOrder();
    }
}
