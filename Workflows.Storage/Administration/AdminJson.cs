using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;

namespace Workflows.Storage.Administration;

/// <summary>Entries of the administrative log as canonical JSON.</summary>
internal static class AdminJson
{
    /// <summary>Writes an entry; <paramref name="detail"/> is a JSON value.</summary>
    public static byte[] Write(long position, Instant recordedAt, ActorStamp by, string action, string subject, string detail)
    {
        var writer = new CanonicalJsonWriter();
        writer.StartObject();
        Text("action"u8, action);
        writer.Name("actor"u8);
        writer.StartObject();
        Text("agency"u8, by.Agency);
        Text("id"u8, by.Id);
        Text("name"u8, by.Name);
        Text("role"u8, by.Role);
        writer.EndObject();
        writer.Name("detail"u8);
        writer.Raw(CanonicalJson.Of(Encoding.UTF8.GetBytes(detail)));
        writer.Name("position"u8);
        writer.Number(position);
        Text("recordedAt"u8, InstantPattern.ExtendedIso.Format(recordedAt));
        Text("subject"u8, subject);
        writer.EndObject();
        return writer.Written.ToArray();

        void Text(ReadOnlySpan<byte> name, string? value)
        {
            if (value is null)
                return;
            writer.Name(name);
            writer.String(value);
        }
    }

    public static AdminEntry Read(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> hash)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        var actor = json.GetProperty("actor"u8);
        return new AdminEntry(
            json.GetProperty("position"u8).GetInt64(),
            InstantPattern.ExtendedIso.Parse(json.GetProperty("recordedAt"u8).GetString()!).Value,
            new ActorStamp(Text(actor, "id")!, Text(actor, "name")!, Text(actor, "agency"), Text(actor, "role")),
            Text(json, "action")!,
            Text(json, "subject")!,
            json.GetProperty("detail"u8).GetRawText(),
            [.. hash]);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
