using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Lists the accounts.</summary>
internal static class ListAccounts
{
    /// <summary>All accounts.</summary>
    /// <param name="Accounts">By the name to sign in with, disabled ones too.</param>
    internal sealed record Reply(ImmutableArray<AccountView> Accounts);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/accounts", Handle)
        .WithName("listAccounts").WithTags("Accounts")
        .WithSummary("List accounts")
        .Produces<Reply>().ForSecurityAdministrators();

    private static IResult Handle(CaseDatabase database) => Results.Ok(new Reply([.. database.Accounts.All().Select(AccountView.Of)]));
}
