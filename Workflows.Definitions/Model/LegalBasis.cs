using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Why an element exists: an article of an act, or a stated choice of design.</summary>
/// <param name="Act">Full name of the act in Chinese; null for a choice of design.</param>
/// <param name="Article">Article as the act numbers it (第十条第二款, 三(二)3); null for a choice of design.</param>
/// <param name="Design">The reason for a choice of design; null when an article carries the element.</param>
/// <param name="Rules">Ids of the rules carried (HD-APP-09); may be empty.</param>
public sealed record LegalBasis(string? Act, string? Article, string? Design, ImmutableArray<string> Rules);
