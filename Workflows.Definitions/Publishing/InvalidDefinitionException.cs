using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>A definition that should be sound has errors.</summary>
/// <param name="diagnostics">What is wrong.</param>
public sealed class InvalidDefinitionException(ImmutableArray<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics))
{
    /// <summary>What is wrong.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;
}
