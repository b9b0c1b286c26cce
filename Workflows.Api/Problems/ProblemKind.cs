using System.Collections.Immutable;

namespace Workflows.Api.Problems;

/// <summary>A kind of problem: what its <c>type</c> stands for, whatever endpoint answers with it.</summary>
/// <param name="Name">Last part of the <c>type</c>.</param>
/// <param name="Status">Its only status.</param>
/// <param name="Meaning">What it means and what a client does about it.</param>
internal sealed record ProblemKind(string Name, int Status, string Meaning)
{
    /// <summary>Every kind, by status.</summary>
    public static ImmutableArray<ProblemKind> All { get; } =
    [
        new("malformed", 400, "The request cannot be read: no JSON, a property unknown, missing, sent twice or of another type, a parameter or header of another form. Mend it; sending it again as it is will not help."),
        new("unauthenticated", 401, "No key or token, or one that is not good: unknown, revoked, expired. Present a good one."),
        new("forbidden", 403, "The caller is known and may see this, but may not do it."),
        new("not-found", 404, "Unknown, or not the caller's to know of: the two are answered alike."),
        new("method-not-allowed", 405, "The address does not take this method; `Allow` names those that it takes."),
        new("not-acceptable", 406, "None of the formats accepted can be given; `detail` names those that can."),
        new("not-allowed", 409, "The procedure, or the state of what is addressed, does not allow it; `unmetRules` says what is missing, with the article."),
        new("stale", 412, "It has changed since the version in `If-Match`; read it again, then decide again."),
        new("too-large", 413, "The body is larger than is taken."),
        new("unsupported-media-type", 415, "The body is of a type that is not taken."),
        new("invalid", 422, "The request can be read but says something wrong; `fields` or `diagnostics` name each fault and how to mend it."),
        new("idempotency-key-reused", 422, "The `Idempotency-Key` was used for another request; take a new one."),
        new("if-match-required", 428, "`If-Match` is missing: name the version that the change rests on."),
        new("too-many-requests", 429, "The quota is used up; nothing was changed. Wait as long as `Retry-After` says."),
        new("internal", 500, "An error of the service; nothing was changed. Give `traceId` to its administrator."),
        new("unavailable", 503, "The store cannot commit now; nothing was changed. Send the same request again."),
        new("not-ready", 503, "The service cannot work now; `detail` says what is missing."),
    ];
}
