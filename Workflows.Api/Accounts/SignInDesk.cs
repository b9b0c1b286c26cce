using Workflows.Api.Hosting;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Checks the secrets of those who sign in, with the same effort whether there is such an account or not.</summary>
internal sealed class SignInDesk(CaseDatabase database, Passwords passwords, RealTime time)
{
    /// <summary>Begins a session; null for a failure of any kind.</summary>
    /// <param name="login">Name to sign in with.</param>
    /// <param name="password">Password.</param>
    /// <param name="code">What the authenticator shows, or a recovery code; null for none.</param>
    public async Task<NewSession?> SignIn(string login, string password, string? code)
    {
        var account = database.Accounts.FindLogin(login);
        var right = passwords.Verify(account, password);
        if (account is null)
            return null;
        var step = account is { Totp: { } kept, TotpConfirmed: true }
            ? OneTimeCodes.Step(database.Accounts.Open(account.Id, kept), code, time.Clock.GetCurrentInstant())
            : null;
        return await database.Sessions.Begin(new SignIn(account.Id, right, step, code is null ? null : OneTimeCodes.HashOf(code))).ConfigureAwait(false);
    }

    /// <summary>Whether someone who has a session knows the password; a wrong one counts as a failure to sign in.</summary>
    public async Task<bool> Confirm(Account own, string password)
    {
        if (own.LockedUntil > time.Clock.GetCurrentInstant())
            return false;
        if (passwords.Verify(own, password))
            return true;
        await database.Sessions.Begin(new SignIn(own.Id, PasswordRight: false, null, null)).ConfigureAwait(false);
        return false;
    }
}
