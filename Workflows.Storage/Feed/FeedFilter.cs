using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Which entries of the feed; a null leaves its question out, all others must hold.</summary>
public sealed record FeedFilter
{
    /// <summary>Agencies whose cases may be seen, and children of such cases; null for all, empty for none.</summary>
    public ImmutableArray<string>? Agencies { get; init; }

    /// <summary>Procedures whose cases may be seen; null for all.</summary>
    public ImmutableArray<string>? Procedures { get; init; }

    /// <summary>Agencies asked for, which handle the case; null for all.</summary>
    public ImmutableArray<string>? OfAgencies { get; init; }

    /// <summary>Procedures asked for; null for all.</summary>
    public ImmutableArray<string>? OfProcedures { get; init; }

    /// <summary>The case asked for; null for all.</summary>
    public CaseId? OfCase { get; init; }

    /// <summary>Kinds of entry as the history names them; null for all.</summary>
    public ImmutableArray<string>? Kinds { get; init; }
}
