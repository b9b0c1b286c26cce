namespace Workflows.Definitions;

/// <summary>Something wrong in a definition: what, where, and how to mend it.</summary>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>; stable.</param>
/// <param name="Severity">Whether it keeps the definition from being published.</param>
/// <param name="Line">Line in the text, from 1; 0 when the definition has no text.</param>
/// <param name="Column">Column in the text, from 1; 0 when the definition has no text.</param>
/// <param name="Message">What is wrong, in Chinese, with names as written.</param>
/// <param name="Mend">What to write instead, in Chinese.</param>
/// <param name="Path">Element concerned, as in <c>states[received].on[register]</c>; null when it is none.</param>
public sealed record Diagnostic(
    string Code, Severity Severity, int Line, int Column, string Message, string Mend, string? Path)
{
    /// <summary>Name of the file, as it was given to the reader.</summary>
    public string? File { get; init; }

    /// <summary>One line for a terminal.</summary>
    public override string ToString() =>
        $"{File}({Line},{Column}): {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}。{Mend}";
}
