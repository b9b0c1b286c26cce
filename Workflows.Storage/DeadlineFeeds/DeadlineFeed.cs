using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>A calendar of due dates that programs fetch by a secret address. The secret itself is not stored, only its hash.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Agency">The agency whose cases it shows.</param>
/// <param name="Role">The role in that agency for which it is made.</param>
/// <param name="Procedures">Procedures that it shows; null for all in which the role has a part.</param>
/// <param name="CreatedBy">Id of the key or account that made it; what that may no longer see, the feed no longer shows.</param>
/// <param name="CreatedAt">Real time.</param>
/// <param name="ExpiresAt">Real time from which it is no longer good.</param>
/// <param name="RevokedAt">Real time; null while it is not revoked.</param>
public sealed record DeadlineFeed(
    string Id,
    string Agency,
    string Role,
    ImmutableArray<string>? Procedures,
    string CreatedBy,
    Instant CreatedAt,
    Instant ExpiresAt,
    Instant? RevokedAt)
{
    /// <summary>Neither revoked nor expired.</summary>
    public bool IsGood(Instant now) => RevokedAt is null && ExpiresAt > now;
}

/// <summary>A feed just made.</summary>
/// <param name="Feed">What is stored of it.</param>
/// <param name="Clear">The secret of its address; it cannot be had again.</param>
public sealed record NewDeadlineFeed(DeadlineFeed Feed, string Clear);
