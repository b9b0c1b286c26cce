using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Api.Procedures;

/// <summary>Something that procedures can have, and what each has for it.</summary>
/// <param name="Part">Name of the child procedure that it belongs to (<c>third-party-consultation</c>); null for the procedures themselves.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Topic">Its name: a path as in comparisons, or <c>clocks[response] ends</c> for what time brings about.</param>
/// <param name="Differs">A procedure has none, or two say different things.</param>
/// <param name="Cells">What each procedure has, in their order; null where it has none.</param>
internal sealed record TopicView(string? Part, ElementKind Kind, string Topic, bool Differs, ImmutableArray<TopicCellView?> Cells);

/// <summary>What one procedure has for a topic.</summary>
/// <param name="Title">Its name there, or null.</param>
/// <param name="Basis">The articles or reasons that carry it.</param>
/// <param name="Says">What it says, by key of the definition language.</param>
internal sealed record TopicCellView(
    LocalizedText? Title, ImmutableArray<LegalBasis> Basis, ImmutableSortedDictionary<string, string> Says);
