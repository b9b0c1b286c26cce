using System.Collections.Immutable;
using NodaTime;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>An account without its secrets.</summary>
/// <param name="Id">Stable id, the actor's id in the history.</param>
/// <param name="Login">Name to sign in with.</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Roles">Roles held, by agency id.</param>
/// <param name="Administration">What they administer; null for nothing.</param>
/// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
/// <param name="Totp">One-time codes are asked for.</param>
/// <param name="MustChangePassword">The password was given by an administrator and must be changed first.</param>
/// <param name="LockedUntil">Real time until which no attempt to sign in succeeds; null where there were not too many failures.</param>
/// <param name="CreatedAt">When it was made, in real time.</param>
/// <param name="DisabledAt">When it was disabled; null while they may sign in.</param>
internal sealed record AccountView(
    string Id,
    string Login,
    string Name,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Roles,
    AdministrationKind? Administration,
    bool MayBackdate,
    bool Totp,
    bool MustChangePassword,
    Instant? LockedUntil,
    Instant CreatedAt,
    Instant? DisabledAt)
{
    /// <summary>What is shown of an account.</summary>
    public static AccountView Of(Account account) => new(
        account.Id,
        account.Login,
        account.Name,
        account.Grants.ToImmutableSortedDictionary(StringComparer.Ordinal),
        account.Administration,
        account.MayBackdate,
        account.TotpConfirmed,
        account.MustChangePassword,
        account.LockedUntil,
        account.CreatedAt,
        account.DisabledAt);
}

/// <summary>An account with a password given by an administrator.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password, shown this once; it must be changed at the first session.</param>
internal sealed record NewAccountView(AccountView Account, string Password);
