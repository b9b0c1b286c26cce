using System.Text.Json;
using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>A command that a client sent, and what it was told.</summary>
/// <param name="Path">Where to.</param>
/// <param name="Body">Body.</param>
/// <param name="IfMatch">The version it was sent on; null for an opening.</param>
/// <param name="Key">What makes it safe to send again.</param>
internal sealed record SentCommand(string Path, object Body, int? IfMatch, string Key)
{
    /// <summary>The trigger; null for an opening.</summary>
    public string? Trigger => IfMatch is null ? null : Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The answer; null while none has come.</summary>
    public Reply? Acknowledged { get; set; }

    public JsonElement View => Acknowledged!.Body;

    public string Id => View.GetProperty("id").GetString()!;

    public int Version => View.GetProperty("version").GetInt32();

    public string State => View.GetProperty("state").GetProperty("name").GetString()!;

    /// <summary>Sends it, the first time or again.</summary>
    public Task<Reply> Send(TestClient client) => client.Post(
        Path, Body, IfMatch is null ? [("Idempotency-Key", Key)] : [("Idempotency-Key", Key), ("If-Match", $"\"{IfMatch}\"")]);
}
