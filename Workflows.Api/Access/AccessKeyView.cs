using System.Collections.Immutable;
using NodaTime;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>An access key without the key itself.</summary>
/// <param name="Id">Stable id, the actor's id in the history.</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Roles">Roles held, by agency id.</param>
/// <param name="Administration">What it administers; null for nothing.</param>
/// <param name="Owner">The first owner's: counts as all three administrators until there is one of each kind.</param>
/// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
/// <param name="Procedures">Procedures whose cases it reaches; null for all.</param>
/// <param name="Actions">What it may do with cases; null for all.</param>
/// <param name="CreatedAt">When it was made, in real time.</param>
/// <param name="ExpiresAt">Real time from which it is no longer good; null for never.</param>
/// <param name="PreviousUntil">Real time until which the secret before the last rotation is good; null where there was none.</param>
/// <param name="RevokedAt">When it was revoked; null while it is not.</param>
internal sealed record AccessKeyView(
    string Id,
    string Name,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Roles,
    AdministrationKind? Administration,
    bool Owner,
    bool MayBackdate,
    ImmutableArray<string>? Procedures,
    ImmutableArray<string>? Actions,
    Instant CreatedAt,
    Instant? ExpiresAt,
    Instant? PreviousUntil,
    Instant? RevokedAt)
{
    /// <summary>What is shown of a stored key.</summary>
    public static AccessKeyView Of(AccessKey key) => new(
        key.Id,
        key.Name,
        key.Grants.ToImmutableSortedDictionary(StringComparer.Ordinal),
        key.Administration,
        key.Owner,
        key.MayBackdate,
        key.Scope.Procedures,
        key.Scope.Actions,
        key.CreatedAt,
        key.ExpiresAt,
        key.PreviousUntil,
        key.RevokedAt);
}

/// <summary>An access key just made, or given another secret.</summary>
/// <param name="Key">What is stored of it.</param>
/// <param name="Secret">The key to present; shown this once.</param>
internal sealed record NewAccessKeyView(AccessKeyView Key, string Secret);
