using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Lists the events that were given up, and has them tried again.</summary>
internal static class DeadLetters
{
    private const int Most = 1000;

    /// <summary>An event that could not be delivered.</summary>
    /// <param name="Position">Position of its entry in the journal.</param>
    /// <param name="Case">Its case.</param>
    /// <param name="Failures">How often it has failed.</param>
    /// <param name="Reason">Why it failed the last time.</param>
    /// <param name="FailedAt">When, in real time.</param>
    /// <param name="RecordedAt">When its entry was recorded.</param>
    /// <param name="Replayed">It is being tried again.</param>
    internal sealed record Letter(long Position, CaseId Case, int Failures, string Reason, Instant FailedAt, Instant RecordedAt, bool Replayed);

    /// <summary>What was given up.</summary>
    /// <param name="DeadLetters">By position, at most 1,000.</param>
    /// <param name="More">There are more.</param>
    internal sealed record Reply(ImmutableArray<Letter> DeadLetters, bool More);

    /// <summary>What is to be sent again.</summary>
    /// <param name="Position">Position of the one; all when left out.</param>
    internal sealed record ReplayRequest(long? Position = null);

    /// <summary>What is tried again.</summary>
    /// <param name="Count">How many events.</param>
    internal sealed record ReplayReply(int Count);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhooks/{id}/dead-letters", List)
            .WithName("listDeadLetters").WithTags("Webhooks")
            .WithSummary("List the events of a subscription that were given up")
            .Produces<Reply>().Refuses(404).ForSecurityAdministrators();
        routes.MapPost("/webhooks/{id}/dead-letters/replay", Replay)
            .WithName("replayDeadLetters").WithTags("Webhooks")
            .WithSummary("Send events that were given up again")
            .WithDescription(
                "They come with the ids they had, those of a case in their order, and after later events of it that have been delivered meanwhile: `data.version` tells.")
            .Produces<ReplayReply>().Refuses(404).ForSecurityAdministrators();
    }

    private static IResult List(string id, CaseDatabase database)
    {
        if (database.Webhooks.Find(id) is null || database.Deliveries.Find(id) is not { } progress)
            return WebhookDesk.None.Result();
        var letters = progress.Failed.Where(one => one.Kind != FailureKind.Waiting).Take(Most + 1)
            .Select(one => new Letter(one.Position, one.Case, one.Failures, one.Reason, one.FailedAt, one.RecordedAt, one.Kind == FailureKind.Replayed)).ToArray();
        return Results.Ok(new Reply([.. letters.Take(Most)], letters.Length > Most));
    }

    private static async Task<IResult> Replay(Caller caller, string id, JsonBody<ReplayRequest> body, CaseDatabase database, WebhookService service)
    {
        if (database.Webhooks.Find(id) is null)
            return WebhookDesk.None.Result();
        var count = await database.Deliveries.Replay(id, body.Value.Position, caller.Stamp).ConfigureAwait(false);
        service.Wake();
        return Results.Ok(new ReplayReply(count));
    }
}
