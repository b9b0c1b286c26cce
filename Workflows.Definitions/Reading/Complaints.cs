using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Collects diagnostics while a text is read.</summary>
/// <remarks>A text made to annoy could give one per byte; nobody reads more than a few hundred.</remarks>
internal sealed class Complaints(string? file)
{
    private const int Most = 300;

    private readonly List<Diagnostic> _all = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, SourceLocation at, string message, string mend, string? path = null) =>
        Add(new Diagnostic(code, Severity.Error, at.Line, at.Column, message, mend, path));

    public void Warning(string code, SourceLocation at, string message, string mend, string? path = null) =>
        Add(new Diagnostic(code, Severity.Warning, at.Line, at.Column, message, mend, path));

    public ImmutableArray<Diagnostic> InOrder() =>
        [.. _all.OrderBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code, StringComparer.Ordinal)];

    private void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (_all.Count < Most)
            _all.Add(diagnostic with { File = file });
    }
}
