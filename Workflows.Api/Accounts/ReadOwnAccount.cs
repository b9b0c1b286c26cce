using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Reads one's own account.</summary>
internal static class ReadOwnAccount
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/account", Handle)
        .WithName("readOwnAccount").WithTags("Accounts")
        .WithSummary("Read one's own account")
        .Produces<AccountView>().Refuses(403).BeforePasswordChange();

    private static IResult Handle(Caller caller, CaseDatabase database) =>
        AccountAnswers.Own(caller, database) is { } own ? Results.Ok(AccountView.Of(own)) : AccountAnswers.NoAccount.Result();
}
