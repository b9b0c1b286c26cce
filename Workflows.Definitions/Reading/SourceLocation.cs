namespace Workflows.Definitions;

/// <summary>A place in the text of a definition.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct SourceLocation(int Line, int Column);
