using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Checks;

/// <summary>The rows that the administrative log leads to, entry by entry.</summary>
internal sealed class ReferenceLedger
{
    /// <summary>By table and key.</summary>
    public Dictionary<(string Table, string Key), ReferenceRow> Rows { get; } = [];

    /// <summary>Does again what the entry says was done. An action that writes no such row is passed over.</summary>
    public void Take(AdminEntry entry)
    {
        using var detail = JsonDocument.Parse(entry.Detail);
        var json = detail.RootElement;
        switch (entry.Action)
        {
            case "draft.saved":
                Put(entry, "drafts", entry.Subject, ("revision", Raw(json, "revision")), ("yaml", Text(json, "sha256")), ("edited_at", At(entry)), ("edited_by", entry.Actor.Name));
                break;
            case "draft.discarded":
                Rows.Remove(("drafts", entry.Subject));
                break;
            case "definition.published":
                Rows.Remove(("drafts", entry.Subject));
                Put(entry, "definitions", $"{entry.Subject}/{Raw(json, "version")}", [.. Published(entry, "yaml", json), ("effective_at", Effective(entry, json))]);
                break;
            case "template.published":
                Put(entry, "templates", $"{entry.Subject}/{Raw(json, "version")}", Published(entry, "content", json));
                break;
            case "notice.added":
                var calendar = Text(json, "calendarVersion");
                Put(
                    entry,
                    "notices",
                    $"{entry.Subject}/{Raw(json, "revision")}",
                    ("json", Text(json, "sha256")), ("calendar_version", calendar), ("loaded_at", At(entry)), ("loaded_by", entry.Actor.Name));
                Put(entry, "meta", Meta.CalendarVersion, ("value", calendar));
                break;
            case "agency.put":
                Put(entry, "agencies", entry.Subject, ("json", Digest.Of(entry.Detail)));
                break;
            case "access-key.created":
                Put(
                    entry,
                    "access_keys",
                    entry.Subject,
                    ("name", Text(json, "name")), ("hash", Text(json, "sha256")), ("grants", Digest.Of(Raw(json, "grants"))), ("owner", Bit(json, "owner")),
                    ("may_backdate", Bit(json, "mayBackdate")), ("created_at", At(entry)), ("revoked_at", null), ("administration", MaybeText(json, "administration")),
                    ("expires_at", MaybeTicks(json, "expiresAt")), ("limits", MaybeDigest(json, "limits")), ("previous_hash", null), ("previous_until", null));
                break;
            case "access-key.rotated":
                Change(
                    entry,
                    "access_keys",
                    ("previous_hash", Rows[("access_keys", entry.Subject)].Columns["hash"]), ("hash", Text(json, "sha256")),
                    ("previous_until", MaybeTicks(json, "previousUntil")), ("expires_at", MaybeTicks(json, "expiresAt")));
                break;
            case "access-key.revoked" or "owner.ended":
                Change(entry, "access_keys", ("revoked_at", At(entry)));
                break;
            case "session.begun":
                Put(
                    entry,
                    "sessions",
                    entry.Subject,
                    ("hash", Text(json, "sha256")), ("account", Text(json, "account")), ("created_at", At(entry)), ("expires_at", MaybeTicks(json, "expiresAt")),
                    ("ended_at", null));
                break;
            case "session.ended":
                Change(entry, "sessions", ("ended_at", At(entry)));
                break;
            case "session.forgotten":
                Forget(InstantPattern.ExtendedIso.Parse(Text(json, "endedBefore")).Value.ToUnixTimeTicks());
                break;
            case "deadline-feed.created":
                Put(
                    entry,
                    "deadline_feeds",
                    entry.Subject,
                    ("hash", Text(json, "sha256")), ("agency", Text(json, "agency")), ("role", Text(json, "role")), ("procedures", MaybeDigest(json, "procedures")),
                    ("created_by", entry.Actor.Id), ("created_at", At(entry)), ("expires_at", MaybeTicks(json, "expiresAt")), ("revoked_at", null));
                break;
            case "deadline-feed.revoked":
                Change(entry, "deadline_feeds", ("revoked_at", At(entry)));
                break;
            case "case-link.created":
                Put(
                    entry,
                    "case_links",
                    entry.Subject,
                    ("hash", Text(json, "sha256")), ("case_id", Digest.Of(Columns.Bytes(Case(json)))), ("kind", Text(json, "kind")), ("trigger", MaybeText(json, "trigger")),
                    ("documents", MaybeDigest(json, "documents")), ("created_by", entry.Actor.Id), ("creator_name", entry.Actor.Name), ("created_at", At(entry)),
                    ("expires_at", MaybeTicks(json, "expiresAt")), ("revoked_at", null), ("used_at", null));
                break;
            case "case-link.revoked":
                Change(entry, "case_links", ("revoked_at", At(entry)));
                break;
            case "case-link.used":
                Change(entry, "case_links", ("used_at", At(entry)));
                break;
            case var account when account.StartsWith("account.", StringComparison.Ordinal):
                Put(
                    entry,
                    "accounts",
                    entry.Subject,
                    ("login", Text(json, "login")), ("administration", MaybeText(json, "administration")), ("disabled_at", MaybeTicks(json, "disabledAt")),
                    ("json", Text(json, "sha256")));
                break;
            case "webhook.removed":
                Rows.Remove(("webhooks", entry.Subject));
                break;
            case "webhook.replayed":
                break;
            case var webhook when webhook.StartsWith("webhook.", StringComparison.Ordinal):
                Put(entry, "webhooks", entry.Subject, ("json", Text(json, "sha256")));
                break;
            case "case-key.destroyed":
                Put(entry, "case_keys", entry.Subject, ("wrapped", null), ("destroyed_at", At(entry)));
                break;
            case "sandbox-clock.set":
                Put(entry, "sandbox_clock", "1", ("now", Ticks(InstantPattern.ExtendedIso.Parse(Text(json, "now")).Value)));
                Put(entry, "meta", Meta.Sandbox, ("value", "true"));
                break;
            default:
                break;
        }
    }

