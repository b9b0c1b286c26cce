using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Hosting;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>One-time codes of one's own account: taken up, shown to work, given up.</summary>
internal static class OwnCodes
{
    /// <summary>What shows who asks.</summary>
    /// <param name="Password">One's own password.</param>
    internal sealed record WithPassword(string Password);

    /// <summary>A code.</summary>
    /// <param name="Code">What the authenticator shows.</param>
    internal sealed record WithCode(string Code);

    /// <summary>A secret for an authenticator, shown this once.</summary>
    /// <param name="Secret">In base 32.</param>
    /// <param name="Address">As an address that authenticators read.</param>
    /// <param name="RecoveryCodes">Each good once instead of a code.</param>
    internal sealed record Enrolment(string Secret, string Address, ImmutableArray<string> RecoveryCodes);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/totp", Enrol)
            .WithName("enrolTotp").WithTags("Accounts")
            .WithSummary("Take up one-time codes (TOTP)")
            .WithDescription("They are asked for once a code has been confirmed.")
            .Produces<Enrolment>().Refuses(403, 409, 422);
        routes.MapPost("/account/totp/confirmation", Confirm)
            .WithName("confirmTotp").WithTags("Accounts")
            .WithSummary("Show that the authenticator gives the right codes")
            .Produces<AccountView>().Refuses(403, 409, 422);
        routes.MapPost("/account/totp/removal", Remove)
            .WithName("removeTotp").WithTags("Accounts")
            .WithSummary("Give up one-time codes")
            .Produces<AccountView>().Refuses(403, 422);
    }

    private static async Task<IResult> Enrol(Caller caller, JsonBody<WithPassword> body, CaseDatabase database, SignInDesk desk)
    {
        if (AccountAnswers.Own(caller, database) is not { } own)
            return AccountAnswers.NoAccount.Result();
        if (own.TotpConfirmed)
            return Problem.Conflict("已启用动态码；更换前请先停用").Result();
        if (!await desk.Confirm(own, body.Value.Password).ConfigureAwait(false))
            return Wrong;
        var secret = OneTimeCodes.NewSecret();
        var codes = OneTimeCodes.NewRecoveryCodes();
        var kept = database.Accounts.Seal(own.Id, secret);
        await database.Accounts.Change(
            own.Id,
            "account.totp-enrolled",
            (account, _) => account with { Totp = kept, TotpConfirmed = false, TotpStep = 0, RecoveryCodes = [.. codes.Select(OneTimeCodes.HashOf)] },
            caller.Stamp).ConfigureAwait(false);
        return Results.Ok(new Enrolment(OneTimeCodes.Text(secret), OneTimeCodes.Address(own.Login, secret), [.. codes]));
    }

    private static async Task<IResult> Confirm(Caller caller, JsonBody<WithCode> body, CaseDatabase database, RealTime time)
    {
        if (AccountAnswers.Own(caller, database) is not { } own)
            return AccountAnswers.NoAccount.Result();
        if (own.Totp is not { } kept || own.TotpConfirmed)
            return Problem.Conflict("没有待确认的动态码").Result();
        if (OneTimeCodes.Step(database.Accounts.Open(own.Id, kept), body.Value.Code, time.Clock.GetCurrentInstant()) is not { } step)
            return Problem.Invalid("code", "不正确；请核对设备的时间").Result();
        var outcome = await database.Accounts.Change(
            own.Id, "account.totp-confirmed", (account, _) => account with { TotpConfirmed = true, TotpStep = step }, caller.Stamp).ConfigureAwait(false);
        return AccountAnswers.Of(outcome, account => Results.Ok(AccountView.Of(account)));
    }

    private static async Task<IResult> Remove(Caller caller, JsonBody<WithPassword> body, CaseDatabase database, SignInDesk desk)
    {
        if (AccountAnswers.Own(caller, database) is not { } own)
            return AccountAnswers.NoAccount.Result();
        if (!await desk.Confirm(own, body.Value.Password).ConfigureAwait(false))
            return Wrong;
        var outcome = await database.Accounts.Change(
            own.Id, "account.totp-removed", (account, _) => account with { Totp = null, TotpConfirmed = false, TotpStep = 0, RecoveryCodes = [] }, caller.Stamp).ConfigureAwait(false);
        return AccountAnswers.Of(outcome, account => Results.Ok(AccountView.Of(account)));
    }

    private static IResult Wrong => Problem.Invalid("password", "不正确，或者账号被锁定").Result();
}
