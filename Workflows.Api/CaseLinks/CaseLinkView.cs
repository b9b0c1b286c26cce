using System.Collections.Immutable;
using NodaTime;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>A link given to someone outside, without its secret.</summary>
/// <param name="Id">Stable id, the actor's id in the history.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Trigger">The only trigger that it fires; null for one that only shows.</param>
/// <param name="Documents">Names of the documents whose issue it shows.</param>
/// <param name="CreatedBy">Id of who gave it.</param>
/// <param name="CreatorName">Name of who gave it.</param>
/// <param name="CreatedAt">When it was made, in real time.</param>
/// <param name="ExpiresAt">Real time from which it is no longer good.</param>
/// <param name="RevokedAt">When it was revoked; null while it is not.</param>
/// <param name="UsedAt">When the consultation was answered by it; null before.</param>
internal sealed record CaseLinkView(
    string Id,
    CaseLinkKind Kind,
    string? Trigger,
    ImmutableArray<string> Documents,
    string CreatedBy,
    string CreatorName,
    Instant CreatedAt,
    Instant ExpiresAt,
    Instant? RevokedAt,
    Instant? UsedAt)
{
    /// <summary>What is shown of a stored link.</summary>
    public static CaseLinkView Of(CaseLink link) => new(
        link.Id, link.Kind, link.Trigger, link.Documents, link.CreatedBy, link.CreatorName, link.CreatedAt, link.ExpiresAt, link.RevokedAt, link.UsedAt);
}
