using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>No personal value leaves the service in clear, by whatever way, unless one who may asks for it.</summary>
public sealed partial class MaskingTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string Name = "欧阳春花令狐";
    private const string Party = "慕容秋月端木";
    private const string Note = "夏侯冬雪闻人";
    private static readonly string[] Secrets = [Name, Party, Note];
    private readonly LogCapture captured = new();
    private TestService service = null!;
    private TestClient handler = null!;
    private TestClient auditor = null!;
    private KnownCase opened = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(captured);
        handler = await service.Join(Bureau, "handler");
        auditor = await service.Join(Bureau, "auditor");
        opened = await handler.Open(
            TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = Name }, note: Note);
        await opened.Send("register");
        await opened.Send("consult", new { parties = new[] { new { name = Party } } });
        (await handler.Post(
            $"/api/v1/cases/{opened.Id}/documents/1/services",
            new { channel = "in-person", receivedOn = "2026-03-02", receivedBy = Name, number = Party, by = Party, note = Note },
            ("If-Match", "*"))).Should().HaveStatus(201);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        captured.Dispose();
    }

    /// <summary>Every address that can be read, with what there is in the place of its parameters.</summary>
    private IEnumerable<string> Addresses()
    {
        var values = new Dictionary<string, string>
        {
            ["procedure"] = TestProcedures.Application,
            ["agency"] = Bureau,
            ["version"] = "1",
            ["n"] = "1",
            ["k"] = "1",
            ["clock"] = "reply",
            ["name"] = "reply",
            ["year"] = "2026",
            ["kind"] = "register",
        };
        foreach (var endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != true)
                continue;
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            foreach (var id in new[] { opened.Id, opened.Children[0] })
                yield return Parameter().Replace(pattern, match => values.GetValueOrDefault(match.Groups[1].Value, id));
        }
    }

    [Test]
    public async Task No_reply_to_any_reading_shows_a_value_that_was_not_asked_for_in_clear()
    {
        var read = 0;
        foreach (var address in Addresses().Distinct().Where(address => !address.Contains("/documents/", StringComparison.Ordinal)))
        {
            foreach (var client in new[] { handler, auditor, service.Owner, service.With(null) })
            {
                foreach (var query in new[] { "", "?personal=masked", $"?agency={Bureau}&year=2026&format=csv" })
                {
                    // Server-sent events never end of themselves.
                    using var request = new HttpRequestMessage(HttpMethod.Get, address + query);
                    using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                    if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
                        continue;
                    Check($"{address}{query}", $"{response.Headers}{response.Content.Headers}{await response.Content.ReadAsStringAsync()}");
                    read += response.IsSuccessStatusCode ? 1 : 0;
                }
            }
        }

        read.Should().BeGreaterThan(60, "the scan must have read something");
        (await handler.Get($"/api/v1/cases/{opened.Id}?personal=clear")).Text.Should().Contain(Name).And.Contain(Party);
        (await handler.Get($"/api/v1/cases/{opened.Id}/history?personal=clear")).Text.Should().Contain(Note);
    }

    [Test]
    public async Task Those_who_may_not_are_refused_and_told_nothing()
    {
        foreach (var address in Addresses().Distinct().Where(address => address.Contains($"/cases/{opened.Id}", StringComparison.Ordinal)))
        {
            foreach (var client in new[] { auditor, service.Owner })
            {
                var reply = await client.Get($"{address}?personal=clear");
                Check(address, reply.Text + reply.Headers);
            }
        }
    }

    [Test]
    public async Task Refusals_do_not_repeat_what_was_sent()
    {
        object wrong = new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = new[] { Name }, ["parties"] = Party };
        (string Path, object Body)[] sent =
        [
            ("/api/v1/cases", new { procedure = TestProcedures.Application, agency = Bureau, input = wrong, note = Note }),
            ("/api/v1/cases", $$"""{"procedure":"{{TestProcedures.Application}}","agency":"{{Bureau}}","input":{"applicant.name":"{{Name}}" """),
            ("/api/v1/cases/search", new { field = "applicant.name", value = Name, other = Party }),
            ("/api/v1/cases/search", new { field = Name, value = Party }),
            ($"/api/v1/cases/{opened.Id}/triggers/register", new { input = wrong, note = Note }),
            ($"/api/v1/cases/{opened.Id}/cancellation", new { note = new[] { Note } }),
            ($"/api/v1/cases/{opened.Id}/corrections", new { sequence = Name, day = Party, note = Note }),
        ];
        foreach (var (path, body) in sent)
        {
            var reply = await handler.Post(path, body, ("If-Match", "*"));
            reply.Status.Should().BeInRange(400, 499, path);
            Check(path, reply.Text + reply.Headers);
        }
    }

    [Test]
    public async Task A_reply_given_again_is_masked_as_the_first_was()
    {
        var body = new { procedure = TestProcedures.Application, agency = Bureau, input = new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = Name }, note = Note };
        var first = await handler.Post("/api/v1/cases", body, ("Idempotency-Key", "mask"));
        var again = await handler.Post("/api/v1/cases", body, ("Idempotency-Key", "mask"));
        again.Header("Idempotency-Replayed").Should().Be("true");
        Check("first", first.Text + first.Headers);
        Check("again", again.Text + again.Headers);
    }

    [Test]
    public async Task A_search_finds_by_the_whole_value_only_where_it_may_be_read_and_shows_nothing_of_it()
    {
        var reply = await handler.Post("/api/v1/cases/search", new { field = "applicant.name", value = $"　{Name} " });
        reply.Should().HaveStatus(200);
        reply.Body.GetProperty("cases").EnumerateArray().Select(found => found.GetProperty("id").GetString()).Should().Contain(opened.Id);
        Check("search", reply.Text + reply.Headers);
        foreach (var other in new[] { auditor, service.Owner, await service.Join(TestAgencies.Superior, "handler") })
            (await other.Post("/api/v1/cases/search", new { field = "applicant.name", value = Name })).Body.GetProperty("cases").GetArrayLength().Should().Be(0);
        (await handler.Post("/api/v1/cases/search", new { field = "applicant.name", value = Name[..2] })).Body.GetProperty("cases").GetArrayLength().Should().Be(0);
        (await handler.Post("/api/v1/cases/search", new { field = "subject", value = "预算" })).Should().BeProblem(422, "invalid");
        (await handler.Post("/api/v1/cases/search", new { field = "applicant.name", value = " " })).Should().BeProblem(422, "invalid");
    }

    [TearDown]
    public void Nothing_is_logged()
    {
        foreach (var line in captured.Lines)
            Check("log", line);
    }

    private static void Check(string where, string text)
    {
        foreach (var secret in Secrets)
        {
            text.Should().NotContain(secret, where);
            text.Should().NotContain(Uri.EscapeDataString(secret), where);
            text.Should().NotContain(string.Concat(secret.Select(c => $"\\u{(int)c:x4}")), where);
        }
    }

    [GeneratedRegex(@"\{\*{0,2}([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
