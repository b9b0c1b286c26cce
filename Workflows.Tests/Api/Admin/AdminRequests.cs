using System.Text;

namespace Workflows.Tests.Api.Admin;

/// <summary>What administrators send.</summary>
internal static class AdminRequests
{
    /// <summary>Sends a body of any media type.</summary>
    public static async Task<Reply> Raw(this TestClient client, HttpMethod method, string path, byte[] body, string mediaType, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await client.Http.SendAsync(request);
        var reply = await Reply.Of(response);
        Contract.ExchangeRecorder.Record(request, Encoding.UTF8.GetString(body), reply);
        return reply;
    }

    /// <summary>Saves a draft as YAML.</summary>
    public static Task<Reply> SaveDraft(this TestClient client, string procedure, string yaml, string? ifMatch = null) =>
        client.Raw(HttpMethod.Put, $"/api/v1/procedures/{procedure}/draft", Encoding.UTF8.GetBytes(yaml), "text/yaml", ifMatch);

    /// <summary>Publishes a draft.</summary>
    public static Task<Reply> PublishDraft(this TestClient client, string procedure, string ifMatch) =>
        client.Send(HttpMethod.Post, $"/api/v1/procedures/{procedure}/draft/publish", null, ("If-Match", ifMatch));

    /// <summary>Saves and publishes; fails the test when refused.</summary>
    public static async Task<Reply> Publish(this TestClient client, string procedure, string yaml)
    {
        var saved = await client.SaveDraft(procedure, yaml);
        saved.Should().HaveStatus(201);
        var published = await client.PublishDraft(procedure, saved.Header("ETag")!);
        published.Should().HaveStatus(201);
        return published;
    }

    /// <summary>Publishes a template.</summary>
    public static Task<Reply> PutTemplate(this TestClient client, string template, string source, string? ifMatch = null) =>
        client.Raw(HttpMethod.Put, $"/api/v1/templates/{template}", Encoding.UTF8.GetBytes(source), "text/html; charset=utf-8", ifMatch);
}
