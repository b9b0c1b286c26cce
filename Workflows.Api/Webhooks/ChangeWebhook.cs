using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Changes, pauses, resumes and removes subscriptions.</summary>
internal static class ChangeWebhook
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/webhooks/{id}", Put)
            .WithName("putWebhook").WithTags("Webhooks")
            .WithSummary("Change what a subscription tells of, and where")
            .WithDescription("What has not been delivered yet is sent by the new terms.")
            .Produces<WebhookView>().Refuses(404, 422).ForSecurityAdministrators();
        routes.MapPost("/webhooks/{id}/pausing", (Caller caller, string id, CaseDatabase database, WebhookDesk desk, WebhookService service) =>
                Change(id, "webhook.paused", webhook => webhook with { Paused = true }, caller, database, desk, service))
            .WithName("pauseWebhook").WithTags("Webhooks")
            .WithSummary("Pause a subscription")
            .WithDescription("Nothing is sent until it is resumed; what happens meanwhile is sent then.")
            .Produces<WebhookView>().Refuses(404).ForSecurityAdministrators();
        routes.MapPost("/webhooks/{id}/resumption", (Caller caller, string id, CaseDatabase database, WebhookDesk desk, WebhookService service) =>
                Change(id, "webhook.resumed", webhook => webhook with { Paused = false }, caller, database, desk, service))
            .WithName("resumeWebhook").WithTags("Webhooks")
            .WithSummary("Resume a subscription from where it was paused")
            .Produces<WebhookView>().Refuses(404).ForSecurityAdministrators();
        routes.MapDelete("/webhooks/{id}", Remove)
            .WithName("removeWebhook").WithTags("Webhooks")
            .WithSummary("Remove a subscription with what was not delivered")
            .Produces(StatusCodes.Status204NoContent).Refuses(404).ForSecurityAdministrators();
    }

    private static async Task<IResult> Put(
        Caller caller, string id, JsonBody<WebhookContent> body, CaseDatabase database, ReferenceDataSource reference, WebhookSettings settings, WebhookDesk desk, WebhookService service) =>
        WebhookChecks.Of(body.Value, settings, reference.Current) is { } wrong
            ? wrong.Result()
            : await Change(id, "webhook.changed", body.Value.Onto, caller, database, desk, service).ConfigureAwait(false);

    private static async Task<IResult> Change(
        string id, string action, Func<Webhook, Webhook> change, Caller caller, CaseDatabase database, WebhookDesk desk, WebhookService service)
    {
        var outcome = await database.Webhooks.Change(id, action, change, caller.Stamp).ConfigureAwait(false);
        service.Wake();
        return outcome is WebhookChange.Done done ? Results.Ok(desk.Of(done.Webhook)) : WebhookDesk.None.Result();
    }

    private static async Task<IResult> Remove(Caller caller, string id, CaseDatabase database, WebhookService service)
    {
        var removed = await database.Webhooks.Remove(id, caller.Stamp).ConfigureAwait(false);
        service.Wake();
        return removed ? Results.NoContent() : WebhookDesk.None.Result();
    }
}
