using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Disables and enables accounts.</summary>
internal static class SetAccountStanding
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/accounts/{id}/disabling", Disable)
            .WithName("disableAccount").WithTags("Accounts")
            .WithSummary("Disable an account and end its sessions")
            .WithDescription("The last administrator of a kind stays (409).")
            .Produces<AccountView>().Refuses(404, 409).ForSecurityAdministrators();
        routes.MapPost("/accounts/{id}/enabling", Enable)
            .WithName("enableAccount").WithTags("Accounts")
            .WithSummary("Enable an account; a lock after too many failures ends too")
            .Produces<AccountView>().Refuses(404, 409).ForSecurityAdministrators();
    }

    private static async Task<IResult> Disable(Caller caller, string id, CaseDatabase database)
    {
        var outcome = await database.Sessions.EndAllWith(
            id, "account.disabled", (account, now) => account with { DisabledAt = account.DisabledAt ?? now }, caller.Stamp).ConfigureAwait(false);
        return AccountAnswers.Of(outcome, account => Results.Ok(AccountView.Of(account)));
    }

    private static async Task<IResult> Enable(Caller caller, string id, CaseDatabase database)
    {
        var outcome = await database.Accounts.Change(
            id, "account.enabled", (account, _) => account with { DisabledAt = null, Failures = 0, LockedUntil = null }, caller.Stamp).ConfigureAwait(false);
        return AccountAnswers.Of(outcome, account => Results.Ok(AccountView.Of(account)));
    }
}