    private static (string Column, string? Value)[] Published(AdminEntry entry, string text, JsonElement json) =>
        [(text, Text(json, "sha256")), ("sha256", Text(json, "sha256")), ("published_at", At(entry)), ("published_by", entry.Actor.Name)];

    /// <summary>What was published before there were schedules is in force since its publication.</summary>
    private static string Effective(AdminEntry entry, JsonElement json) => json.TryGetProperty("effectiveAt", out _)
        ? Ticks(InstantPattern.ExtendedIso.Parse(Text(json, "effectiveAt")).Value)
        : At(entry);

    private static string At(AdminEntry entry) => Ticks(entry.RecordedAt);

    private static string Ticks(Instant instant) => instant.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static string? MaybeText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? MaybeTicks(JsonElement json, string name) =>
        MaybeText(json, name) is { } text ? Ticks(InstantPattern.ExtendedIso.Parse(text).Value) : null;

    private static string? MaybeDigest(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Digest.Of(value.GetRawText()) : null;

    private static CaseId Case(JsonElement json) =>
        CaseId.TryParse(Text(json, "case"), out var id) ? id : throw new FormatException("'case' is no case.");

    private static string Raw(JsonElement json, string name) => json.GetProperty(name).GetRawText();

    private static string Bit(JsonElement json, string name) => json.GetProperty(name).GetBoolean() ? "1" : "0";

    /// <summary>Sessions that had ended, or expired, before a time are gone.</summary>
    private void Forget(long before)
    {
        foreach (var key in Rows.Where(row => row.Key.Table == "sessions" && long.Parse(Ended(row.Value), CultureInfo.InvariantCulture) < before).Select(row => row.Key).ToArray())
            Rows.Remove(key);

        static string Ended(ReferenceRow row) => row.Columns["ended_at"] ?? row.Columns["expires_at"]!;
    }

    private void Change(AdminEntry entry, string table, params (string Column, string? Value)[] columns) =>
        Rows[(table, entry.Subject)] = Rows[(table, entry.Subject)].With(entry.Position, columns);

    private void Put(AdminEntry entry, string table, string key, params (string Column, string? Value)[] columns) =>
        Rows[(table, key)] = new ReferenceRow(entry.Position, columns.ToDictionary(column => column.Column, column => column.Value));
}
