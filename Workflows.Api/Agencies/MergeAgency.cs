using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Agencies;

/// <summary>Records that an agency was merged or dissolved, and passes its open cases to its successor.</summary>
/// <remarks>桦甸市政府信息清理工作办法 第三条: what it leaves is done by the agency that goes on exercising its powers (HD-INV-05).</remarks>
internal static class MergeAgency
{
    private const int LongestReason = 1000;

    /// <summary>A merger.</summary>
    /// <param name="Successor">The agency that goes on exercising its powers.</param>
    /// <param name="On">The day, not in the future.</param>
    /// <param name="Reason">What ordered it; written into each case.</param>
    /// <param name="Basis">The article under which open cases pass to the successor; left out, the rule of this service.</param>
    internal sealed record Request(string Successor, LocalDate On, string Reason, Citation? Basis = null);

    /// <summary>An article.</summary>
    /// <param name="Act">Full name of the act.</param>
    /// <param name="Article">Article as the act numbers it.</param>
    internal sealed record Citation(string Act, string Article);

    /// <summary>What came of it.</summary>
    /// <param name="Agency">The merged agency.</param>
    /// <param name="Cases">Open cases that passed to the successor.</param>
    internal sealed record Reply(AgencyView Agency, int Cases);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/agencies/{id}/merger", Handle)
        .WithName("mergeAgency").WithTags("Agencies")
        .WithSummary("Record that an agency was merged or dissolved, and pass its open cases to its successor")
        .WithDescription(
            "Each open case passes with all that belongs to it and keeps a record of it; its next documents carry the successor's numbers. Roles held in the "
            + "merged agency no longer reach these cases, roles held in the successor do. Cases that have ended stay. New cases are refused with the name of "
            + "the successor. The reply comes when all open cases have passed; the same request again goes on where one was cut short.")
        .Produces<Reply>().Refuses(404, 409, 422, 503).GivenOnce().ForSystemAdministrators();

    private static async Task<IResult> Handle(
        Caller caller, string id, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference, Sweep sweep, IClock clock, ChangeTurn turn, Once once)
    {
        var problem = await turn.Run(() => Record(caller, id, body.Value, database, reference, clock)).ConfigureAwait(false);
        if (problem is not null)
            return problem.Result();
        var cases = await sweep.FollowMergers().ConfigureAwait(false);
        return await once.Keep(database.Replies, Answer.Ok(new Reply(AgencyView.Of(reference.Current.Agencies.Find(id)!), cases))).ConfigureAwait(false);
    }

    private static async Task<Problem?> Record(
        Caller caller, string id, Request sent, CaseDatabase database, ReferenceDataSource reference, IClock clock)
    {
        var agencies = reference.Current.Agencies;
        if (agencies.Find(id) is not { } agency)
            return Problem.NotFound("没有这个机关");
        if (agency.Successor is { } known)
        {
            return known == sent.Successor && agency.MergedOn == sent.On
                ? null
                : Problem.Conflict($"{agency.Name}已于 {agency.MergedOn:uuuu-MM-dd} 并入{agencies.Find(known)?.Name}（{known}），不能再次合并");
        }

        if (Wrong(agency, sent, agencies, ChinaTime.DayOf(clock.GetCurrentInstant())) is { } wrong)
            return wrong;
        var merged = agency with
        {
            Successor = sent.Successor,
            MergedOn = sent.On,
            MergerReason = sent.Reason,
            MergerBasis = sent.Basis is { } basis ? new LegalBasis(basis.Act, basis.Article, null, ["HD-INV-05"]) : null,
        };
        await database.Agencies.Put([merged], caller.Stamp).ConfigureAwait(false);
        reference.Change(data => data with { Agencies = database.Agencies.All() });
        // Written after the change: what the one writer was deciding by the old list is committed before this is.
        await database.AdminLog.Record("agency.merged", id, $"\"{sent.Successor}\"", caller.Stamp).ConfigureAwait(false);
        return null;
    }

    private static Problem? Wrong(Agency agency, Request sent, AgencyDirectory agencies, LocalDate today)
    {
        if (agencies.Find(sent.Successor) is not { } successor || successor.Id == agency.Id)
            return Problem.Invalid("successor", "应为另一已登记机关的代码");
        if (successor.Successor is not null)
            return Problem.Invalid("successor", $"{successor.Name}也已合并，请填写 {agencies.Standing(successor.Id)?.Id}");
        if (sent.On > today)
            return Problem.Invalid("on", $"不得晚于今天 {today:uuuu-MM-dd}；到合并之日再记录");
        if (string.IsNullOrWhiteSpace(sent.Reason) || sent.Reason.Length > LongestReason)
            return Problem.Invalid("reason", $"应写明合并的依据，1 至 {LongestReason} 个字符");
        return sent.Basis is { } basis && (IsWrong(basis.Act) || IsWrong(basis.Article))
            ? Problem.Invalid("basis", "法规名称和条款各为 1 至 200 个字符")
            : null;
    }

    private static bool IsWrong(string text) => string.IsNullOrWhiteSpace(text) || text.Length > 200;
}
