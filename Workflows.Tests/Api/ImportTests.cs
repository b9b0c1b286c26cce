using System.Text;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Api.Contract;

namespace Workflows.Tests.Api;

/// <summary>Many cases in one request: each line whole or not at all, and none twice.</summary>
public sealed class ImportTests
{
    private const string Application = "huadian.disclosure-application";
    private const string Bureau = "huadian.education-bureau";
    private const string Header = "channel,request.mark,request.formSource,applicant.kind,applicant.name,request.description,occurredOn,note\r\n";
    private const string Good = "email,是,city,citizen,张三,2025年部门预算,,\r\n";
    private const string Earlier = "email,true,city,citizen,李四,\"2024年决算，含附件\",2026-02-27,补录\r\n";
    private const string Channelless = ",true,city,citizen,王五,2023年决算,,\r\n";

    private TestService service = null!;
    private TestClient handler = null!;

    [OneTimeSetUp]
    public async Task Begin()
    {
        service = await TestService.Start(seed: DeliveredSeed.Read());
        handler = await service.Join(Bureau, "registrar", "handler");
    }

    [OneTimeTearDown]
    public async Task End() => await service.DisposeAsync();

    [TestCase("""{"\ud800":1}""")]
    [TestCase("""{"agency":"\udc00"}""")]
    [TestCase("""{"input":{"subject":"\ud800"}}""")]
    public async Task Half_a_character_is_a_fault_of_its_line(string line)
    {
        var reply = await Send("/api/v1/cases/import?procedure=test.application", line, "application/x-ndjson", "half");
        reply.Status.Should().BeInRange(200, 499);
        reply.Text.Should().Contain("不完整的字符");
    }

    [Test]
    public async Task A_table_opens_a_case_for_each_line_in_their_order()
    {
        var before = await Count();
        var reply = await Table(Header + Good + Earlier, "table");
        reply.Should().HaveStatus(200);
        reply.Body.GetProperty("opened").GetInt32().Should().Be(2);
        var lines = reply.Body.GetProperty("lines").EnumerateArray().ToList();
        lines.Select(line => line.GetProperty("line").GetInt32()).Should().Equal(2, 3);
        var second = (await handler.Get($"/api/v1/cases/{lines[1].GetProperty("id").GetString()}?personal=clear")).Body;
        second.GetProperty("openedOn").GetString().Should().Be("2026-02-27");
        second.GetProperty("fields").GetProperty("request.description").GetString().Should().Be("2024年决算，含附件");
        (await Count()).Should().Be(before + 2);
    }

    [Test]
    public async Task One_line_that_is_refused_refuses_the_file_and_says_why()
    {
        var before = await Count();
        var reply = await Table(Header + Good + Channelless + "email,也许\r\n", "whole");
        reply.Should().HaveStatus(422);
        reply.Text.Should().NotContain("张三").And.NotContain("王五");
        var lines = reply.Body.GetProperty("lines").EnumerateArray().ToList();
        lines[0].GetProperty("problem").ValueKind.Should().Be(JsonValueKind.Null);
        lines[1].GetProperty("problem").GetProperty("fields")[0].GetProperty("field").GetString().Should().Be("channel");
        lines[1].GetProperty("problem").GetProperty("fields")[0].GetProperty("article").GetString().Should().NotBeNullOrEmpty();
        lines[2].GetProperty("problem").GetProperty("status").GetInt32().Should().Be(400);
        (await Count()).Should().Be(before);
    }

