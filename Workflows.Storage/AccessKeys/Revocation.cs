namespace Workflows.Storage;

/// <summary>What came of the wish to revoke a key, or to take an administration from someone.</summary>
public enum Revocation
{
    /// <summary>It is no longer good.</summary>
    Revoked,

    /// <summary>There is no such key, or it was revoked before.</summary>
    NotFound,

    /// <summary>It is the last owner's; the service would be locked out.</summary>
    LastOwner,

    /// <summary>It is the last administrator's of the kind.</summary>
    LastAdministrator,
}
