using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A fact that is there to be collected.</summary>
/// <param name="Position">Position of its entry in the journal.</param>
/// <param name="After">Position up to which facts of this kind about the agency had been collected, before this one; 0 for none.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Agency">The agency that it is about.</param>
/// <param name="Reference">Number of the case that recorded it.</param>
/// <param name="Procedure">That case's procedure.</param>
/// <param name="DefinitionVersion">Version of the definition that it is pinned to.</param>
/// <param name="OccurredOn">Legal day.</param>
/// <param name="Values">Its values, in clear.</param>
public sealed record RecordedFact(
    long Position,
    long After,
    string Kind,
    string Agency,
    string Reference,
    string Procedure,
    int DefinitionVersion,
    LocalDate OccurredOn,
    ImmutableSortedDictionary<string, FieldValue> Values)
{
    /// <summary>Names of the values that are personal.</summary>
    public ImmutableHashSet<string> Personal { get; init; } = [];
}

/// <summary>Which facts a case may collect: those that no case of its procedure and agency has collected, cancelled ones left aside.</summary>
/// <param name="Procedure">Procedure of the collecting case.</param>
/// <param name="Agencies">Agency of the collecting case, and those merged into it.</param>
/// <param name="Kind">Kind of the facts.</param>
/// <param name="About">Agencies that they are about.</param>
/// <param name="Limit">At most this many, the oldest first.</param>
public sealed record FactQuery(string Procedure, ImmutableArray<string> Agencies, string Kind, ImmutableArray<string> About, int Limit);
