using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.Tests.Api.Webhooks;

/// <summary>What came to a subscriber.</summary>
/// <param name="Id">Header <c>webhook-id</c>.</param>
/// <param name="Timestamp">Header <c>webhook-timestamp</c>.</param>
/// <param name="Signature">Header <c>webhook-signature</c>.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Text">Body.</param>
internal sealed record Received(string Id, string Timestamp, string Signature, string? MediaType, string Text)
{
    public JsonElement Event { get; } = JsonElement.Parse(Text);

    public string Case => Event.GetProperty("subject").GetString()!;

    public string Type => Event.GetProperty("type").GetString()!;

    public int Version => Event.GetProperty("data").GetProperty("version").GetInt32();

    /// <summary>One of its signatures was made with the shared secret, as Standard Webhooks has it.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signature = $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Text}")))}";
        return Signature.Split(' ').Contains(signature);
    }
}

/// <summary>A system of others, on this machine, that takes events.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly WebApplication app;
    private readonly SemaphoreSlim arrived = new(0);

    private Subscriber()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Take);
    }

    /// <summary>Where events are to be sent.</summary>
    public string Url => $"{app.Urls.Single()}/hook?token=abc";

    /// <summary>The status it answers; 204 takes the event.</summary>
    public Func<Received, int> Answers { get; set; } = _ => StatusCodes.Status204NoContent;

    /// <summary>Every attempt.</summary>
    public ConcurrentQueue<Received> Attempts { get; } = [];

    /// <summary>What it took.</summary>
    public ConcurrentQueue<Received> Taken { get; } = [];

    public static async Task<Subscriber> Start()
    {
        var subscriber = new Subscriber();
        await subscriber.app.StartAsync();
        return subscriber;
    }

    /// <summary>Returns when something holds, which is asked after every attempt; fails the test when it never does.</summary>
    /// <param name="holds">What is waited for.</param>
    /// <param name="again">Done now and then while waiting, such as to let time pass.</param>
    public async Task Until(Func<bool> holds, Action? again = null)
    {
        using var deadline = new CancellationTokenSource(Longest);
        while (!holds())
        {
            again?.Invoke();
            await arrived.WaitAsync(TimeSpan.FromMilliseconds(300), deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrived.Dispose();
    }

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        var received = new Received(
            headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), http.Request.ContentType?.Split(';')[0], await reader.ReadToEndAsync());
        var status = Answers(received);
        Attempts.Enqueue(received);
        if (status is >= 200 and < 300)
            Taken.Enqueue(received);
        if (status is >= 300 and < 400)
            http.Response.Headers.Location = "/elsewhere";
        http.Response.StatusCode = status;
        arrived.Release();
    }
}
