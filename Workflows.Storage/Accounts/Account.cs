using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>Someone who signs in with a password.</summary>
/// <param name="Id">Stable id, the actor's id in the journal.</param>
/// <param name="Login">Name to sign in with, in lower case.</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Grants">Roles held, by agency id.</param>
/// <param name="PasswordHash">Hash of the password, with how it was made.</param>
/// <param name="CreatedAt">Real time.</param>
public sealed record Account(
    string Id, string Login, string Name, ImmutableDictionary<string, ImmutableArray<string>> Grants, string PasswordHash, Instant CreatedAt)
{
    /// <summary>What they administer; null for nothing.</summary>
    public AdministrationKind? Administration { get; init; }

    /// <summary>May record a legal day before today.</summary>
    public bool MayBackdate { get; init; }

    /// <summary>The password was given by an administrator and must be changed before anything else.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Real time; null while they may sign in.</summary>
    public Instant? DisabledAt { get; init; }

    /// <summary>Failures to sign in since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>Real time until which no attempt to sign in succeeds.</summary>
    public Instant? LockedUntil { get; init; }

    /// <summary>Secret of the one-time codes, sealed; null for none.</summary>
    public string? Totp { get; init; }

    /// <summary>The codes have been shown to work, so that they are asked for.</summary>
    public bool TotpConfirmed { get; init; }

    /// <summary>The time step of the last code that was taken: no code is taken twice.</summary>
    public long TotpStep { get; init; }

    /// <summary>SHA-256 of the recovery codes that are left, lower-case hex.</summary>
    public ImmutableArray<string> RecoveryCodes { get; init; } = [];
}
