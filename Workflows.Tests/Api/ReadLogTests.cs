using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Who reads another agency's case, a personal value in clear, or takes something out, is written down.</summary>
public sealed class ReadLogTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string Name = "欧阳春花";
    private TestService service = null!;
    private TestClient handler = null!;
    private KnownCase opened = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
        opened = await handler.Open(TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = Name });
        await opened.Send("register");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Own_case_masked_is_no_entry()
    {
        await handler.Get("/api/v1/cases");
        await handler.Get("/api/v1/worklist");
        foreach (var path in new[] { "", "/history", "/clocks", "/clocks/reply/explanation", "/documents" })
            (await handler.Get($"/api/v1/cases/{opened.Id}{path}")).Should().HaveStatus(200);
        (await Reads()).Should().BeEmpty();
    }

    [TestCase("", "case")]
    [TestCase("/history", "history")]
    [TestCase("/clocks", "clocks")]
    [TestCase("/clocks/reply/explanation", "clocks/reply")]
    [TestCase("/documents", "documents")]
    public async Task Case_of_another_agency_is_an_entry(string path, string what)
    {
        (await service.Owner.Get($"/api/v1/cases/{opened.Id}{path}", ("Access-Purpose", "%E5%B9%B4%E5%BA%A6%E5%AE%A1%E8%AE%A1"))).Should().HaveStatus(200);
        var read = (await Reads()).Should().ContainSingle().Subject;
        read.GetProperty("action").GetString().Should().Be("read.case");
        read.GetProperty("subject").GetString().Should().Be(opened.Id);
        read.GetProperty("actor").GetProperty("name").GetString().Should().Be("初始所有者");
        read.GetProperty("detail").GetProperty("what").GetString().Should().Be(what);
        read.GetProperty("detail").GetProperty("agency").GetString().Should().Be(Bureau);
        read.GetProperty("detail").GetProperty("purpose").GetString().Should().Be("年度审计");
    }

    [Test]
    public async Task Audit_endpoints_and_lists_of_all_cases_are_entries()
    {
        (await service.Owner.Get("/api/v1/cases")).Should().HaveStatus(200);
        (await service.Owner.Get($"/api/v1/audit/cases?agency={Bureau}")).Should().HaveStatus(200);
        (await service.Owner.Get($"/api/v1/audit/cases/{opened.Id}/history")).Should().HaveStatus(200);
        (await Reads()).Select(read => read.GetProperty("action").GetString()).Should().Equal("read.list", "read.list", "read.case");
    }

    [Test]
    public async Task Child_read_by_the_agency_of_the_parent_is_an_entry_and_so_is_the_list_of_children()
    {
        await opened.Send("consult", new { parties = new[] { new { name = "慕容秋月" } } });
        (await handler.Get($"/api/v1/cases?parent={opened.Id}")).Should().HaveStatus(200);
        (await Reads()).Should().ContainSingle().Which.GetProperty("subject").GetString().Should().Be(opened.Id);
    }

    [TestCase("?personal=clear")]
    [TestCase("/history?personal=clear")]
    [TestCase("/documents/1")]
    public async Task Personal_values_in_clear_are_an_entry_that_does_not_repeat_them(string path)
    {
        var shown = await handler.Get($"/api/v1/cases/{opened.Id}{path}", ("Accept", "application/json"));
        shown.Should().HaveStatus(200);
        var listed = await service.Owner.Get("/api/v1/audit/reads");
        listed.Text.Should().NotContain(Name);
        listed.Body.GetProperty("entries").EnumerateArray().Should().ContainSingle().Which.GetProperty("action").GetString().Should().Be("read.personal");
    }

    [Test]
    public async Task Exports_are_entries()
    {
        (await service.Owner.Get("/api/v1/agencies")).Should().HaveStatus(200);
        (await Reads()).Should().BeEmpty("the list of agencies is everyone's");
        (await service.Owner.Get("/api/v1/agencies?format=csv")).Should().HaveStatus(200);
        foreach (var format in new[] { "json", "csv", "html" })
            (await handler.Get($"/api/v1/reports/annual?agency={Bureau}&year=2026&format={format}")).Should().HaveStatus(200);
        var kinds = (await handler.Get("/api/v1/registers")).Body.GetProperty("registers").EnumerateArray().Select(one => one.GetProperty("kind").GetString()).ToArray();
        foreach (var format in new[] { "json", "csv" })
            (await handler.Get($"/api/v1/registers/{kinds[0]}?format={format}")).Should().HaveStatus(200);
        (await Reads()).Select(read => read.GetProperty("subject").GetString()).Should().Equal(
            "agencies", "reports/annual/2026", "reports/annual/2026", "reports/annual/2026", $"registers/{kinds[0]}", $"registers/{kinds[0]}");
        (await Reads()).Should().OnlyContain(read => read.GetProperty("action").GetString() == "read.export");
    }

    [Test]
    public async Task Entries_are_chained_verified_and_kept_apart_from_changes()
    {
        await service.Owner.Get($"/api/v1/cases/{opened.Id}");
        await handler.Get($"/api/v1/cases/{opened.Id}?personal=clear");
        var changes = (await service.Owner.Get("/api/v1/audit/admin-log?limit=200")).Body.GetProperty("entries").EnumerateArray();
        changes.Should().NotContain(entry => entry.GetProperty("action").GetString()!.StartsWith("read.", StringComparison.Ordinal));
        (await Reads($"?actor={(await Reads())[0].GetProperty("actor").GetProperty("id").GetString()}")).Should().ContainSingle();
        (await Reads("?subject=nothing")).Should().BeEmpty();
        (await Sound()).Should().BeTrue();

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(service.Folder, "data", "cases.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM admin_log WHERE action = 'read.personal'";
            command.ExecuteNonQuery().Should().Be(1);
        }

        (await Sound()).Should().BeFalse();
    }

    [Test]
    public async Task Read_that_cannot_be_written_down_is_not_answered()
    {
        (await service.Owner.Get($"/api/v1/cases/{opened.Id}", ("Access-Purpose", new string('x', 201)))).Should().BeProblem(400, "malformed");
        (await service.Owner.Get($"/api/v1/cases/{opened.Id}", ("Access-Purpose", "%0A"))).Should().BeProblem(400, "malformed");
        (await handler.Get("/api/v1/audit/reads")).Should().BeProblem(403, "forbidden");
        (await Reads()).Should().BeEmpty();
    }

    private async Task<JsonElement[]> Reads(string query = "") =>
        [.. (await service.Owner.Get($"/api/v1/audit/reads{query}")).Body.GetProperty("entries").EnumerateArray()];

    private async Task<bool> Sound() =>
        (await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification", null)).Body.GetProperty("sound").GetBoolean();
}
