using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Retention;

/// <summary>Erases the personal data of cases that have been kept long enough.</summary>
internal static class EraseCases
{
    private const int Most = 200;
    private const int LongestReason = 1000;

    /// <summary>An order.</summary>
    /// <param name="Reason">Why, for the administrative log; 1 to 1,000 characters.</param>
    /// <param name="Case">The case; all that are due when left out.</param>
    internal sealed record Request(string Reason, string? Case = null);

    /// <summary>What was erased.</summary>
    /// <param name="Erased">The cases, at most 200 at a time.</param>
    /// <param name="More">More are due; send the order again.</param>
    internal sealed record Reply(ImmutableArray<CaseId> Erased, bool More);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/retention/erasures", Handle)
        .WithName("eraseCases").WithTags("Retention")
        .WithSummary("Erase the personal data of cases whose period has ended")
        .WithDescription(
            "Destroys the key of each, and with it everything sealed with it: personal values, notes, letters, files, stored replies, search hashes. The "
            + "rest stays, and the chains verify. It cannot be undone; copies elsewhere, backups among them, are not reached.")
        .Produces<Reply>().Refuses(404, 409, 422, 503).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, JsonBody<Request> body, RetentionDesk desk, CaseQueries cases, CaseDatabase database, Once once)
    {
        var reason = body.Value.Reason;
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            return Problem.Invalid("reason", $"应为 1 至 {LongestReason} 个字符").Result();
        IReadOnlyList<CaseSummary> due;
        if (body.Value.Case is { } id)
        {
            if (!CaseId.TryParse(id, out var known) || cases.Find(known) is not { } found)
                return Problem.NoSuchCase.Result();
            if (cases.IsErased(known))
                return Problem.Conflict("本案的个人信息已经销毁").Result();
            if (!desk.IsDue(found))
                return Problem.Conflict(NotDue(desk, found)).Result();
            due = [found];
        }
        else
        {
            due = desk.Due(Most + 1);
        }

        return await once.Do<ImmutableArray<CaseId>>(
            first => database.Journal.DestroyKeys([.. due.Take(Most).Select(one => one.Id)], reason, caller.Stamp, first),
            erased => Answer.Ok(new Reply(erased, due.Count > Most))).ConfigureAwait(false);
    }

    private static string NotDue(RetentionDesk desk, CaseSummary found) => (found.Closed, desk.DueOn(found)) switch
    {
        (false, _) => "案件尚未办结，不能销毁其个人信息",
        (_, null) => "没有为该程序设定保存期限（Retention:Years），不能销毁",
        (_, { } day) => $"保存期限未满：本案自 {day:uuuu-MM-dd} 起方可销毁，且须其上级案件的保存期限也已届满",
    };
}
