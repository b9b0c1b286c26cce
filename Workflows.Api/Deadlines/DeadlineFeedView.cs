using System.Collections.Immutable;
using NodaTime;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>A calendar of due dates, without the secret of its address.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Agency">The agency whose cases it shows.</param>
/// <param name="Role">The role for which it is made.</param>
/// <param name="Procedures">Procedures that it shows; null for all in which the role has a part.</param>
/// <param name="CreatedBy">Id of the key or account that made it.</param>
/// <param name="CreatedAt">When it was made, in real time.</param>
/// <param name="ExpiresAt">Real time from which it is no longer good.</param>
/// <param name="RevokedAt">When it was revoked; null while it is not.</param>
internal sealed record DeadlineFeedView(
    string Id,
    string Agency,
    string Role,
    ImmutableArray<string>? Procedures,
    string CreatedBy,
    Instant CreatedAt,
    Instant ExpiresAt,
    Instant? RevokedAt)
{
    /// <summary>What is shown of a stored feed.</summary>
    public static DeadlineFeedView Of(DeadlineFeed feed) =>
        new(feed.Id, feed.Agency, feed.Role, feed.Procedures, feed.CreatedBy, feed.CreatedAt, feed.ExpiresAt, feed.RevokedAt);
}
