namespace Workflows.Calendar;

/// <summary>Something wrong with the text of a notice.</summary>
/// <param name="Code">A stable name of the fault, such as <c>duplicate-date</c>.</param>
/// <param name="Path">Where: <c>holidays[2].from</c>; empty for the whole text.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Mend">What to do about it, in Chinese.</param>
/// <param name="IsWarning">True when the notice can be used all the same, after a second look.</param>
public sealed record NoticeDiagnostic(string Code, string Path, string Message, string Mend, bool IsWarning = false);
