using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>A key by which a person or a system is known. The key itself is not stored, only its hash.</summary>
/// <param name="Id">Stable id, the actor's id in the journal.</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Grants">Roles held, by agency id.</param>
/// <param name="Owner">The first owner's: counts as all three administrators until there are three.</param>
/// <param name="MayBackdate">May record a legal day before today.</param>
/// <param name="CreatedAt">Real time.</param>
/// <param name="RevokedAt">Real time; null while it is good.</param>
public sealed record AccessKey(
    string Id,
    string Name,
    ImmutableDictionary<string, ImmutableArray<string>> Grants,
    bool Owner,
    bool MayBackdate,
    Instant CreatedAt,
    Instant? RevokedAt)
{
    /// <summary>What it administers; null for nothing.</summary>
    public AdministrationKind? Administration { get; init; }

    /// <summary>Real time from which it is no longer good; null for never.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>To what its use is limited.</summary>
    public KeyScope Scope { get; init; } = KeyScope.All;

    /// <summary>Real time until which the secret before the last rotation is good; null where there is none.</summary>
    public Instant? PreviousUntil { get; init; }

    /// <summary>Neither revoked nor expired.</summary>
    public bool IsGood(Instant now) => RevokedAt is null && !(ExpiresAt <= now);
}
