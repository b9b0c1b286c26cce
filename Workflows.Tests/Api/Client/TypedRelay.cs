using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Disclosure.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Workflows.Tests.Api.Contract;

namespace Workflows.Tests.Api.Client;

/// <summary>
/// Stands before the service and passes each request on by the generated client: a request that its types cannot hold, or a
/// reply that they do not fit, is a fault of the contract.
/// </summary>
internal sealed class TypedRelay : IAsyncDisposable
{
    private static readonly string[] Carried = ["ETag", "Location"];

    private readonly WebApplication app;
    private readonly HttpClientHandler connection = new();
    private readonly Uri service;
    private readonly IReadOnlyList<TypedCall> calls;

    private TypedRelay(WebApplication app, string service)
    {
        this.app = app;
        this.service = new Uri(service);
        using var contract = new ServedContract();
        calls = [.. Operation.All(contract.Document).Select(TypedCall.Of)];
        app.Run(Relay);
    }

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Operations called by their types.</summary>
    public ConcurrentDictionary<string, int> Typed { get; } = [];

    /// <summary>Operations whose texts and files were passed on as they are.</summary>
    public ConcurrentDictionary<string, int> PassedOn { get; } = [];

    /// <summary>What did not fit.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Starts one before a service.</summary>
    public static async Task<TypedRelay> Before(string service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var relay = new TypedRelay(builder.Build(), service);
        await relay.app.StartAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        connection.Dispose();
    }

    private async Task Relay(HttpContext http)
    {
        var call = calls.FirstOrDefault(one => one.Operation.Is(new HttpMethod(http.Request.Method), http.Request.Path));
        using var client = new HttpClient(connection, disposeHandler: false) { BaseAddress = service };
        if (call is { IsTyped: true })
        {
            Typed.AddOrUpdate(call.Operation.Id, 1, (_, n) => n + 1);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
            await Send(http, call, new DisclosureClient(client));
        }
        else
        {
            PassedOn.AddOrUpdate(call?.Operation.Id ?? http.Request.Path, 1, (_, n) => n + 1);
            await PassOn(http, client);
        }
    }

    private async Task Send(HttpContext http, TypedCall call, DisclosureClient client)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = call.Operation.Path.Match(http.Request.Path!);
        var known = call.Operation.Said["parameters"]?.AsArray().Select(one => one!["name"]!.GetValue<string>()) ?? [];
        foreach (var name in http.Request.Query.Keys.Except(known))
            Faults.Enqueue($"{call.Operation.Id}: the contract has no parameter {name}");
        try
        {
            var reply = await call.Send(client, name => Value(http.Request, path.Groups[name], name), body);
            await Answer(http, reply.StatusCode, reply.Headers, "application/json", TypedCall.ResultOf(reply));
        }
        catch (ApiException refused) when (TypedCall.ResultOf(refused) is { } problem)
        {
            await Answer(http, refused.StatusCode, refused.Headers, "application/problem+json", problem);
        }
        catch (Exception unfit) when (unfit is ApiException or JsonException or ArgumentException)
        {
            Faults.Enqueue($"{call.Operation.Id}: {unfit.Message} {unfit.InnerException?.Message}");
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static string? Value(HttpRequest request, System.Text.RegularExpressions.Group inPath, string name)
    {
        if (inPath.Success)
            return Uri.UnescapeDataString(inPath.Value);
        return request.Query.TryGetValue(name, out var asked) || request.Headers.TryGetValue(name, out asked) ? asked.ToString() : null;
    }

    private static async Task Answer(HttpContext http, int status, IReadOnlyDictionary<string, IEnumerable<string>> headers, string type, object? body)
    {
        http.Response.StatusCode = status;
        foreach (var name in Carried.Where(headers.ContainsKey))
            http.Response.Headers[name] = headers[name].First();
        if (body is null)
            return;
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), DisclosureClient.Json));
    }

    private static async Task PassOn(HttpContext http, HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), http.Request.GetEncodedPathAndQuery()) { Content = new StreamContent(http.Request.Body) };
        foreach (var name in (string[])["Authorization", "Accept", "If-Match"])
            request.Headers.TryAddWithoutValidation(name, http.Request.Headers[name].ToArray());
        request.Content.Headers.ContentType = http.Request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        using var reply = await client.SendAsync(request);
        http.Response.StatusCode = (int)reply.StatusCode;
        http.Response.ContentType = reply.Content.Headers.ContentType?.ToString();
        http.Response.Headers.ETag = reply.Headers.ETag?.ToString();
        await http.Response.Body.WriteAsync(await reply.Content.ReadAsByteArrayAsync());
    }
}
