using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>A key by which a person or a system is known. The key itself is not stored, only its hash.</summary>
/// <param name="Id">Stable id, the actor's id in the journal.</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Grants">Roles held, by agency id.</param>
/// <param name="Owner">May administer the service.</param>
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
    Instant? RevokedAt);
