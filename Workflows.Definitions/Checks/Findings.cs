using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Collects what checks find in one definition.</summary>
internal sealed class Findings(ProcedureDefinition definition, Func<DefinitionLocations> locations)
{
    private readonly List<Diagnostic> _found = [];
    private readonly Lazy<DefinitionLocations> _locations = new(locations);

    public ProcedureDefinition Definition { get; } = definition;

    public void Error(string code, string path, string message, string mend) => Add(code, Severity.Error, path, message, mend);

    public void Warning(string code, string path, string message, string mend) => Add(code, Severity.Warning, path, message, mend);

    public ImmutableArray<Diagnostic> InOrder() =>
        [.. _found.Distinct().OrderBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code, StringComparer.Ordinal)];

    private void Add(string code, Severity severity, string path, string message, string mend)
    {
        var (line, column) = _locations.Value.Of(path);
        _found.Add(new(code, severity, line, column, message, mend, path) { File = Definition.Procedure });
    }
}
