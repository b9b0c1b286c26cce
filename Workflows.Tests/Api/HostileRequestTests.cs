using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Nothing that a client sends makes an error of the service, and what is refused changes nothing.</summary>
public sealed class HostileRequestTests
{
    private const string Bureau = TestAgencies.Bureau;
    private TestService service = null!;
    private TestClient handler = null!;
    private KnownCase opened = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
        opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("\"text\"")]
    [TestCase("{")]
    [TestCase("{}}")]
    [TestCase("{\"input\":{}} trailing")]
    [TestCase("{'input':{}}")]
    [TestCase("// comment\n{}")]
    [TestCase("{\"input\":{},}")]
    [TestCase("{\"input\":{},\"input\":{}}")]
    [TestCase("{\"input\":{\"a\":1,\"a\":2}}")]
    [TestCase("{\"unknown\":1}")]
    [TestCase("{\"Input\":{}}")]
    [TestCase("{\"note\":5}")]
    [TestCase("{\"note\":\"\\ud800\"}")]
    [TestCase("{\"input\":{\"\\udfff\":1}}")]
    [TestCase("{\"\\ud800\":1}")]
    [TestCase("{\"note\":\"\\u00\"}")]
    [TestCase("{\"occurredOn\":\"2026-02-30\"}")]
    [TestCase("{\"occurredOn\":\"-9998-01-01\"}")]
    [TestCase("{\"occurredOn\":\"9999-12-31\"}")]
    [TestCase("{\"occurredOn\":20260302}")]
    [TestCase("{\"occurredAt\":\"9999-12-31T23:59:59Z\"}")]
    [TestCase("{\"occurredAt\":\"2026-03-02T09:00:00\"}")]
    [TestCase("{\"occurredAt\":\"0001-01-01T00:00:00+18:00\"}")]
    [TestCase("NaN")]
    [TestCase("1e99999")]
    public async Task Body_that_cannot_be_read_is_400(string body) =>
        (await Fire(Encoding.UTF8.GetBytes(body))).Should().BeProblem(400, "malformed");

    [TestCase("{\"input\":[]}", 422)]
    [TestCase("{\"input\":\"x\"}", 422)]
    [TestCase("{\"input\":7}", 422)]
    [TestCase("{\"input\":{\"subject\":1e999}}", 422)]
    [TestCase("{\"input\":{\"\\u0000\":1}}", 422)]
    [TestCase("{\"input\":{\"__proto__\":{}}}", 422)]
    [TestCase("{\"occurredOn\":\"1900-01-01\",\"note\":\"x\"}", 422)]
    [TestCase("{\"occurredOn\":\"2999-12-31\"}", 422)]
    [TestCase("{\"occurredAt\":\"2999-12-31T23:59:59-18:00\"}", 422)]
    [TestCase("{\"occurredAt\":\"1900-01-01T00:00:00+18:00\",\"note\":\"x\"}", 422)]
    public async Task Body_that_says_something_wrong_is_422(string body, int status) =>
        (await Fire(Encoding.UTF8.GetBytes(body), trigger: "register")).Should().HaveStatus(status);

    [Test]
    public async Task Body_too_deep_too_large_not_utf8_or_not_json_is_refused()
    {
        (await Fire(Encoding.UTF8.GetBytes($"{{\"input\":{new string('[', 100_000)}{new string(']', 100_000)}}}"))).Should().BeProblem(400, "malformed");
        (await Fire(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"input\":", 5000)) + "1" + new string('}', 5000)))).Should().BeProblem(400, "malformed");
        (await Fire([.. "{\"note\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Should().BeProblem(400, "malformed");
        (await Fire([0xEF, 0xBB, 0xBF, .. "{}"u8])).Should().HaveStatus(400);
        (await Fire([0xFF, 0xFE, 0x7B, 0, 0x7D, 0])).Should().BeProblem(400, "malformed");
        (await Fire(Encoding.UTF8.GetBytes($"{{\"note\":\"{new string('x', 2_000_000)}\"}}"))).Should().BeProblem(413, "too-large");
        (await Fire(Encoding.UTF8.GetBytes($"{{\"note\":\"{new string('x', 5_000)}\"}}"), trigger: "register")).Should().BeProblem(422, "invalid");
        (await Fire("{}"u8.ToArray(), "text/plain")).Should().BeProblem(415, "unsupported-media-type");
        (await Fire("{}"u8.ToArray(), null)).Should().BeProblem(415, "unsupported-media-type");
        await Unchanged();
    }

    [TestCase("POST", "/api/v1/templates/test.new/preview", "{\"source\":\"x\",\"data\":{\"subject\":{\"a\":1},\"subject\":\"b\"}}")]
    [TestCase("PUT", "/api/v1/calendars/CN/notices/2028", "{\"year\":2028,\"year\":2029}")]
    public async Task Property_that_is_sent_twice_is_400_wherever_it_stands(string method, string path, string body) =>
        (await service.Owner.Send(new HttpMethod(method), path, body)).Should().BeProblem(400, "malformed");

    [TestCase("/api/v1/cases/%00")]
    [TestCase("/api/v1/cases/%ED%A0%80")]
    [TestCase("/api/v1/cases/..%2f..%2fetc%2fpasswd")]
    [TestCase("/api/v1/cases/' OR 1=1 --")]
    [TestCase("/api/v1/cases/00000000-0000-0000-0000-000000000000")]
    [TestCase("/api/v1/cases/{00000000-0000-0000-0000-000000000000}")]
    [TestCase("/api/v1/cases/%F0%9F%92%A9")]
    [TestCase("/api/v1/cases/x/clocks/%25/explanation")]
    [TestCase("/api/v1/cases?cursor=%00")]
    [TestCase("/api/v1/cases?cursor=////")]
    [TestCase("/api/v1/cases?text=%ED%A0%80")]
    [TestCase("/api/v1/cases?text=%25%5F%5C")]
    [TestCase("/api/v1/cases?reference=%00")]
    [TestCase("/api/v1/cases?agency=%F0%9F%92%A9")]
    [TestCase("/api/v1/cases?limit=-1")]
    [TestCase("/api/v1/cases?limit=99999999999999999999")]
    [TestCase("/api/v1/cases?dueBefore=9999-12-31")]
    [TestCase("/api/v1/cases?dueBefore=1900-01-01")]
    [TestCase("/api/v1/cases?dueBefore=2999-12-31&openedThrough=2999-12-31&openedFrom=1900-01-01")]
    [TestCase("/api/v1/worklist?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("/api/v1/worklist?cursor=_____________________w")]
    [TestCase("/api/v1/%E4%B8%AD")]
    [TestCase("/swagger/nothing.here")]
    [TestCase("/other.yaml")]
    [TestCase("/%2e%2e/openapi.yaml")]
    public async Task Address_of_any_kind_is_no_error_of_the_service(string path) =>
        (await handler.Get(path)).Status.Should().BeLessThan(500);

    [TestCase("If-Match", "\"")]
    [TestCase("If-Match", "*, \"1\"")]
    [TestCase("If-Match", "\"-1\"")]
    [TestCase("Idempotency-Key", "")]
    [TestCase("Idempotency-Key", "a b")]
    [TestCase("Accept", "///")]
    [TestCase("Accept", "application/json;q=x")]
    [TestCase("Accept-Encoding", ";;;")]
    [TestCase("Content-Language", "\t")]
    [TestCase("Authorization", "Bearer")]
    [TestCase("Authorization", "Basic dXNlcjpwYXNz")]
    [TestCase("X-Forwarded-For", "<script>")]
    [TestCase("Range", "bytes=-999999999999")]
    [TestCase("Expect", "nonsense")]
    public async Task Header_of_any_kind_is_no_error_of_the_service(string name, string value)
    {
        (await handler.Post($"/api/v1/cases/{opened.Id}/triggers/consult", new { }, ("If-Match", "\"1\""), (name, value))).Status.Should().BeInRange(400, 499);
        (await handler.Get($"/api/v1/cases/{opened.Id}/documents/1", (name, value))).Status.Should().BeInRange(400, 499);
        await Unchanged();
    }

    [Test]
    public async Task Method_not_offered_is_405_with_a_problem()
    {
        foreach (var method in new[] { "PATCH", "PUT", "DELETE", "TRACE", "OPTIONS", "NONSENSE" })
            (await handler.Send(new HttpMethod(method), $"/api/v1/cases/{opened.Id}", null)).Should().BeProblem(405, "method-not-allowed");
    }

    [Test]
    public async Task Generated_bodies_change_nothing_and_make_no_error()
    {
        var random = new Random(20260302);
        string[] parts = ["{", "}", "[", "]", ",", ":", "\"input\"", "\"note\"", "\"occurredOn\"", "\"2026-03-02\"", "null", "true", "-1", "1e400",
            "\"subject\"", "\"parties\"", "\"\\ud83d\"", "\"\\u0000\"", "\"\"", " ", "\0", "\"reply.outcome\"", "{\"input\":", "{\"input\":{\"parties\":[{\"name\":"];
        string[] triggers = ["consult", "reply", "extend", "record-secrecy", "concluded", "open", "%2e", "REGISTER"];
        for (var round = 0; round < 2000; round++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => parts[random.Next(parts.Length)]));
            var reply = await Fire(Encoding.UTF8.GetBytes(body), trigger: triggers[random.Next(triggers.Length)]);
            reply.Status.Should().BeInRange(400, 499, body);
        }

        await Unchanged();
    }

    [Test]
    public async Task Raw_nonsense_leaves_the_service_answering()
    {
        foreach (var text in new[] { "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            "GET /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \u0001\r\n\r\n", $"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /api/v1/cases HTTP/1.1\r\nHost: x\r\nIf-Match: \"\u00ff\"\r\n\r\n", "POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n" })
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(service.Address).Port);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
            socket.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            (await reader.ReadToEndAsync()).Should().NotMatchRegex("^HTTP/1.1 5(?!05)", "only an unknown version of HTTP is the protocol's own 505");
        }

        (await handler.Get("/health/ready")).Should().HaveStatus(200);
    }

    private async Task<Reply> Fire(byte[] body, string? type = "application/json", string trigger = "consult")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{opened.Id}/triggers/{trigger}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var response = await handler.Http.SendAsync(request);
        return await Reply.Of(response);
    }

    private async Task Unchanged() => (await opened.Refresh()).Version.Should().Be(1);
}
