using Workflows.Api.Documents;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Api.Problems;

/// <summary>Something wrong in a text that an administrator wrote, and how to mend it.</summary>
/// <param name="Code">Stable name of the fault.</param>
/// <param name="Severity"><c>error</c> keeps the text from being used; <c>warning</c> is worth a look.</param>
/// <param name="Line">Line, from 1; null where <paramref name="Path"/> tells the place.</param>
/// <param name="Column">Column, from 1; null where <paramref name="Path"/> tells the place.</param>
/// <param name="Path">The element or property concerned; null when it is none.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Mend">What to write instead, in Chinese.</param>
/// <param name="Procedure">The procedure whose text it is about, where that is another one; null otherwise.</param>
internal sealed record DiagnosticView(
    string Code, Severity Severity, int? Line, int? Column, string? Path, string Message, string Mend, string? Procedure = null)
{
    /// <summary>A fault of a definition.</summary>
    /// <param name="found">The fault.</param>
    /// <param name="procedure">The procedure that is being written.</param>
    public static DiagnosticView Of(Diagnostic found, string procedure) => new(
        found.Code, found.Severity, found.Line, found.Column, found.Path, found.Message, found.Mend, found.File == procedure ? null : found.File);

    /// <summary>A fault of a template.</summary>
    public static DiagnosticView Of(TemplateProblem found) =>
        new(found.Code, Severity.Error, found.Line, found.Column, null, found.Message, found.Mend);

    /// <summary>A fault of a notice.</summary>
    public static DiagnosticView Of(NoticeDiagnostic found) => new(
        found.Code, found.IsWarning ? Severity.Warning : Severity.Error, null, null, found.Path, found.Message, found.Mend);
}
