using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Api.Hosting;
using Workflows.Benchmarks.Journal;

namespace Workflows.Benchmarks;

/// <summary>
/// <c>POST …/triggers/…</c> over HTTP with 32 connections and a key, against a bare Kestrel endpoint that parses the same
/// body, answers the same JSON and stores nothing, and against the rows of the same transitions written by hand.
/// </summary>
internal static class HttpFigures
{
    private const int Runs = 3;
    private const int Connections = 32;
    private const int CasesPerConnection = 8;
    private const int Requests = 16_000;
    private const int PerCommit = 32;
    private const string Input = """{ "input": { "assistance.need": "sight", "assistance.given": "代为填写" } }""";

    public static async Task Measure(FigureTable table)
    {
        // The first run lets the compiler finish with all sides; it is not counted.
        await Measure();
        var figures = new List<Figures>();
        for (var run = 0; run < Runs; run++)
            figures.Add(await Measure());
        var throughput = figures.OrderBy(one => one.Ours.PerSecond / one.Lower).ElementAt(Runs / 2);
        table.Add(
            $"POST …/triggers/… over HTTP, {Connections} connections",
            FigureTable.Number(throughput.Ours.PerSecond, "/s"),
            $"the lower of: bare endpoint {FigureTable.Number(throughput.Bare.PerSecond, "/s")}; the rows with the stored reply {FigureTable.Number(throughput.Rows, "/s")}, {PerCommit} per commit",
            FigureTable.Ratio(throughput.Ours.PerSecond / throughput.Lower),
            "≥ 0.4");
        var latency = figures.OrderBy(one => one.Ours.P99 / one.Longest).ElementAt(Runs / 2);
        table.Add(
            "the same, p99",
            FigureTable.Number(latency.Ours.P99, "ms"),
            $"10 × bare endpoint {FigureTable.Number(latency.Bare.P99, "ms")} + 2 × flush {FigureTable.Number(latency.Flush, "ms")} = {FigureTable.Number(latency.Longest, "ms")}",
            FigureTable.Ratio(latency.Ours.P99 / latency.Longest),
            "≤ 1");
    }

    private static async Task<Figures> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("workflows-bench").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            var (ours, bare) = await Drive(data);
            using var rows = RowsByHand.In(data);
            return new Figures(ours, bare, rows.Transitions(PerCommit, Requests), Flush(Path.Combine(folder, "flush")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Load Ours, Load Bare)> Drive(string data)
    {
        byte[]? reply = null;
        Load ours;
        var bytes = Encoding.UTF8.GetBytes(Input);
        await using (var service = ServiceHost.Build(
            ["--data", data, "--urls", "http://127.0.0.1:0", "--sandbox-clock", "2026-03-02T09:00:00+08:00", "--environment", "Development",
                "--RateLimit:Caller:Requests", "0"]))
        {
            var owner = (await service.Start())!;
            using var client = Client(service.Address, await Handler(service.Address, owner));
            var cases = await Task.WhenAll(Enumerable.Range(0, Connections * CasesPerConnection).Select(_ => Open(client)));
            ours = await Drive(client, bytes, (caller, turn) => cases[caller + (turn % CasesPerConnection * Connections)], body => reply = body);
        }

        await using var bareApp = Bare(reply!);
        await bareApp.StartAsync();
        using var bareClient = Client(bareApp.Urls.First(), "none");
        var bare = new OpenCase("/bare") { ETag = "\"1\"" };
        return (ours, await Drive(bareClient, bytes, (_, _) => bare, _ => { }));
    }

    /// <summary>99th percentile of what it takes to have 4 KiB on disk, in milliseconds.</summary>
    private static double Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Create);
        var page = new byte[4096];
        return P99([.. Enumerable.Range(0, 1000).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        })]);
    }

    private static double P99(double[] latencies) => latencies.Order().ElementAt(latencies.Length * 99 / 100);

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

    private static async Task<Load> Drive(HttpClient client, byte[] body, Func<int, int, OpenCase> choose, Action<byte[]> seen)
    {
        var latencies = new double[Connections][];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(caller => Task.Run(async () =>
        {
            var mine = latencies[caller] = new double[Requests / Connections];
            for (var turn = 0; turn < mine.Length; turn++)
            {
                var chosen = choose(caller, turn);
                var started = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Post, chosen.Path) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                request.Headers.TryAddWithoutValidation("If-Match", chosen.ETag);
                request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{caller}-{Guid.NewGuid()}");
                using var response = await client.SendAsync(request);
                response.EnsureSuccessStatusCode();
                seen(await response.Content.ReadAsByteArrayAsync());
                chosen.ETag = response.Headers.ETag!.Tag;
                mine[turn] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        })));
        return new Load(Requests / clock.Elapsed.TotalSeconds, P99([.. latencies.SelectMany(one => one)]));
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
        return new OpenCase($"/api/v1/cases/{id}/triggers/record-assistance") { ETag = registered.Headers.ETag!.Tag };
    }

    private static HttpClient Client(string address, string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private sealed record OpenCase(string Path)
    {
        public required string ETag { get; set; }
    }

    /// <summary>What a load gave.</summary>
    /// <param name="PerSecond">Requests per second.</param>
    /// <param name="P99">99th percentile in milliseconds.</param>
    private sealed record Load(double PerSecond, double P99);

    /// <summary>What a run gave.</summary>
    /// <param name="Ours">The service.</param>
    /// <param name="Bare">The bare endpoint.</param>
    /// <param name="Rows">The rows by hand, transitions per second.</param>
    /// <param name="Flush">99th percentile of a flush in milliseconds.</param>
    private sealed record Figures(Load Ours, Load Bare, double Rows, double Flush)
    {
        public double Lower => Math.Min(Bare.PerSecond, Rows);

        public double Longest => (10 * Bare.P99) + (2 * Flush);
    }
}
