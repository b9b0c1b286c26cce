using System.Net;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;
using Workflows.Api.Events;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>The feed of events, by pages and as a stream.</summary>
public sealed class EventTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string Secret = "绝密姓名张三丰";
    private TestService service = null!;
    private TestClient handler = null!;
    private TestClient other = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
        other = await service.Join(TestAgencies.Superior, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(200)]
    public async Task Pages_hold_every_event_of_the_callers_cases_once_in_order(int limit)
    {
        var own = await handler.Open(TestProcedures.Application, Bureau, new { subject = "甲" });
        await other.Open(TestProcedures.Application, TestAgencies.Superior, new { subject = "乙" });
        await own.Send("register");
        await own.Send("consult", new { parties = new[] { new { name = Secret } } });

        var seen = await All(handler, limit);

        seen.Select(Position).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        var history = (await handler.Get($"/api/v1/cases/{own.Id}/history?limit=200")).Body.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("position").GetInt64());
        seen.Where(one => one.GetProperty("subject").GetString() == own.Id).Select(Position).Should().Equal(history);
        seen.Select(one => one.GetProperty("data").GetProperty("agency").GetString()).Should().NotContain(TestAgencies.Superior);
        seen.Select(one => one.GetProperty("id").GetString()).Should().OnlyHaveUniqueItems();
        seen.Select(one => one.ToString()).Should().NotContain(text => text.Contains(Secret));
    }

    [Test]
    public async Task An_event_is_a_cloud_event_with_its_article()
    {
        var own = await handler.Open(TestProcedures.Application, Bureau, new { subject = "甲" });
        await own.Send("register");

        var fired = (await All(handler, 200, "&type=cn.disclosure.case.trigger-fired.v1")).Single();

        fired.GetProperty("specversion").GetString().Should().Be("1.0");
        fired.GetProperty("source").GetString().Should().Be("/api/v1");
        fired.GetProperty("datacontenttype").GetString().Should().Be("application/json");
        fired.GetProperty("subject").GetString().Should().Be(own.Id);
        DateTimeOffset.Parse(fired.GetProperty("time").GetString()!, System.Globalization.CultureInfo.InvariantCulture).Year.Should().Be(2026);
        var data = fired.GetProperty("data");
        data.GetProperty("trigger").GetString().Should().Be("register");
        data.GetProperty("state").GetString().Should().Be(own.State);
        data.GetProperty("occurredOn").GetString().Should().Be("2026-03-02");
        data.GetProperty("basis").ValueKind.Should().Be(JsonValueKind.Object);
    }

    [Test]
    public void Every_kind_of_entry_has_a_type()
    {
        var kinds = typeof(CaseEvent).GetNestedTypes().Where(kind => kind.IsSubclassOf(typeof(CaseEvent))).Select(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Name)).ToList();
        EventKinds.Types.Should().BeEquivalentTo(kinds.Select(EventKinds.TypeOf));
        EventKinds.Types.Select(EventKinds.KindOf).Should().BeEquivalentTo(kinds);
    }

    [Test]
    public async Task An_empty_page_still_leads_on()
    {
        await other.Open(TestProcedures.Application, TestAgencies.Superior, new { subject = "乙" });

        var page = await handler.Get("/api/v1/events");

        page.Body.GetProperty("events").GetArrayLength().Should().Be(0);
        long.Parse(page.Body.GetProperty("next").GetString()!, System.Globalization.CultureInfo.InvariantCulture).Should().BePositive();
        page.Body.GetProperty("more").GetBoolean().Should().BeFalse();
        (await handler.Get("/api/v1/events?type=nothing")).Should().BeProblem(400, "malformed");
        (await handler.Get("/api/v1/events?after=-1")).Should().BeProblem(400, "malformed");
        (await handler.Get("/api/v1/events?after=999999")).Should().BeProblem(400, "malformed");
        (await handler.Get("/api/v1/events", ("Accept", "image/png"))).Should().BeProblem(406, "not-acceptable");
    }

    [Test]
    public async Task A_stream_tells_what_is_committed_and_goes_on_where_it_was()
    {
        var own = await handler.Open(TestProcedures.Application, Bureau, new { subject = "甲" });
        long last;
        using (var stream = await Listen(handler, null))
        {
            (await Next(stream)).GetProperty("type").GetString().Should().Be("cn.disclosure.case.opened.v1");
            await other.Open(TestProcedures.Application, TestAgencies.Superior, new { subject = "乙" });
            await own.Send("register");
            JsonElement heard;
            do
                heard = await Next(stream);
            while (heard.GetProperty("type").GetString() != "cn.disclosure.case.trigger-fired.v1");
            heard.GetProperty("subject").GetString().Should().Be(own.Id);
            last = Position(heard);
        }

        using var again = await Listen(handler, last);
        await own.Send("consult", new { parties = new[] { new { name = Secret } } });
        Position(await Next(again)).Should().BeGreaterThan(last);
    }

    [Test]
    public async Task A_stream_ends_when_the_key_is_revoked()
    {
        var made = await service.Owner.Post(
            "/api/v1/access-keys", new { name = "订阅系统", roles = new Dictionary<string, string[]> { [Bureau] = ["handler"] } });
        using var stream = await Listen(service.With(made.Body.GetProperty("secret").GetString()), null);
        (await stream.ReadLineAsync()).Should().StartWith(":");

        (await service.Owner.Delete($"/api/v1/access-keys/{made.Body.GetProperty("key").GetProperty("id").GetString()}")).Should().HaveStatus(204);

        (await stream.ReadToEndAsync()).Should().NotContain("data:");
    }

    [Test]
    public async Task A_stream_is_given_to_people_too_and_ends_with_their_session()
    {
        var person = await service.SignUp("listener", new() { [Bureau] = ["handler"] });
        var own = await person.Open(TestProcedures.Application, Bureau, new { subject = "丙" });
        using var stream = await Listen(person, null);
        JsonElement heard;
        do
            heard = await Next(stream);
        while (heard.GetProperty("subject").GetString() != own.Id);

        (await person.Delete("/api/v1/sessions/current")).Should().HaveStatus(204);

        (await stream.ReadToEndAsync()).Should().NotContain("data:");
    }

    [Test]
    public async Task A_stream_shows_a_sign_of_life_and_ends_with_the_service()
    {
        await using var beating = await TestService.Start(settings: ["--Events:HeartBeatSeconds", "1"]);
        using var stream = await Listen(await beating.Join(Bureau, "handler"), null);
        (await stream.ReadLineAsync()).Should().Be(": ok");
        (await stream.ReadLineAsync()).Should().BeEmpty();
        (await stream.ReadLineAsync()).Should().Be(":");

        var stopping = beating.Services.GetService(typeof(IHostApplicationLifetime)) as IHostApplicationLifetime;
        stopping!.StopApplication();

        (await stream.ReadToEndAsync()).Should().NotContain("data:");
    }

    private static long Position(JsonElement told) => told.GetProperty("data").GetProperty("position").GetInt64();

    private static async Task<List<JsonElement>> All(TestClient client, int limit, string more = "")
    {
        var seen = new List<JsonElement>();
        var next = "0";
        JsonElement page;
        do
        {
            var reply = await client.Get($"/api/v1/events?limit={limit}&after={next}{more}");
            reply.Should().HaveStatus(200);
            page = reply.Body;
            seen.AddRange(page.GetProperty("events").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }
        while (page.GetProperty("more").GetBoolean());
        return seen;
    }

    private static async Task<StreamReader> Listen(TestClient client, long? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Add("Accept", "text/event-stream");
        if (last is not null)
            request.Headers.Add("Last-Event-ID", $"{last}");
        var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    private static async Task<JsonElement> Next(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return JsonElement.Parse(line["data: ".Length..]);
        }

        throw new EndOfStreamException();
    }
}
