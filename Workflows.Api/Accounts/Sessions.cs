using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Begins and ends sessions.</summary>
internal static class Sessions
{
    /// <summary>What is needed to sign in.</summary>
    /// <param name="Login">Name to sign in with.</param>
    /// <param name="Password">Password.</param>
    /// <param name="Code">What the authenticator shows, or a recovery code, where the account asks for it.</param>
    internal sealed record Request(string Login, string Password, string? Code = null);

    /// <summary>A session.</summary>
    /// <param name="Token">To present as `Authorization: Bearer`; shown this once.</param>
    /// <param name="ExpiresAt">Real time at which it ends, however busy it is; it ends earlier when it is not used.</param>
    /// <param name="Account">Whose.</param>
    internal sealed record Reply(string Token, Instant ExpiresAt, AccountView Account);

    private static readonly Problem Refused =
        Problem.Of(401, "unauthenticated", "登录未成功", "登录名、口令或动态码不正确，或者账号已停用、被暂时锁定");

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sessions", Begin).AllowAnonymous()
            .WithName("beginSession").WithTags("Accounts")
            .WithSummary("Sign in")
            .WithDescription("A failure does not say what was wrong. After five failures in a row the account is locked for a quarter of an hour.")
            .Produces<Reply>(StatusCodes.Status201Created).Refuses(422);
        routes.MapDelete("/sessions/current", End)
            .WithName("endSession").WithTags("Accounts")
            .WithSummary("Sign out")
            .Produces(StatusCodes.Status204NoContent).Refuses(403).BeforePasswordChange();
    }

    private static async Task<IResult> Begin(JsonBody<Request> body, SignInDesk desk) =>
        await desk.SignIn(body.Value.Login, body.Value.Password, body.Value.Code).ConfigureAwait(false) is { } begun
            ? Results.Created((string?)null, new Reply(begun.Clear, begun.ExpiresAt, AccountView.Of(begun.Account)))
            : Refused.Result();

    private static async Task<IResult> End(Caller caller, CaseDatabase database)
    {
        if (caller.Session is not { } session)
            return AccountAnswers.NoAccount.Result();
        await database.Sessions.End(session, caller.Stamp).ConfigureAwait(false);
        return Results.NoContent();
    }
}
