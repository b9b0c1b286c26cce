using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Changes one's own password.</summary>
internal static class ChangePassword
{
    /// <summary>A change.</summary>
    /// <param name="Current">The password until now.</param>
    /// <param name="Password">The new one: 12 to 128 characters.</param>
    internal sealed record Request(string Current, string Password);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/account/password", Handle)
        .WithName("changePassword").WithTags("Accounts")
        .WithSummary("Change one's own password; other sessions end")
        .WithDescription("A wrong current password counts as a failure to sign in.")
        .Produces(StatusCodes.Status204NoContent).Refuses(403, 422).BeforePasswordChange();

    private static async Task<IResult> Handle(Caller caller, JsonBody<Request> body, CaseDatabase database, Passwords passwords, SignInDesk desk)
    {
        if (AccountAnswers.Own(caller, database) is not { } own)
            return AccountAnswers.NoAccount.Result();
        if (Passwords.Check(body.Value.Password, own.Login) is { } problem)
            return problem.Result();
        if (!await desk.Confirm(own, body.Value.Current).ConfigureAwait(false))
            return Problem.Invalid("current", "不正确，或者账号被锁定").Result();
        if (body.Value.Password == body.Value.Current)
            return Problem.Invalid("password", "应与原口令不同").Result();
        var hash = passwords.Hash(body.Value.Password);
        await database.Accounts.Change(
            own.Id, "account.password-changed", (account, _) => account with { PasswordHash = hash, MustChangePassword = false }, caller.Stamp).ConfigureAwait(false);
        await database.Sessions.EndAll(own.Id, caller.Session, caller.Stamp).ConfigureAwait(false);
        return Results.NoContent();
    }
}
