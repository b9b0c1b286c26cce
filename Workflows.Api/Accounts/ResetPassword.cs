using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Gives an account another password.</summary>
internal static class ResetPassword
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/accounts/{id}/password-reset", Handle)
        .WithName("resetPassword").WithTags("Accounts")
        .WithSummary("Give an account another password, and end its sessions")
        .WithDescription("The reply shows the password, once; it must be changed at the next session. One-time codes are asked for no more, because the device may be lost.")
        .Produces<NewAccountView>().Refuses(404, 409).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, string id, CaseDatabase database, Passwords passwords, Once once)
    {
        if (id == caller.Actor.Id)
            return Problem.Conflict("自己的口令请以 PUT /account/password 更改").Result();
        var password = Passwords.Generate();
        var hash = passwords.Hash(password);
        return await once.Do<AccountChange>(
            first => database.Sessions.EndAllWith(id, "account.password-reset", (account, _) => Reset(account, hash), caller.Stamp, first),
            outcome => AccountAnswers.Of(outcome, account => Answer.Ok(new NewAccountView(AccountView.Of(account), password)))).ConfigureAwait(false);
    }

    private static Account Reset(Account account, string hash) => account with
    {
        PasswordHash = hash,
        MustChangePassword = true,
        Failures = 0,
        LockedUntil = null,
        Totp = null,
        TotpConfirmed = false,
        TotpStep = 0,
        RecoveryCodes = [],
    };
}
