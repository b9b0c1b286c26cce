using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Makes an account.</summary>
internal static partial class CreateAccount
{
    /// <summary>An account to be made.</summary>
    /// <param name="Login">Name to sign in with: 3 to 64 lower-case letters, digits, dots, hyphens, underscores; also `@`.</param>
    /// <param name="Name">Name shown in the history; at most 100 characters.</param>
    /// <param name="Roles">Roles held, by agency id.</param>
    /// <param name="Administration">What they administer; nothing when left out.</param>
    /// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
    internal sealed record Request(
        string Login,
        string Name,
        ImmutableDictionary<string, ImmutableArray<string>>? Roles = null,
        AdministrationKind? Administration = null,
        bool MayBackdate = false);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/accounts", Handle)
        .WithName("createAccount").WithTags("Accounts")
        .WithSummary("Make an account")
        .WithDescription(
            "The reply shows a password, once; it must be changed at the first session. An account administers at most one of `system`, `security`, "
            + "`audit`; when there is one of each, the key of the first owner ends.")
        .Produces<NewAccountView>(StatusCodes.Status201Created).Refuses(409, 422).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference, Passwords passwords, Once once)
    {
        var sent = body.Value;
        var roles = sent.Roles ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        if (!Login().IsMatch(sent.Login))
            return Problem.Invalid("login", "应为 3 至 64 个小写字母、数字或 . - _ @，以字母或数字开头").Result();
        if ((PrincipalChecks.Name(sent.Name) ?? PrincipalChecks.Roles(roles, reference.Current)) is { } problem)
            return problem.Result();
        var password = Passwords.Generate();
        var wanted = new Account("", sent.Login, sent.Name, roles, passwords.Hash(password), default)
        {
            Administration = sent.Administration,
            MayBackdate = sent.MayBackdate,
            MustChangePassword = true,
        };
        return await once.Do<AccountChange>(
            first => database.Accounts.Create(wanted, caller.Stamp, first),
            made => AccountAnswers.Of(made, account => Answer.Created(null, new NewAccountView(AccountView.Of(account), password)))).ConfigureAwait(false);
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-_@]{2,63}\z")]
    private static partial Regex Login();
}
