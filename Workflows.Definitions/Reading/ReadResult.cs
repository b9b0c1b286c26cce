using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>What came of reading a text.</summary>
/// <param name="Definition">The definition; null when the text has errors of form, name or type (<c>DEF1xx</c>, <c>DEF2xx</c>).</param>
/// <param name="Diagnostics">What is wrong, in the order of the text.</param>
public sealed record ReadResult(ProcedureDefinition? Definition, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Where each element stands.</summary>
    public DefinitionLocations Locations { get; init; } = DefinitionLocations.None;

    /// <summary>Whether nothing keeps the definition from being published.</summary>
    public bool IsSound => Definition is not null && Diagnostics.All(d => d.Severity != Severity.Error);
}
