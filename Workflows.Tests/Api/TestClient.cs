using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Tests.Api;

/// <summary>Someone who calls the service.</summary>
public sealed class TestClient(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public HttpClient Http => http;

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Reply> Post(string path, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Reply> Put(string path, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Put, path, body, headers);

    public Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path, null);

    /// <summary>Sends a request; a body that is a string is sent as it is.</summary>
    public async Task<Reply> Send(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");
        request.Headers.Add("Prefer", "return=representation");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var reply = await Reply.Of(response);
        Contract.ExchangeRecorder.Record(request, body is null ? null : body as string ?? JsonSerializer.Serialize(body, Json), reply);
        return reply;
    }

    /// <summary>Opens a case; fails the test when refused.</summary>
    public async Task<KnownCase> Open(string procedure, string agency, object input, string? occurredOn = null, string? note = null)
    {
        var opened = await Post("/api/v1/cases", new { procedure, agency, input, occurredOn, note });
        opened.Should().HaveStatus(201);
        return new KnownCase(this, opened.Body);
    }

    /// <summary>Reads a case; fails the test when it may not be seen.</summary>
    public async Task<KnownCase> Read(string id)
    {
        var read = await Get($"/api/v1/cases/{id}");
        read.Should().HaveStatus(200);
        return new KnownCase(this, read.Body);
    }
}
