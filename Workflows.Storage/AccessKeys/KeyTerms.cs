using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>What an access key is made for.</summary>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Grants">Roles, by agency id.</param>
/// <param name="MayBackdate">May record a legal day before today.</param>
public sealed record KeyTerms(string Name, ImmutableDictionary<string, ImmutableArray<string>> Grants, bool MayBackdate = false)
{
    /// <summary>The first owner's.</summary>
    public bool Owner { get; init; }

    /// <summary>What it administers; null for nothing.</summary>
    public AdministrationKind? Administration { get; init; }

    /// <summary>Real time from which it is no longer good; null for never.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>To what its use is limited.</summary>
    public KeyScope Scope { get; init; } = KeyScope.All;
}
