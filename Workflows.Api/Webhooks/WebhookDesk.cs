using NodaTime;
using Workflows.Api.Events;
using Workflows.Api.Hosting;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>What several endpoints of subscriptions need.</summary>
internal sealed class WebhookDesk(CaseDatabase database, RealTime time)
{
    /// <summary>Says that there is no such subscription.</summary>
    public static Problem None { get; } = Problem.NotFound("没有这个订阅");

    /// <summary>What is shown of a subscription.</summary>
    public WebhookView Of(Webhook webhook) => Of(webhook, database.Deliveries.Find(webhook.Id) ?? new DeliveryProgress(0, []));

    /// <summary>What is shown of a subscription that has come so far.</summary>
    public WebhookView Of(Webhook webhook, DeliveryProgress progress) =>
        new(
            webhook.Id,
            webhook.Name,
            webhook.Url,
            webhook.Agencies,
            webhook.Procedures,
            webhook.Kinds is { } kinds ? [.. kinds.Select(EventKinds.TypeOf)] : null,
            WebhookSecret.Parse(database.Webhooks.Secrets(webhook, time.Clock.GetCurrentInstant())[0]).PublicKey,
            webhook.PreviousUntil,
            webhook.Paused,
            webhook.CreatedAt,
            new DeliveryView(
                progress.Position,
                database.Feed.Last(),
                progress.Failed.Count(one => one.Kind != FailureKind.Dead),
                progress.Failed.Count(one => one.Kind == FailureKind.Dead),
                (long)Lag(webhook, progress),
                progress.Failed.Where(one => one.Reason.Length > 0).MaxBy(one => one.FailedAt)?.Reason));

    /// <summary>Seconds for which the oldest event that is not delivered has waited; 0 when none does.</summary>
    /// <remarks>Of what nobody has tried yet it reads one page, no more.</remarks>
    public double Lag(Webhook webhook, DeliveryProgress progress)
    {
        var oldest = progress.Failed.Where(one => one.Kind == FailureKind.Waiting).Select(one => (Instant?)one.RecordedAt)
            .Concat(database.Feed.Read(Filter(webhook), progress.Position, 1).Entries.Select(next => (Instant?)next.Entry.RecordedAt)).Min();
        return oldest is { } since ? Math.Max(0, (time.Clock.GetCurrentInstant() - since).TotalSeconds) : 0;
    }

    /// <summary>The longest lag of those that are not paused.</summary>
    public double Lag() => database.Webhooks.All().Where(webhook => !webhook.Paused)
        .Select(webhook => database.Deliveries.Find(webhook.Id) is { } progress ? Lag(webhook, progress) : 0).DefaultIfEmpty().Max();

    /// <summary>The events that a subscription tells of.</summary>
    public static FeedFilter Filter(Webhook webhook) => new() { Agencies = webhook.Agencies, OfProcedures = webhook.Procedures, Kinds = webhook.Kinds };
}
