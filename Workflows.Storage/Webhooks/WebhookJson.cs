using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Subscriptions as canonical JSON.</summary>
internal static class WebhookJson
{
    /// <summary>Writes a subscription.</summary>
    public static string Write(Webhook webhook) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(new Row(
        webhook.Id,
        webhook.Name,
        webhook.Url,
        webhook.Secret,
        webhook.CreatedAt.ToUnixTimeTicks(),
        webhook.Agencies,
        webhook.Procedures,
        webhook.Kinds,
        webhook.Paused,
        webhook.PreviousSecret,
        webhook.PreviousUntil?.ToUnixTimeTicks()))));

    /// <summary>Reads what was written.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Webhook Read(string json)
    {
        var row = JsonSerializer.Deserialize<Row>(json) ?? throw new JsonException();
        return new Webhook(row.Id, row.Name, row.Url, row.Secret, Instant.FromUnixTimeTicks(row.CreatedAt))
        {
            Agencies = row.Agencies,
            Procedures = row.Procedures,
            Kinds = row.Kinds,
            Paused = row.Paused,
            PreviousSecret = row.PreviousSecret,
            PreviousUntil = row.PreviousUntil is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null,
        };
    }

    private sealed record Row(
        string Id,
        string Name,
        string Url,
        string Secret,
        long CreatedAt,
        ImmutableArray<string>? Agencies,
        ImmutableArray<string>? Procedures,
        ImmutableArray<string>? Kinds,
        bool Paused,
        string? PreviousSecret,
        long? PreviousUntil);
}
