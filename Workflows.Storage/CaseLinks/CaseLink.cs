using System.Collections.Immutable;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>What a link lets its holder do.</summary>
public enum CaseLinkKind
{
    /// <summary>Answer a consultation, once.</summary>
    AnswerConsultation,

    /// <summary>See how an application of one's own stands.</summary>
    SeeState,
}

/// <summary>A link that a handler gave to someone outside: to one case, for one purpose, for a time. Its secret is not stored, only the hash.</summary>
/// <param name="Id">Stable id, the actor's id in the journal and in the log of reads.</param>
/// <param name="Case">The case.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Trigger">The only trigger that it fires; null for one that only shows.</param>
/// <param name="Documents">Names of the documents that it shows, where they have been issued.</param>
/// <param name="CreatedBy">Id of who gave it.</param>
/// <param name="CreatorName">Name of who gave it.</param>
/// <param name="CreatedAt">Real time.</param>
/// <param name="ExpiresAt">Real time from which it is no longer good.</param>
/// <param name="RevokedAt">Real time; null while it is not revoked.</param>
/// <param name="UsedAt">Real time at which the consultation was answered by it; null before.</param>
public sealed record CaseLink(
    string Id,
    CaseId Case,
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
    /// <summary>Who holds it, as the history shows them.</summary>
    public string Holder => Kind == CaseLinkKind.AnswerConsultation
        ? $"第三方（凭{CreatorName}交付的一次性链接）"
        : $"申请人（凭{CreatorName}交付的一次性链接）";

    /// <summary>The holder as the logs keep them.</summary>
    public ActorStamp Stamp => new(Id, Holder, null, null);
}

/// <summary>A link just made.</summary>
/// <param name="Link">What is stored of it.</param>
/// <param name="Clear">The secret; it cannot be had again.</param>
public sealed record NewCaseLink(CaseLink Link, string Clear);
