using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>Which entries of a register to read; a null leaves its question out.</summary>
/// <param name="Kind">Kind of the facts.</param>
public sealed record RegisterFilter(string Kind)
{
    /// <summary>Agencies that the facts are about.</summary>
    public ImmutableArray<string>? About { get; init; }

    /// <summary>Agencies of the reader: what is about one of them, or was recorded by one of their cases, may be seen; null for all.</summary>
    public ImmutableArray<string>? Reader { get; init; }

    /// <summary>Procedures of the cases whose entries may be seen; null for all.</summary>
    public ImmutableArray<string>? Procedures { get; init; }

    /// <summary>First legal day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last legal day.</summary>
    public LocalDate? Through { get; init; }
}

/// <summary>Where a page of a register ended.</summary>
/// <param name="Day">Legal day of its last entry.</param>
/// <param name="Position">Position of its last entry.</param>
public readonly record struct RegisterPlace(LocalDate Day, long Position);
