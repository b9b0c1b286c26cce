namespace Workflows.Definitions;

/// <summary>An element that carries a rule.</summary>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Path">Its path; empty for the procedure as a whole.</param>
/// <param name="Act">The act; null for a choice of design.</param>
/// <param name="Article">The article; null for a choice of design.</param>
/// <param name="Design">The reason of a choice of design; null when an article carries the element.</param>
public sealed record RuleCarrier(string Procedure, string Path, string? Act, string? Article, string? Design);