    [Test]
    public async Task In_part_the_good_lines_are_opened_and_the_same_file_sent_again_opens_none_twice()
    {
        var before = await Count();
        var first = await Table(Header + Good + Channelless + Good, "part", "&partial=true");
        first.Should().HaveStatus(200);
        (first.Body.GetProperty("opened").GetInt32(), first.Body.GetProperty("refused").GetInt32()).Should().Be((2, 1));
        var again = await Table(Header + Good + Channelless + Good, "part", "&partial=true");
        again.Body.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("id").GetString())
            .Should().Equal(first.Body.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("id").GetString()));
        again.Body.GetProperty("lines")[0].GetProperty("replayed").GetBoolean().Should().BeTrue();
        (await Count()).Should().Be(before + 2);

        var other = await Table(Header + Earlier + Channelless + Good, "part", "&partial=true");
        other.Body.GetProperty("lines")[0].GetProperty("problem").GetProperty("type").GetString().Should().EndWith("idempotency-key-reused");
        (await Count()).Should().Be(before + 2);
    }

    [Test]
    public async Task Tried_only_nothing_is_opened_and_no_number_is_used()
    {
        var before = await Count();
        var tried = await Table(Header + Good + Good, null, "&check=true");
        tried.Should().HaveStatus(200);
        (tried.Body.GetProperty("checked").GetBoolean(), tried.Body.GetProperty("opened").GetInt32()).Should().Be((true, 2));
        (await Count()).Should().Be(before);
        var one = Serial((await Table(Header + Good, "serial-1")).Body);
        await Table(Header + Good + Good, null, "&check=true");
        Serial((await Table(Header + Good, "serial-2")).Body).Should().Be(one + 1);
    }

    [Test]
    public async Task Json_lines_open_cases_too()
    {
        const string Line = """{ "procedure": "huadian.disclosure-application", "agency": "huadian.education-bureau", "input": { "channel": "email", "request.mark": true, "request.formSource": "city", "applicant.kind": "citizen", "applicant.name": "张三", "request.description": "2025年部门预算" } }""";
        var reply = await Send("/api/v1/cases/import", $"{Line}\n\n{Line}\n", "application/x-ndjson", "json");
        reply.Should().HaveStatus(200);
        reply.Body.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()).Should().Equal(1, 3);
        var bad = await Send("/api/v1/cases/import", $"{Line}\n[]\n{{ \"procedure\": \"none\", \"agency\": \"x\" }}\n{{ \"agency\": \"a\", \"agency\": \"b\" }}\n{{", "application/x-ndjson", "bad");
        bad.Should().HaveStatus(422);
        bad.Body.GetProperty("lines").EnumerateArray().Count(line => line.GetProperty("problem").ValueKind == JsonValueKind.Object).Should().Be(4);
    }

    [Test]
    public async Task What_is_no_file_of_cases_is_refused_as_a_whole()
    {
        (await Table(Header + Good, null)).Should().HaveStatus(400);
        (await Table(Header, "empty")).Should().HaveStatus(400);
        (await Table("", "nothing")).Should().HaveStatus(400);
        (await Table("channel,channel\r\nemail,email\r\n", "twice")).Should().HaveStatus(400);
        (await Send("/api/v1/cases/import", "{}", "application/json", "type")).Should().HaveStatus(415);
        (await Send("/api/v1/cases/import", new string('x', 1_100_000), "text/csv", "large")).Should().HaveStatus(413);
        (await Table(Header + string.Concat(Enumerable.Repeat(Good, 1001)), "many")).Should().HaveStatus(400);
    }

    [Test]
    public async Task Who_may_not_open_a_case_opens_none_by_a_table()
    {
        var before = await Count();
        var stranger = await service.Join("huadian.library", "registrar");
        var reply = await Send("/api/v1/cases/import?procedure=" + Application + "&agency=" + Bureau, Header + Good, "text/csv", "stranger", stranger);
        reply.Should().HaveStatus(422);
        reply.Body.GetProperty("lines")[0].GetProperty("problem").GetProperty("status").GetInt32().Should().Be(409);
        (await Count()).Should().Be(before);
    }

    private static int Serial(JsonElement reply) =>
        int.Parse(reply.GetProperty("lines")[0].GetProperty("reference").GetString()!.Split('〕')[1].TrimEnd('号'), System.Globalization.CultureInfo.InvariantCulture);

    private Task<Reply> Table(string table, string? key, string query = "") =>
        Send($"/api/v1/cases/import?procedure={Application}&agency={Bureau}{query}", table, "text/csv", key);

    private async Task<Reply> Send(string path, string body, string type, string? key, TestClient? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await (by ?? handler).Http.SendAsync(request);
        var reply = await Reply.Of(response);
        if (type == "text/csv")
            ExchangeRecorder.Record(request, body, reply);
        return reply;
    }

    private async Task<int> Count()
    {
        var count = 0;
        for (string? next = ""; next is not null;)
        {
            var page = (await handler.Get($"/api/v1/cases?procedure={Application}&limit=200{(next.Length > 0 ? $"&cursor={next}" : "")}")).Body;
            count += page.GetProperty("cases").GetArrayLength();
            next = page.GetProperty("next").GetString();
        }

        return count;
    }
}
