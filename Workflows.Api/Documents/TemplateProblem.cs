namespace Workflows.Api.Documents;

/// <summary>Something in a template that keeps it from being used.</summary>
/// <param name="Code">A stable name of the fault, such as <c>unknown-element</c>.</param>
/// <param name="Line">Line in the source, from 1.</param>
/// <param name="Column">Column in the line, from 1, in UTF-16 code units.</param>
/// <param name="Message">What is wrong, in Chinese, with names as written.</param>
/// <param name="Mend">What to write instead, in Chinese.</param>
public sealed record TemplateProblem(string Code, int Line, int Column, string Message, string Mend)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column} {Code}: {Message}。{Mend}";
}
