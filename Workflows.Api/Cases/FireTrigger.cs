using System.Text.Json;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Fires a trigger of a case.</summary>
internal static class FireTrigger
{
    /// <summary>What a trigger takes.</summary>
    /// <param name="Input">Values by field name.</param>
    /// <param name="OccurredOn">Legal day; today when left out. Never in the future, never before the last event of the case.</param>
    /// <param name="OccurredAt">The instant, where minutes count.</param>
    /// <param name="Note">Free text; the reason, when the day lies before today.</param>
    internal sealed record Request(JsonElement? Input = null, LocalDate? OccurredOn = null, Instant? OccurredAt = null, string? Note = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/triggers/{trigger}", Handle)
        .WithName("fireTrigger").WithTags("Cases")
        .WithSummary("Fire a trigger")
        .WithDescription("`GET /cases/{id}` tells which triggers are allowed, what they take, and why the others are refused.")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>().Refuses(403, 404, 409, 412, 422, 428, 503).Does(null);

    private static Task<IResult> Handle(Caller caller, string id, string trigger, JsonBody<Request> body, HttpRequest http, CaseDesk desk) =>
        desk.Change(http, caller, body.HashWith(http), id, new Command.FireTrigger
        {
            Actor = caller.Actor,
            Trigger = trigger,
            Input = body.Value.Input is { } input ? InputValues.FromJson(input) : InputValues.None,
            OccurredOn = body.Value.OccurredOn,
            OccurredAt = body.Value.OccurredAt,
            Note = body.Value.Note,
        });
}
