using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Workflows.Tests.Api.Admin;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Every endpoint is allowed to exactly those whom <see cref="RightsTable"/> says, and none is without a line there.</summary>
public sealed class RightsTests
{
    private const string Bureau = TestAgencies.Bureau;
    private TestService service = null!;
    private TestClient handler = null!;
    private ILookup<string, RouteEndpoint> endpoints = null!;

    [SetUp]
    public async Task Start()
    {
        // Nothing is sent in these tests; a server is named so that rights are asked.
        service = await TestService.Start(settings:
        [
            "--Webhooks:AllowPrivate", "true", "--Webhooks:AllowHttp", "true", "--Mail:Host", "127.0.0.1", "--Mail:Tls", "none", "--Mail:From", "office@gov.example",
        ]);
        handler = await service.Join(Bureau, "handler");
        await service.Owner.SaveDraft("test.draft", "procedure: test.draft");
        await service.Owner.PutTemplate("test.receipt", "<h1>登记回执</h1>");
        endpoints = service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .ToLookup(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!);
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public void Every_endpoint_has_a_line_and_every_line_an_endpoint()
    {
        endpoints.Count.Should().BeGreaterThan(40);
        endpoints.Where(named => named.Count() > 1).Should().BeEmpty();
        RightsLine.All.Select(line => line.Endpoint).Should().BeEquivalentTo(endpoints.Select(named => named.Key));
    }

    [TestCase("none")]
    [TestCase("nobody")]
    [TestCase("handler")]
    [TestCase("stranger")]
    [TestCase("auditor")]
    [TestCase("system")]
    [TestCase("security")]
    [TestCase("owner")]
    [TestCase("audit")]
    [TestCase("person")]
    public async Task Endpoints_are_allowed_exactly_where_the_table_says(string caller)
    {
        var client = await Client(caller);
        var wrong = new List<string>();
        foreach (var line in RightsLine.All)
        {
            var endpoint = endpoints[line.Endpoint].Single();
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            var reply = await Try(client, method, line);
            var expected = line.Callers[caller];
            var found = reply switch
            {
                { Status: 401 or 403 or 404 } => '-',
                { Status: 409 } => 'x',
                { Status: < 500 } => '+',
                _ => '?',
            };
            if (found != expected || (caller == "none" && found == '-' && reply.Status != 401))
                wrong.Add($"{line.Endpoint}: expected {expected}, found {reply.Status} {reply.Text}");
        }

        wrong.Should().BeEmpty();
    }

    private async Task<TestClient> Client(string caller) => caller switch
    {
        "none" => service.With(null),
        "nobody" => await service.Join([]),
        "handler" => handler,
        "stranger" => await service.Join(TestAgencies.Secrecy, "handler"),
        "auditor" => await service.Join(Bureau, "auditor"),
        "owner" => service.Owner,
        "person" => await service.SignUp("wang", new() { [Bureau] = ["handler"] }),
        // With the two others the owner would end.
        _ => await service.Administrator(caller),
    };

    private async Task<Reply> Try(TestClient client, HttpMethod method, RightsLine line)
    {
        var path = await Path(line.Path);
        if (line.Body?.StartsWith("form:", StringComparison.Ordinal) == true)
            return await Attach(client, path, line.Body[5..]);
        return line.Body?.StartsWith("csv:", StringComparison.Ordinal) == true
            ? await client.Raw(method, path, Encoding.UTF8.GetBytes(line.Body[4..]), "text/csv")
            : await client.Send(method, path, line.Body, line.Path.Contains("/cases/{", StringComparison.Ordinal) ? [("If-Match", "*"), ("Accept", "application/json")] : []);
    }

    private async Task<string> Path(string path)
    {
        if (path.Contains("{case}", StringComparison.Ordinal))
            path = path.Replace("{case}", (await Opened()).Id, StringComparison.Ordinal);
        if (path.Contains("{registered}", StringComparison.Ordinal))
            path = path.Replace("{registered}", (await (await Opened()).Send("register")).Id, StringComparison.Ordinal);
        if (path.Contains("{attached}", StringComparison.Ordinal))
        {
            var id = (await Opened()).Id;
            (await Attach(handler, $"/api/v1/cases/{id}/attachments", "%PDF-1.7 %%EOF")).Should().HaveStatus(201);
            path = path.Replace("{attached}", id, StringComparison.Ordinal);
        }

        if (path.Contains("{served}", StringComparison.Ordinal))
        {
            var id = (await (await Opened()).Send("register")).Id;
            (await handler.Post($"/api/v1/cases/{id}/documents/1/services", new { channel = "in-person", receivedOn = "2026-03-02" }, ("If-Match", "*"))).Should().HaveStatus(201);
            path = path.Replace("{served}", id, StringComparison.Ordinal);
        }

        if (path.Contains("{linked}", StringComparison.Ordinal))
        {
            var id = (await Opened()).Id;
            var made = await handler.Post($"/api/v1/cases/{id}/links", new { kind = "see-state" });
            made.Should().HaveStatus(201);
            path = path.Replace("{linked}", $"{id}/links/{made.Body.GetProperty("link").GetProperty("id").GetString()}", StringComparison.Ordinal);
        }

        if (path.Contains("{key}", StringComparison.Ordinal))
        {
            var made = await service.Owner.Post("/api/v1/access-keys", new { name = "某人" });
            made.Should().HaveStatus(201);
            path = path.Replace("{key}", made.Body.GetProperty("key").GetProperty("id").GetString(), StringComparison.Ordinal);
        }

        if (path.Contains("{account}", StringComparison.Ordinal))
        {
            var made = await service.Owner.Post("/api/v1/accounts", new { login = $"u{Guid.NewGuid():N}", name = "某人" });
            made.Should().HaveStatus(201);
            path = path.Replace("{account}", made.Body.GetProperty("account").GetProperty("id").GetString(), StringComparison.Ordinal);
        }

        if (path.Contains("{webhook}", StringComparison.Ordinal))
        {
            var made = await service.Owner.Post("/api/v1/webhooks", new { name = "某系统", url = "http://127.0.0.1:1/" });
            made.Should().HaveStatus(201);
            path = path.Replace("{webhook}", made.Body.GetProperty("webhook").GetProperty("id").GetString(), StringComparison.Ordinal);
        }

        if (path.Contains("{calendar}", StringComparison.Ordinal) || path.Contains("{feed}", StringComparison.Ordinal))
        {
            var made = await handler.Post("/api/v1/deadline-feeds", new { agency = Bureau, role = "handler" });
            made.Should().HaveStatus(201);
            path = path.Replace("{calendar}", made.Body.GetProperty("address").GetString()!.Split('=')[1], StringComparison.Ordinal)
                .Replace("{feed}", made.Body.GetProperty("feed").GetProperty("id").GetString(), StringComparison.Ordinal);
        }

        return path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : $"/api/v1{path}";
    }

    /// <summary>Puts a personal file to a case.</summary>
    private static Task<Reply> Attach(TestClient client, string path, string content) => client.Raw(
        HttpMethod.Post,
        path,
        Encoding.UTF8.GetBytes(
            $"--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nidentity\r\n--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n{content}\r\n--b--\r\n"),
        "multipart/form-data; boundary=b",
        "*");

    private Task<KnownCase> Opened() => handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" }, "2026-03-02");
}

/// <summary>A line of the table.</summary>
/// <param name="Endpoint">Name of the endpoint.</param>
/// <param name="Callers">What each caller is told.</param>
/// <param name="Path">Path to try it with.</param>
/// <param name="Body">Body; null for none.</param>
internal sealed record RightsLine(string Endpoint, IReadOnlyDictionary<string, char> Callers, string Path, string? Body)
{
    public static IReadOnlyList<RightsLine> All { get; } = Read(RightsTable.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static List<RightsLine> Read(string[] lines)
    {
        var callers = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        return [.. lines[1..].Where(line => !line.StartsWith('#')).Select(line =>
        {
            var parts = line.Split(' ', callers.Length + 3, StringSplitOptions.RemoveEmptyEntries);
            var cells = callers.Select((caller, index) => KeyValuePair.Create(caller, parts[index + 1].Single()));
            return new RightsLine(parts[0], cells.ToDictionary(), parts[callers.Length + 1], parts.ElementAtOrDefault(callers.Length + 2));
        })];
    }
}
