using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Says anew what an account holds.</summary>
internal static class PutAccount
{
    /// <summary>What it shall hold; what is left out it holds no more.</summary>
    /// <param name="Name">Name shown in the history; at most 100 characters.</param>
    /// <param name="Roles">Roles held, by agency id.</param>
    /// <param name="Administration">What they administer; nothing when left out.</param>
    /// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
    internal sealed record Request(
        string Name, ImmutableDictionary<string, ImmutableArray<string>>? Roles = null, AdministrationKind? Administration = null, bool MayBackdate = false);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/accounts/{id}", Handle)
        .WithName("putAccount").WithTags("Accounts")
        .WithSummary("Say anew which roles and administration an account holds")
        .WithDescription("It holds at once. Nobody changes what they hold themselves, and the last administrator of a kind stays (409).")
        .Produces<AccountView>().Refuses(404, 409, 422).ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, string id, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference)
    {
        var sent = body.Value;
        var roles = sent.Roles ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        if (id == caller.Actor.Id)
            return Problem.Conflict("不能更改自己的角色和管理职责；请由另一安全管理员办理").Result();
        if ((PrincipalChecks.Name(sent.Name) ?? PrincipalChecks.Roles(roles, reference.Current)) is { } problem)
            return problem.Result();
        var outcome = await database.Accounts.Change(
            id,
            "account.changed",
            (account, _) => account with { Name = sent.Name, Grants = roles, Administration = sent.Administration, MayBackdate = sent.MayBackdate },
            caller.Stamp).ConfigureAwait(false);
        return AccountAnswers.Of(outcome, account => Results.Ok(AccountView.Of(account)));
    }
}
