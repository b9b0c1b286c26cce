using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Shows subscriptions, and how far they have come.</summary>
internal static class ListWebhooks
{
    /// <summary>All subscriptions.</summary>
    /// <param name="Webhooks">Oldest first.</param>
    internal sealed record Reply(ImmutableArray<WebhookView> Webhooks);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhooks", (CaseDatabase database, WebhookDesk desk) => Results.Ok(new Reply([.. database.Webhooks.All().Select(desk.Of)])))
            .WithName("listWebhooks").WithTags("Webhooks")
            .WithSummary("List subscriptions and how far they have come")
            .Produces<Reply>().ForSecurityAdministrators();
        routes.MapGet("/webhooks/{id}", (string id, CaseDatabase database, WebhookDesk desk) =>
                database.Webhooks.Find(id) is { } webhook ? Results.Ok(desk.Of(webhook)) : WebhookDesk.None.Result())
            .WithName("readWebhook").WithTags("Webhooks")
            .WithSummary("Read a subscription and how far it has come")
            .Produces<WebhookView>().Refuses(404).ForSecurityAdministrators();
    }
}
