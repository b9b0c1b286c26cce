using FluentAssertions;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Auditors see what happened in their agencies, and that nothing was altered.</summary>
public sealed class AuditTests
{
    private static readonly object Subject = new Dictionary<string, string> { ["subject"] = "预算", ["applicant.name"] = "张三丰" };

    [Test]
    public async Task Auditor_sees_the_cases_of_their_agencies_and_an_owner_all()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(new() { [TestAgencies.Bureau] = ["handler"], [TestAgencies.Secrecy] = ["handler"] });
        var one = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, Subject);
        var other = await handler.Open(TestProcedures.Application, TestAgencies.Secrecy, Subject);
        var auditor = await service.Join(TestAgencies.Bureau, "auditor");

        (await Ids(auditor, "")).Should().Equal(one.Id);
        (await Ids(auditor, $"?agency={TestAgencies.Secrecy}")).Should().BeEmpty();
        (await Ids(service.Owner, "")).Should().BeEquivalentTo([one.Id, other.Id]);
        (await handler.Get("/api/v1/audit/cases")).Should().BeProblem(403, "forbidden");
        (await auditor.Get("/api/v1/audit/cases?limit=9999")).Should().BeProblem(400, "malformed");

        (await auditor.Get($"/api/v1/audit/cases/{other.Id}/history")).Should().BeProblem(404, "not-found");
        var history = await auditor.Get($"/api/v1/audit/cases/{one.Id}/history");
        var opened = history.Body.GetProperty("entries")[0];
        opened.GetProperty("actor").GetProperty("name").GetString().Should().Be("测试人员");
        opened.GetProperty("basis").GetProperty("article").GetString().Should().Be("第四条");
        opened.GetProperty("calendarVersion").GetString().Should().StartWith("CN@2026");
        opened.GetProperty("hash").GetString().Should().HaveLength(64);
        history.Text.Should().NotContain("张三丰");
    }

    [Test]
    public async Task Administrative_changes_are_logged_in_order()
    {
        await using var service = await TestService.Start();
        await service.Owner.SaveDraft("test.new", "procedure: test.new");
        await service.Owner.PutTemplate("test.receipt", "<h1>登记回执</h1>");
        var first = (await service.Owner.Get("/api/v1/audit/admin-log?limit=2")).Body;
        first.GetProperty("entries").GetArrayLength().Should().Be(2);
        var rest = (await service.Owner.Get($"/api/v1/audit/admin-log?limit=200&cursor={first.GetProperty("next").GetString()}")).Body;
        rest.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("action").GetString())
            .Should().ContainInOrder("draft.saved", "template.published");
        (await service.Owner.Get("/api/v1/audit/admin-log?cursor=x")).Should().BeProblem(400, "malformed");
    }

    [Test]
    public async Task Verification_finds_an_altered_byte()
    {
        var folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        try
        {
            string? key;
            string id;
            await using (var service = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed))
            {
                key = await service.Start();
                var owner = Client(service, key);
                var made = await owner.Post("/api/v1/access-keys", new { name = "承办", roles = new Dictionary<string, string[]> { [TestAgencies.Bureau] = ["handler"] } });
                id = (await Client(service, made.Body.GetProperty("secret").GetString()).Open(TestProcedures.Application, TestAgencies.Bureau, Subject)).Id;
                var sound = await owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
                sound.Should().HaveStatus(200);
                sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue();
                sound.Body.GetProperty("entries").GetInt64().Should().Be(1);
            }

            Alter(folder);
            await using var again = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
            await again.Start();
            var report = (await Client(again, key).Send(HttpMethod.Post, "/api/v1/audit/verification", null)).Body;
            report.GetProperty("sound").GetBoolean().Should().BeFalse();
            var fault = report.GetProperty("faults").EnumerateArray().First(fault => fault.GetProperty("kind").GetString() == "altered-entry");
            fault.GetProperty("position").GetInt64().Should().Be(1);
            fault.GetProperty("case").GetString().Should().Be(id);
            fault.GetProperty("sequence").GetInt32().Should().Be(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Verification_finds_an_altered_agency()
    {
        await using var service = await TestService.Start();
        Sql(service.Folder, $"UPDATE agencies SET json = replace(json, '局', '厅') WHERE id = '{TestAgencies.Bureau}'").Should().Be(1);
        var report = (await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification", null)).Body;
        report.GetProperty("sound").GetBoolean().Should().BeFalse();
        var fault = report.GetProperty("faults").EnumerateArray().Should().ContainSingle().Subject;
        fault.GetProperty("kind").GetString().Should().Be("altered-reference");
        fault.GetProperty("table").GetString().Should().Be("agencies");
        fault.GetProperty("key").GetString().Should().Be(TestAgencies.Bureau);
        fault.GetProperty("detail").GetString().Should().Contain("json");
    }

    [Test]
    public async Task Verification_holds_the_database_against_an_anchor()
    {
        await using var service = await TestService.Start();
        var auditor = await service.Join(TestAgencies.Bureau, "auditor");
        var read = await auditor.Get("/api/v1/audit/verification/anchor");
        read.Should().HaveStatus(200);
        var (anchor, number) = (read.Body.GetProperty("anchor").GetString()!, read.Body.GetProperty("checkpoint").GetInt64());
        anchor.Should().Be($"{number}:{read.Body.GetProperty("hash").GetString()}");
        (await Faults(anchor)).Should().BeEmpty();
        await service.Owner.PutTemplate("test.receipt", "<h1>登记回执</h1>");
        (await Faults(anchor)).Should().BeEmpty("what came later is of no concern to it");
        (await Faults($"{number + 9}:{new string('0', 64)}")).Should().Equal("missing-anchor");
        (await Faults($"{number}:{new string('0', 64)}")).Should().Equal("broken-anchor");
        (await auditor.Send(HttpMethod.Post, "/api/v1/audit/verification?anchor=x", null)).Should().BeProblem(400, "malformed");

        async Task<string?[]> Faults(string kept)
        {
            var report = await auditor.Send(HttpMethod.Post, $"/api/v1/audit/verification?anchor={kept}", null);
            report.Should().HaveStatus(200);
            return [.. report.Body.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("kind").GetString())];
        }
    }

    private static void Alter(string folder) => Sql(
        folder, "UPDATE journal SET bytes = CAST(replace(CAST(bytes AS TEXT), '预算', '决算') AS BLOB) WHERE position = 1").Should().Be(1);

    private static int Sql(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "cases.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static async Task<string[]> Ids(TestClient client, string query)
    {
        var listed = await client.Get($"/api/v1/audit/cases{query}");
        listed.Should().HaveStatus(200);
        return [.. listed.Body.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }

    private static TestClient Client(ServiceHost service, string? key)
    {
        var http = new HttpClient { BaseAddress = new Uri(service.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new TestClient(http);
    }
}
