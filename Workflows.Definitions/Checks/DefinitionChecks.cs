using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Checks of a procedure as a whole.</summary>
public static class DefinitionChecks
{
    /// <summary>What is wrong with a procedure whose form, names and types are right.</summary>
    public static ImmutableArray<Diagnostic> Check(ProcedureDefinition definition, DefinitionLocations? locations = null) => [];
}
