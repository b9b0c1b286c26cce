using System.Text;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Agencies as a table: all lines or none, and each fault with its line, field and how to mend it.</summary>
public sealed class AgencyImportTests
{
    private const string Head = "id,name,level,division,superior,kinds,bodies.openness,offices.leader.name\n";
    private TestService service = null!;

    [SetUp]
    public async Task Start() => service = await TestService.Start();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Table_adds_and_changes_agencies_that_refer_to_each_other()
    {
        var reply = await Import(Head
            + "test.one,第一局,county,220282,test.two,department,test.two,局长\n"
            + "test.two,第二局,county,220282,,\"openness-office, archive\",,\n"
            + $"{TestAgencies.Bureau},某市某局,county,220282,{TestAgencies.Superior},,,\n");
        reply.Should().HaveStatus(200);
        Numbers(reply).Should().Equal(2, 0, 1);
        var one = (await service.Owner.Get("/api/v1/agencies/test.one")).Body.GetProperty("content");
        one.GetProperty("superior").GetString().Should().Be("test.two");
        one.GetProperty("bodies").GetProperty("openness").GetString().Should().Be("test.two");
        one.GetProperty("offices").GetProperty("leader").GetProperty("name").GetString().Should().Be("局长");
        var two = (await service.Owner.Get("/api/v1/agencies/test.two")).Body.GetProperty("content");
        two.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).Should().Equal("openness-office", "archive");
        await (await service.Join("test.one", "handler")).Open(TestProcedures.Application, "test.one", new { subject = "预算" });
    }

    [Test]
    public async Task Columns_left_out_keep_what_is_said_and_empty_cells_take_it_away()
    {
        (await Import($"id,address,secrecyDepartment\n{TestAgencies.Bureau},某路1号,\n")).Should().HaveStatus(200);
        var content = (await service.Owner.Get($"/api/v1/agencies/{TestAgencies.Bureau}")).Body.GetProperty("content");
        content.GetProperty("name").GetString().Should().Be("某市某局");
        content.GetProperty("address").GetString().Should().Be("某路1号");
        content.GetProperty("secrecyDepartment").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task Check_says_what_would_happen_and_changes_nothing()
    {
        var reply = await Import(Head + "test.one,第一局,county,220282,,,,\n", "?check=true");
        reply.Should().HaveStatus(200);
        reply.Body.GetProperty("checked").GetBoolean().Should().BeTrue();
        Numbers(reply).Should().Equal(1, 0, 0);
        (await service.Owner.Get("/api/v1/agencies/test.one")).Should().HaveStatus(404);
        (await Import(Head, "?check=perhaps")).Should().BeProblem(400, "malformed");
    }

    [Test]
    public async Task Faults_are_told_with_line_and_field_and_no_line_is_taken()
    {
        var reply = await Import(Head
            + "test.good,好局,county,220282,,,,\n"
            + "test.one,\"第一\n局\",village,220282,test.nowhere,,,\n"
            + "\n"
            + "test.good,又一局,county,220282,,,,\n"
            + "test.three,少格\n"
            + "test.four,引号\"错\",county,220282,,,,\n"
            + "test.a,甲,county,220282,test.b,,,\n"
            + "test.b,乙,county,220282,test.a,departmnet,test.gone,\n");
        reply.Should().BeProblem(422, "invalid");
        var found = reply.Body.GetProperty("diagnostics").EnumerateArray()
            .Select(one => (one.GetProperty("line").GetInt32(), one.GetProperty("path").GetString())).ToList();
        found.Should().BeEquivalentTo(new (int, string?)[]
        {
            (3, "name"), (3, "level"), (3, "superior"), (6, "id"), (7, null), (8, null), (9, "superior"), (10, "superior"), (10, "kinds"), (10, "bodies.openness"),
        });
        found.Should().BeInAscendingOrder(one => one.Item1);
        reply.Body.GetProperty("diagnostics").EnumerateArray().Should().OnlyContain(one => one.GetProperty("mend").GetString()!.Length > 0);
        (await service.Owner.Get("/api/v1/agencies/test.good")).Should().HaveStatus(404);
    }

    [TestCase("", "id")]
    [TestCase("name,level\nx,county\n", "id")]
    [TestCase("id,nmae\nx,y\n", "nmae")]
    [TestCase("id,name,name\nx,y,z\n", "name")]
    [TestCase("id,bodies.opennes\nx,y\n", "bodies.opennes")]
    [TestCase("id,offices.Leader.name\nx,y\n", "offices.Leader.name")]
    [TestCase("id,__proto__\nx,y\n", "__proto__")]
    public async Task Header_that_is_no_header_is_refused(string table, string field)
    {
        var reply = await Import(table);
        reply.Should().BeProblem(422, "invalid");
        reply.Body.GetProperty("diagnostics").EnumerateArray().Single().GetProperty("path").GetString().Should().Be(field);
    }

    [Test]
    public async Task Table_that_was_exported_changes_nothing_when_it_comes_back()
    {
        (await service.Owner.Put("/api/v1/agencies/test.one", new
        {
            name = "=SUM(A1:A9)",
            level = "county",
            division = "220282",
            address = "甲路1号，\"乙\"座,丙室",
            enquiryPhone = "+86 432 00000000",
            kinds = new[] { "department", "archive" },
            bodies = new { library = TestAgencies.Superior },
            offices = new Dictionary<string, object> { ["leader"] = new { name = "局长", person = (string?)null, phone = "-1" } },
        })).Should().HaveStatus(201);
        var exported = await service.Owner.Get("/api/v1/agencies", ("Accept", "text/csv"));
        exported.Should().HaveStatus(200);
        exported.MediaType.Should().Be("text/csv");
        exported.Text.Should().StartWith("id,name,").And.Contain("\"'=SUM(A1:A9)\"").And.Contain("\"'+86 432 00000000\"").And.Contain("\"'-1\"").And.Contain("\r\n");
        var bytes = await service.Owner.Http.GetByteArrayAsync(new Uri("/api/v1/agencies?format=csv", UriKind.Relative));
        bytes.Should().StartWith(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(bytes.AsSpan(3)).Should().Be(exported.Text);

        var reply = await Import(exported.Text);
        reply.Should().HaveStatus(200);
        Numbers(reply).Should().Equal(0, 0, 4);
    }

    [Test]
    public async Task Table_in_another_form_or_from_another_person_is_refused()
    {
        (await Send("id\nx\n"u8.ToArray(), "application/json")).Should().BeProblem(415, "unsupported-media-type");
        (await Send("id\nx\n"u8.ToArray(), null)).Should().BeProblem(415, "unsupported-media-type");
        (await Send([0xB5, 0xD8, 0xC3, 0xFB], "text/csv")).Should().BeProblem(400, "malformed");
        (await Send(Encoding.UTF8.GetBytes("id\n" + new string('x', 2_000_000)), "text/csv")).Should().BeProblem(413, "too-large");
        (await Send([0], "text/csv")).Should().BeProblem(422, "invalid");
        (await Send(Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Range(0, 3000).Select(n => $"X{n},\"a\n"))), "text/csv")).Should().BeProblem(422, "invalid");
        (await service.Owner.Get("/api/v1/agencies?format=xml")).Should().BeProblem(400, "malformed");
        (await service.Owner.Get("/api/v1/agencies", ("Accept", "image/png"))).Should().BeProblem(406, "not-acceptable");
        (await Send("id\nx\n"u8.ToArray(), "text/csv", await service.Join(TestAgencies.Bureau, "handler"))).Should().BeProblem(403, "forbidden");
    }

    private static int[] Numbers(Reply reply) =>
        [.. new[] { "added", "changed", "unchanged" }.Select(name => reply.Body.GetProperty(name).GetInt32())];

    private Task<Reply> Import(string table, string query = "") => Send(Encoding.UTF8.GetBytes(table), "text/csv; charset=utf-8", null, query);

    private async Task<Reply> Send(byte[] body, string? type, TestClient? by = null, string query = "")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await (by ?? service.Owner).Http.PostAsync(new Uri("/api/v1/agencies/import" + query, UriKind.Relative), content);
        return await Reply.Of(response);
    }
}
