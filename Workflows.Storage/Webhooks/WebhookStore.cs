using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Subscriptions. Every change is in the administrative log in the same transaction.</summary>
public sealed class WebhookStore
{
    private readonly Writer writer;
    private readonly MasterKey master;
    private readonly Lazy<ImmutableDictionary<string, Webhook>> loaded;
    private volatile ImmutableDictionary<string, Webhook>? changed;

    internal WebhookStore(Writer writer, ReaderPool readers, MasterKey master)
    {
        this.writer = writer;
        this.master = master;
        loaded = new Lazy<ImmutableDictionary<string, Webhook>>(() => Load(readers));
    }

    private ImmutableDictionary<string, Webhook> ById => changed ?? loaded.Value;

    /// <summary>Every subscription, oldest first.</summary>
    public ImmutableArray<Webhook> All() => [.. ById.Values.OrderBy(webhook => webhook.CreatedAt).ThenBy(webhook => webhook.Id, StringComparer.Ordinal)];

    /// <summary>The subscription, or null.</summary>
    public Webhook? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Makes a subscription; its id and the time are given here.</summary>
    /// <param name="wanted">What it shall be; its secret in clear.</param>
    /// <param name="after">Position after which events are sent; null for what happens from now on.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    public Task<Webhook> Create(Webhook wanted, long? after, ActorStamp by, FirstReply<Webhook>? first = null)
    {
        _ = ById;
        var id = $"webhook-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        return writer.Write(first, unit =>
        {
            var webhook = wanted with { Id = id, Secret = Seal(id, wanted.Secret), CreatedAt = unit.Now };
            unit.Session.Sql("INSERT INTO webhooks (id, json) VALUES (?, '')").With(id).Run();
            unit.Session.Sql("INSERT INTO webhook_cursors (webhook, position) VALUES (?, coalesce(?, (SELECT max(position) FROM journal), 0))").With(id).With(after).Run();
            Put(unit, webhook, "webhook.created", by);
            return webhook;
        });
    }

    /// <summary>Changes a subscription.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="action">What is done, for the log: <c>webhook.paused</c>.</param>
    /// <param name="change">The subscription as it shall be.</param>
    /// <param name="by">Who.</param>
    public Task<WebhookChange> Change(string id, string action, Func<Webhook, Webhook> change, ActorStamp by) =>
        writer.Write<WebhookChange>(unit => Read(unit, id) is { } before ? new WebhookChange.Done(Put(unit, change(before), action, by)) : new WebhookChange.NotFound());

    /// <summary>Gives a subscription another secret; for a while events are signed with both.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="secret">The new secret, in clear.</param>
    /// <param name="overlap">For how long the one before is used as well; not at all, also where another one was still in use, with zero.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    public Task<WebhookChange> Rotate(
        string id, string secret, Duration overlap, ActorStamp by, FirstReply<WebhookChange>? first = null) => writer.Write<WebhookChange>(first, unit =>
    {
        if (Read(unit, id) is not { } before)
            return new WebhookChange.NotFound();
        return overlap > Duration.Zero && before.PreviousUntil > unit.Now
            ? new WebhookChange.TooSoon()
            : new WebhookChange.Done(Put(
                unit, before with { Secret = Seal(id, secret), PreviousSecret = before.Secret, PreviousUntil = unit.Now + overlap }, "webhook.secret-changed", by));
    });

    /// <summary>Removes a subscription with what was not delivered.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> Remove(string id, ActorStamp by) => writer.Write(unit =>
    {
        if (Read(unit, id) is null)
            return false;
        foreach (var (table, column) in new[] { ("webhooks", "id"), ("webhook_cursors", "webhook"), ("webhook_failures", "webhook") })
            unit.Session.Sql($"DELETE FROM {table} WHERE {column} = ?").With(id).Run();
        unit.Log(by, "webhook.removed", id, "{}");
        unit.AfterCommit(() => changed = ById.Remove(id));
        return true;
    });

    /// <summary>The secrets that events are signed with at a moment, in clear: the present one, and while it is changed the one before.</summary>
    public ImmutableArray<string> Secrets(Webhook webhook, Instant now)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return webhook is { PreviousSecret: { } previous, PreviousUntil: { } until } && now < until
            ? [Open(webhook.Id, webhook.Secret), Open(webhook.Id, previous)]
            : [Open(webhook.Id, webhook.Secret)];
    }

    private Webhook? Read(UnitOfWork unit, string id)
    {
        _ = ById;
        return unit.Session.Sql("SELECT json FROM webhooks WHERE id = ?").With(id).First(row => row.Text(0)) is { } json ? WebhookJson.Read(json) : null;
    }

    private Webhook Put(UnitOfWork unit, Webhook webhook, string action, ActorStamp by)
    {
        var json = WebhookJson.Write(webhook);
        unit.Session.Sql("UPDATE webhooks SET json = ? WHERE id = ?").With(json).With(webhook.Id).Run();
        // The address can hold a token of the receiver: the log has its host only.
        unit.Log(by, action, webhook.Id, JsonSerializer.Serialize(new
        {
            name = webhook.Name,
            host = new Uri(webhook.Url).Authority,
            agencies = webhook.Agencies,
            procedures = webhook.Procedures,
            kinds = webhook.Kinds,
            paused = webhook.Paused,
            sha256 = Digest.Of(json),
        }));
        unit.AfterCommit(() => changed = ById.SetItem(webhook.Id, webhook));
        return webhook;
    }

    private string Seal(string id, string secret)
    {
        using var aes = Box(id);
        return Convert.ToBase64String(AesBox.Seal(aes, Encoding.UTF8.GetBytes(secret), []));
    }

    private string Open(string id, string sealedSecret)
    {
        using var aes = Box(id);
        return Encoding.UTF8.GetString(AesBox.Open(aes, Convert.FromBase64String(sealedSecret), []));
    }

    /// <remarks>The key of the search hashes outlives a change of the master key, and so does what follows from it.</remarks>
    private AesGcm Box(string id) => new(master.SearchHash("secret of a webhook", id), AesBox.TagSize);

    private static ImmutableDictionary<string, Webhook> Load(ReaderPool readers)
    {
        try
        {
            return readers.Read(session => session.Sql("SELECT json FROM webhooks").All(row => WebhookJson.Read(row.Text(0)))).ToImmutableDictionary(webhook => webhook.Id);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DatabaseRefusedException($"A row of webhooks cannot be read; run verify. {error.Message}");
        }
    }
}
