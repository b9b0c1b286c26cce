using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>Makes a calendar of due dates with a secret address.</summary>
internal static class CreateDeadlineFeed
{
    /// <summary>A feed to be made.</summary>
    /// <param name="Agency">The agency whose cases it shows.</param>
    /// <param name="Role">A role that the caller holds there.</param>
    /// <param name="Procedures">Procedures to show; all in which the role has a part when left out.</param>
    /// <param name="ExpiresAt">Real time from which it is no longer good; as for an access key when left out.</param>
    internal sealed record Request(string Agency, string Role, ImmutableArray<string>? Procedures = null, Instant? ExpiresAt = null);

    /// <summary>A feed just made.</summary>
    /// <param name="Feed">What is stored of it.</param>
    /// <param name="Address">Its address below the service's own, with the secret; shown this once.</param>
    internal sealed record Reply(DeadlineFeedView Feed, string Address);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/deadline-feeds", Handle)
        .WithName("createDeadlineFeed").WithTags("Deadlines")
        .WithSummary("Make a calendar of due dates for a calendar program")
        .WithDescription(
            "The reply shows the address, once: whoever knows it can read the calendar, and nothing else. It shows no more than its creator may see at the time of "
            + "reading; when their key, account or role ends, there is nothing at the address.")
        .Produces<Reply>(StatusCodes.Status201Created).Refuses(403, 409, 422).GivenOnce();

    private static async Task<IResult> Handle(
        Caller caller, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference, FeedCreators creators, KeyLife life, Once once)
    {
        var sent = body.Value;
        if (!caller.Actor.Holds(sent.Agency, sent.Role))
            return Problem.Forbidden("只能为本人在该机关所任的角色建立期限日历").Result();
        if (creators.Find(caller.Actor.Id) is null)
            return Problem.Forbidden("凭身份提供方令牌不能建立期限日历：以后每次读取时无从核对其角色；请用本地账号或者访问密钥").Result();
        var (expiresAt, wrong) = life.ExpiryOf(sent.ExpiresAt);
        if ((PrincipalChecks.Scope(new KeyScope(sent.Procedures, null), reference.Current) ?? wrong) is { } problem)
            return problem.Result();
        return await once.Do<NewDeadlineFeed?>(
            first => database.DeadlineFeeds.Create(sent.Agency, sent.Role, sent.Procedures, expiresAt, caller.Stamp, first),
            made => made is not null
                ? Answer.Created(null, new Reply(DeadlineFeedView.Of(made.Feed), ReadDeadlines.AddressOf(made.Clear)))
                : Problem.Conflict($"每人最多同时有 {DeadlineFeedStore.MostPerCreator} 个期限日历，请先撤销不用的").Result()).ConfigureAwait(false);
    }
}
