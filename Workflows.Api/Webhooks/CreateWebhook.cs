using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Makes a subscription.</summary>
internal static class CreateWebhook
{
    /// <summary>A subscription to be made.</summary>
    /// <param name="Name">Name shown; at most 100 characters.</param>
    /// <param name="Url">Where events are sent: an https address of the public network, unless the service is set up otherwise.</param>
    /// <param name="Agencies">Agencies whose cases it tells of, and of the children of such cases; all when left out.</param>
    /// <param name="Procedures">Procedures whose cases it tells of; all when left out.</param>
    /// <param name="Types">Types of events; all when left out.</param>
    /// <param name="Algorithm">How events are signed.</param>
    /// <param name="After">Position in the journal after which events are sent, 0 for all there ever were; what happens from now on when left out.</param>
    internal sealed record Request(
        string Name,
        string Url,
        ImmutableArray<string>? Agencies = null,
        ImmutableArray<string>? Procedures = null,
        ImmutableArray<string>? Types = null,
        SignatureAlgorithm Algorithm = SignatureAlgorithm.HmacSha256,
        long? After = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/webhooks", Handle)
        .WithName("createWebhook").WithTags("Webhooks")
        .WithSummary("Subscribe an address to events")
        .WithDescription(
            "Events are sent by POST as CloudEvents 1.0 (`application/cloudevents+json`, the same as `GET /events` gives), signed after Standard Webhooks (headers "
            + "`webhook-id`, `webhook-timestamp`, `webhook-signature`). Any 2xx takes an event. Each is sent at least once, always with the same id; those of a case "
            + "in their order. What fails is tried again for days. The reply shows the shared secret, once.")
        .Produces<NewWebhookView>(StatusCodes.Status201Created).Refuses(422).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(
        Caller caller, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference, WebhookSettings settings, WebhookDesk desk, WebhookService service,
        Once once)
    {
        var sent = body.Value;
        var content = new WebhookContent(sent.Name, sent.Url, sent.Agencies, sent.Procedures, sent.Types);
        if (WebhookChecks.Of(content, settings, reference.Current) is { } wrong)
            return wrong.Result();
        if (sent.After is { } after && (after < 0 || after > database.Feed.Last()))
            return Problem.Invalid("after", "应为 0 至日志末尾的位置；从现在起发送的，不写此项").Result();
        var secret = WebhookSecret.New(sent.Algorithm);
        return await once.Do<Webhook>(
            async first =>
            {
                var made = await database.Webhooks.Create(content.Onto(new Webhook("", "", "", secret.Text, default)), sent.After, caller.Stamp, first).ConfigureAwait(false);
                service.Wake();
                return made;
            },
            made => Answer.Created(null, new NewWebhookView(desk.Of(made, new DeliveryProgress(sent.After ?? database.Feed.Last(), [])), secret.Shown))).ConfigureAwait(false);
    }
}
