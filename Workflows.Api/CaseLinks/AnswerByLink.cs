using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;
using Workflows.Api.Administration;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>Answers a consultation by a link.</summary>
internal static class AnswerByLink
{
    /// <summary>An answer.</summary>
    /// <param name="Input">Values by field name.</param>
    internal sealed record Request(JsonElement? Input = null);

    /// <summary>A receipt of the answer.</summary>
    /// <param name="Agency">Full name of the agency that consulted.</param>
    /// <param name="Reference">Number of the consultation.</param>
    /// <param name="Answered">Shown name of what was done.</param>
    /// <param name="On">Legal day on which the answer counts.</param>
    internal sealed record Reply(string Agency, string Reference, LocalizedText Answered, LocalDate On);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/link/answer", Handle).AllowAnonymous().WithMetadata(new TakesLink())
        .WithName("answerByLink").WithTags("Links")
        .WithSummary("Answer a consultation by a link")
        .WithDescription("For its holder: `Authorization: Bearer dl_…`. The link ends with the answer; with an `Idempotency-Key` the same request is given the same reply again.")
        .WithMetadata(new TakesHeader(Preconditions.KeyHeader, false, "1 to 200 visible ASCII characters; a retry with the same key and body is given the first reply again."))
        .Produces<Reply>().Refuses(404, 409, 422, 503);

    private static async Task<IResult> Handle(
        HttpContext http, JsonBody<Request> body, CaseDatabase database, IJournal journal, CaseCommands commands, CaseViews views)
    {
        var (read, wrong) = Preconditions.OfOpening(http.Request);
        if (LinkHolder.Presented(http, database) is not { Trigger: { } trigger } link || journal.Find(link.Case) is not { } state)
            return LinkHolder.Refused.Result();
        var hash = body.HashWith(http.Request);
        // One that has been used is good only for the reply to the same request.
        if (link.UsedAt is not null && (read.Key is not { } sent || database.Replies.Find(new IdempotencyKey(link.Id, sent))?.RequestHash != hash))
            return LinkHolder.Refused.Result();
        if (wrong is not null)
            return wrong.Result();
        var command = new Command.FireTrigger
        {
            Actor = LinkHolder.ActorOf(link, state),
            Trigger = trigger,
            Input = body.Value.Input is { } input ? InputValues.FromJson(input) : InputValues.None,
        };
        var outcome = await commands.Execute(new CaseRequest(link.Case, command)
        {
            Key = read.Key is null ? null : new IdempotencyKey(link.Id, read.Key),
            RequestHash = hash,
            Reply = (after, entries) => Receipt(after, entries[0].OccurredOn, trigger, hash, views),
            Together = work => CaseLinkStore.Use(work, link),
        }).ConfigureAwait(false);
        return outcome switch
        {
            CaseOutcome.Done done => new KeptReply(done.Reply!, replayed: false),
            CaseOutcome.Repeated repeated => new KeptReply(repeated.Reply, replayed: true),
            CaseOutcome.Refused refused => new CaseRefusal(refused),
            _ => throw new InvalidOperationException(),
        };
    }

    private static StoredReply Receipt(CaseState after, LocalDate on, string trigger, string hash, CaseViews views)
    {
        var definition = views.Definition(after);
        var title = definition.Definition.Triggers.First(one => one.Name == trigger).Title;
        var reply = new Reply(views.Agency(after.Agency).Name, after.Reference, title, on);
        return new StoredReply(
            hash, StatusCodes.Status200OK, null, null, ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(reply, ApiJson.Options)));
    }
}
