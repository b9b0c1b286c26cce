using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Letters;

/// <summary>Records what became known of a service later.</summary>
internal static class FollowService
{
    /// <summary>The news.</summary>
    /// <param name="News"><c>received</c>: signed for, or its receipt confirmed; <c>returned</c>: it came back; <c>annulled</c>: it was recorded wrongly.</param>
    /// <param name="On">The day.</param>
    /// <param name="ReceivedBy">Who signed for it.</param>
    /// <param name="Attachment">Number of the file of the case that shows it.</param>
    /// <param name="Note">Free text; the reason where it came back or was recorded wrongly.</param>
    internal sealed record Request(ServiceNews News, LocalDate On, string? ReceivedBy = null, int? Attachment = null, string? Note = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/services/{k}/news", Handle)
        .WithName("followService").WithTags("Letters")
        .WithSummary("Record what became known of a service later")
        .WithDescription(
            "It was signed for, it came back, or it was recorded wrongly. Nothing is overwritten: a service that was recorded wrongly is annulled and "
            + "recorded anew, and one that came back no longer counts as the answer.")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>().Refuses(404, 409, 412, 422, 428, 503).Does("command:service");

    private static Task<IResult> Handle(Caller caller, string id, string k, JsonBody<Request> body, HttpRequest http, CaseDesk desk) =>
        desk.Change(http, caller, body.HashWith(http), id, new Command.FollowService
        {
            Actor = caller.Actor,
            Number = CaseNumbers.Read(k),
            News = body.Value.News,
            On = body.Value.On,
            ReceivedBy = body.Value.ReceivedBy,
            Attachment = body.Value.Attachment,
            Note = string.IsNullOrWhiteSpace(body.Value.Note) ? null : body.Value.Note,
        });
}
