using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Answers that several endpoints of accounts give.</summary>
internal static class AccountAnswers
{
    /// <summary>Says that there is no such account.</summary>
    public static Problem NoSuchAccount { get; } = Problem.NotFound("没有这个账号");

    /// <summary>Says that the endpoint is for those who signed in.</summary>
    public static Problem NoAccount { get; } = Problem.Forbidden("此项操作只限以账号登录者本人");

    /// <summary>The account of the caller; null when it is a key's.</summary>
    public static Account? Own(Caller caller, CaseDatabase database) => caller.Session is null ? null : database.Accounts.Find(caller.Actor.Id);

    /// <summary>The answer to a change.</summary>
    public static IResult Of(AccountChange outcome, Func<Account, IResult> done) => outcome switch
    {
        AccountChange.Done changed => done(changed.Account),
        AccountChange.LoginTaken => Problem.Conflict("已有账号使用这个登录名").Result(),
        AccountChange.LastAdministrator => Problem.Conflict("这是最后一个此类管理员（系统、安全、审计），不能停用或改任；请先另设一个").Result(),
        _ => NoSuchAccount.Result(),
    };
}
