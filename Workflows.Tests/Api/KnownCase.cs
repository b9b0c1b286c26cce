using System.Text.Json;

namespace Workflows.Tests.Api;

/// <summary>A case as a client last saw it.</summary>
public sealed class KnownCase(TestClient client, JsonElement view)
{
    public JsonElement View { get; private set; } = view;

    public string Id => View.GetProperty("id").GetString()!;

    public int Version => View.GetProperty("version").GetInt32();

    public string State => View.GetProperty("state").GetProperty("name").GetString()!;

    public string? Outcome => View.GetProperty("outcome").GetString();

    /// <summary>Ids of the child cases, in the order of opening.</summary>
    public string[] Children => [.. View.GetProperty("children").EnumerateArray().Select(child => child.GetProperty("id").GetString()!)];

    /// <summary>Names of the documents issued.</summary>
    public string[] Documents => [.. View.GetProperty("documents").EnumerateArray().Select(issued => issued.GetProperty("document").GetString()!)];

    /// <summary>Names of the triggers that can be fired.</summary>
    public string[] Allowed => [.. View.GetProperty("allowed").EnumerateArray().Select(trigger => trigger.GetProperty("name").GetString()!)];

    /// <summary>A clock.</summary>
    public JsonElement Clock(string name) => View.GetProperty("clocks").EnumerateArray().Single(clock => clock.GetProperty("name").GetString() == name);

    /// <summary>Last day of a clock.</summary>
    public string? Due(string clock) => Clock(clock).GetProperty("due").GetString();

    /// <summary>Fires a trigger on the version last seen; fails the test when refused.</summary>
    public async Task<KnownCase> Send(string trigger, object? input = null, string? occurredOn = null, string? note = null)
    {
        var reply = await Try(trigger, input, occurredOn, note);
        reply.Should().HaveStatus(200);
        View = reply.Body;
        return this;
    }

    /// <summary>Fires a trigger on the version last seen, whatever comes of it.</summary>
    public Task<Reply> Try(string trigger, object? input = null, string? occurredOn = null, string? note = null) =>
        client.Post($"/api/v1/cases/{Id}/triggers/{trigger}", new { input, occurredOn, note }, ("If-Match", $"\"{Version}\""));

    /// <summary>Reads it again.</summary>
    public async Task<KnownCase> Refresh()
    {
        View = (await client.Read(Id)).View;
        return this;
    }
}
