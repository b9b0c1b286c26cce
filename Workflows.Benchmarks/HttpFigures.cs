using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Api.Hosting;

namespace Workflows.Benchmarks;

/// <summary>
/// <c>POST …/triggers/…</c> over HTTP with 32 connections and a key, against a bare Kestrel endpoint that parses the same
/// body, answers the same JSON and stores nothing.
/// </summary>
internal static class HttpFigures
{
    private const int Runs = 3;
    private const int Connections = 32;
    private const int Requests = 8_000;
    private const string Input = """{ "input": { "assistance.need": "sight", "assistance.given": "代为填写" } }""";

    public static async Task Measure(FigureTable table)
    {
        var figures = new List<(Load Ours, Load Bare)>();
        for (var run = 0; run < Runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("workflows-bench").FullName;
            try
            {
                figures.Add(await Measure(folder));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var (ours, bare) = figures.OrderBy(one => one.Ours.PerSecond / one.Bare.PerSecond).ElementAt(Runs / 2);
        table.Add(
            $"POST …/triggers/… over HTTP, {Connections} connections",
            FigureTable.Number(ours.PerSecond, "/s"),
            $"bare endpoint {FigureTable.Number(bare.PerSecond, "/s")}; see also 32 per commit",
            FigureTable.Ratio(ours.PerSecond / bare.PerSecond),
            "≥ 0.4 of the lower of the two");
        table.Add(
            "the same, p99",
            FigureTable.Number(ours.P99, "ms"),
            $"bare endpoint {FigureTable.Number(bare.P99, "ms")}",
            FigureTable.Ratio(ours.P99 / bare.P99),
            "≤ 10 × plus two flushes");
    }

    private static async Task<(Load Ours, Load Bare)> Measure(string folder)
    {
        await using var service = ServiceHost.Build(
            ["--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0", "--sandbox-clock", "2026-03-02T09:00:00+08:00", "--environment", "Development"]);
        var owner = (await service.Start())!;
        var key = await Handler(service.Address, owner);
        using var client = Client(service.Address, key);
        var cases = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Open(client)));
        var bytes = Encoding.UTF8.GetBytes(Input);

        byte[]? reply = null;
        await Drive(client, bytes, Requests / 8, caller => $"/api/v1/cases/{cases[caller].Id}/triggers/record-assistance", cases);
        var ours = await Drive(client, bytes, Requests, caller => $"/api/v1/cases/{cases[caller].Id}/triggers/record-assistance", cases, body => reply = body);

        await using var bareApp = Bare(reply!);
        await bareApp.StartAsync();
        using var bareClient = Client(bareApp.Urls.First(), key);
        await Drive(bareClient, bytes, Requests / 8, _ => "/bare", cases);
        return (ours, await Drive(bareClient, bytes, Requests, _ => "/bare", cases));
    }

    private static WebApplication Bare(byte[] reply)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/bare", async (HttpContext context) =>
        {
            using var parsed = await JsonDocument.ParseAsync(context.Request.Body);
            context.Response.ContentType = "application/json";
            context.Response.Headers.ETag = "\"1\"";
            await context.Response.Body.WriteAsync(reply);
        });
        return app;
    }

    private static async Task<Load> Drive(
        HttpClient client, byte[] body, int count, Func<int, string> path, OpenCase[] cases, Action<byte[]>? seen = null)
    {
        var latencies = new double[Connections][];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(caller => Task.Run(async () =>
        {
            var mine = latencies[caller] = new double[count / Connections];
            for (var turn = 0; turn < mine.Length; turn++)
            {
                var started = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Post, path(caller)) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                request.Headers.TryAddWithoutValidation("If-Match", cases[caller].ETag);
                request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{caller}-{Guid.NewGuid()}");
                using var response = await client.SendAsync(request);
                response.EnsureSuccessStatusCode();
                var answer = await response.Content.ReadAsByteArrayAsync();
                if (seen is not null || !path(caller).StartsWith("/bare", StringComparison.Ordinal))
                    cases[caller].ETag = response.Headers.ETag!.Tag;
                seen?.Invoke(answer);
                mine[turn] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        var all = latencies.SelectMany(one => one).Order().ToArray();
        return new Load(all.Length / seconds, all[all.Length * 99 / 100]);
    }

    private static async Task<string> Handler(string address, string owner)
    {
        using var client = Client(address, owner);
        using var made = await client.PostAsJsonAsync("/api/v1/access-keys", new
        {
            name = "bench",
            roles = new Dictionary<string, string[]> { ["huadian.education-bureau"] = ["registrar", "handler"] },
        });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }

    private static async Task<OpenCase> Open(HttpClient client)
    {
        using var opened = await client.PostAsync("/api/v1/cases", new StringContent("""
            { "procedure": "huadian.disclosure-application", "agency": "huadian.education-bureau",
              "input": { "channel": "email", "request.mark": true, "request.formSource": "city", "applicant.kind": "citizen",
                         "applicant.name": "张三", "request.description": "2025年财政预算" } }
            """, Encoding.UTF8, "application/json"));
        opened.EnsureSuccessStatusCode();
        var id = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var register = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{id}/triggers/register")
        {
            Content = new StringContent("""{ "input": { "handling.officer": "李四" } }""", Encoding.UTF8, "application/json"),
        };
        register.Headers.TryAddWithoutValidation("If-Match", opened.Headers.ETag!.Tag);
        using var registered = await client.SendAsync(register);
        registered.EnsureSuccessStatusCode();
        return new OpenCase(id) { ETag = registered.Headers.ETag!.Tag };
    }

    private static HttpClient Client(string address, string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private sealed record OpenCase(string Id)
    {
        public required string ETag { get; set; }
    }

    /// <summary>What a load gave.</summary>
    /// <param name="PerSecond">Requests per second.</param>
    /// <param name="P99">99th percentile in milliseconds.</param>
    private sealed record Load(double PerSecond, double P99);
}
