using System.Collections.Immutable;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Which facts to list; a null leaves its question out.</summary>
public sealed record FactFilter
{
    /// <summary>Kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Agencies whose cases the caller may see; null for all, empty for none.</summary>
    public ImmutableArray<string>? Agencies { get; init; }

    /// <summary>First legal day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last legal day.</summary>
    public LocalDate? Through { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }
}
