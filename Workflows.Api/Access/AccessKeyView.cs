using System.Collections.Immutable;
using NodaTime;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>An access key without the key itself.</summary>
/// <param name="Id">Stable id, the actor's id in the history.</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Roles">Roles held, by agency id.</param>
/// <param name="Owner">May administer the service.</param>
/// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was revoked; null while it is good.</param>
internal sealed record AccessKeyView(
    string Id,
    string Name,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Roles,
    bool Owner,
    bool MayBackdate,
    Instant CreatedAt,
    Instant? RevokedAt)
{
    /// <summary>What is shown of a stored key.</summary>
    public static AccessKeyView Of(AccessKey key) =>
        new(key.Id, key.Name, key.Grants.ToImmutableSortedDictionary(StringComparer.Ordinal), key.Owner, key.MayBackdate, key.CreatedAt, key.RevokedAt);
}

/// <summary>An access key just made.</summary>
/// <param name="Key">What is stored of it.</param>
/// <param name="Secret">The key to present; shown this once.</param>
internal sealed record NewAccessKeyView(AccessKeyView Key, string Secret);
