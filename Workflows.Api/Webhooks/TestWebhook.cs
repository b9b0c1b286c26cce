using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Api.Access;
using Workflows.Api.Hosting;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Sends an event that tells of nothing, to see whether it gets through.</summary>
internal static class TestWebhook
{
    /// <summary>Type of such an event.</summary>
    public const string Type = "cn.disclosure.webhook.test.v1";

    /// <summary>What became of it.</summary>
    /// <param name="Delivered">The receiver took it.</param>
    /// <param name="Status">What it answered; null when it did not.</param>
    /// <param name="Reason">Why it failed: `http-503`, `timeout`, `name-resolution-error`, `address-refused`; null when it was taken.</param>
    internal sealed record Reply(bool Delivered, int? Status, string? Reason);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/webhooks/{id}/test", Handle)
        .WithName("testWebhook").WithTags("Webhooks")
        .WithSummary("Send a test event now, once")
        .WithDescription($"Its type is `{Type}`; it is signed as all are and tells of no case. A paused subscription is tried too.")
        .Produces<Reply>().Refuses(404).ForSecurityAdministrators();

    private static async Task<IResult> Handle(string id, CaseDatabase database, WebhookSender sender, ServiceSettings settings, RealTime time, CancellationToken cancel)
    {
        if (database.Webhooks.Find(id) is not { } webhook)
            return WebhookDesk.None.Result();
        var now = time.Clock.GetCurrentInstant();
        var messageId = $"test-{Guid.CreateVersion7(now.ToDateTimeOffset()):n}";
        var attempt = await sender.Send(webhook, messageId, Body(webhook, messageId, settings.EventSource, now), cancel).ConfigureAwait(false);
        return Results.Ok(new Reply(attempt.Delivered, attempt.Status, attempt.Delivered ? null : attempt.Reason));
    }

    private static byte[] Body(Webhook webhook, string id, string source, Instant now) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            specversion = "1.0",
            id,
            source,
            type = Type,
            subject = webhook.Id,
            time = InstantPattern.ExtendedIso.Format(now),
            datacontenttype = "application/json",
            data = new { webhook = webhook.Id },
        },
        ApiJson.Options);
}
