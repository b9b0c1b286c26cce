namespace Workflows.Storage;

/// <summary>A document with what it was filled with.</summary>
/// <param name="Summary">The document.</param>
/// <param name="Data">A JSON object, in clear; <see cref="Workflows.Engine.Destroyed.Data"/> once the key of the case is gone.</param>
public sealed record DocumentContent(DocumentSummary Summary, string Data);
