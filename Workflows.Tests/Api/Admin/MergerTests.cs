using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>An agency is merged: its open cases pass to the successor, and only they.</summary>
[Rule("HD-INV-05")]
public sealed class MergerTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string New = "test.new";
    private TestService service = null!;
    private TestClient old = null!;
    private TestClient successor = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        (await service.Owner.Put($"/api/v1/agencies/{New}", new { name = "某市新局", level = "county", division = "220282" })).Should().HaveStatus(201);
        old = await service.Join(Bureau, "handler", "office-head");
        successor = await service.Join(New, "handler", "office-head");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Open_cases_pass_to_the_successor_with_their_children()
    {
        var received = await Open();
        var consulting = await (await Open()).Send("register");
        await consulting.Send("consult", new { parties = new[] { new { name = "甲公司" }, new { name = "乙公司" } } });
        var answered = await old.Read(consulting.Children[0]);
        await answered.Send("record-receipt");
        await answered.Send("answer", new { position = "agrees" });
        await consulting.Refresh();

        (await Merge()).Body.GetProperty("cases").GetInt32().Should().Be(3);

        (await old.Get($"/api/v1/cases/{received.Id}")).Should().HaveStatus(404);
        (await old.Get("/api/v1/cases")).Body.GetProperty("cases").GetArrayLength().Should().Be(0);
        (await successor.Get("/api/v1/cases")).Body.GetProperty("cases").GetArrayLength().Should().Be(4);
        (await consulting.Try("extend", new { extension = 5 })).Should().BeProblem(404, "not-found");
        var taken = await successor.Read(consulting.Id);
        taken.View.GetProperty("agency").GetProperty("id").GetString().Should().Be(New);
        taken.Version.Should().BeGreaterThan(consulting.Version);
        taken.View.GetProperty("children").EnumerateArray().Select(child => child.GetProperty("agency").GetProperty("id").GetString()).Should().AllBe(New);
        taken.Clock("reply").GetRawText().Should().Be(consulting.Clock("reply").GetRawText());
        var child = await successor.Read(taken.Children[1]);
        await child.Send("record-receipt");
        await child.Send("answer", new { position = "objects" });
        taken = await (await taken.Refresh()).Send("reply", new Dictionary<string, object> { ["reply.outcome"] = "refused" });
        taken.State.Should().Be("refused");
        await Sound();
    }

    [Test]
    public async Task History_says_who_took_over_and_why()
    {
        var known = await Open();
        await Merge();
        var entry = (await successor.Get($"/api/v1/cases/{known.Id}/history?personal=clear")).Body.GetProperty("entries").EnumerateArray().Last();
        entry.GetProperty("event").GetString().Should().Be("agency-changed");
        entry.GetProperty("title").GetProperty("zh").GetString().Should().Contain("继任机关");
        entry.GetProperty("occurredOn").GetString().Should().Be("2026-03-02");
        entry.GetProperty("note").GetString().Should().Be("市委市政府机构改革方案");
        entry.GetProperty("details").GetProperty("old").GetString().Should().Be(Bureau);
        entry.GetProperty("details").GetProperty("new").GetString().Should().Be(New);
        entry.GetProperty("basis").GetProperty("article").GetString().Should().Be("第三条");
        entry.GetProperty("actor").GetProperty("id").GetString().Should().Be("system");
    }

    [Test]
    public async Task Ended_cases_stay_with_the_merged_agency()
    {
        var ended = await (await Open()).Send("register");
        await ended.Send("reply", new Dictionary<string, object> { ["reply.outcome"] = "refused" });
        (await Merge()).Body.GetProperty("cases").GetInt32().Should().Be(0);
        (await old.Read(ended.Id)).Version.Should().Be(ended.Version);
        (await successor.Get($"/api/v1/cases/{ended.Id}")).Should().HaveStatus(404);
    }

    [Test]
    public async Task New_documents_are_numbered_by_the_successor_and_old_numbers_stay()
    {
        var first = await Open();
        await (await Open()).Send("register");
        await Merge();
        var taken = await (await successor.Read(first.Id)).Send("register");
        taken.View.GetProperty("documents")[0].GetProperty("number").GetString().Should().Be("回〔2026〕1号");
        taken.View.GetProperty("reference").GetString().Should().Be(first.View.GetProperty("reference").GetString());
        await Sound();
    }

    [Test]
    public async Task New_cases_are_refused_with_the_name_of_the_successor()
    {
        await Merge();
        var refused = await old.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = Bureau, input = new { subject = "预算" } });
        refused.Should().BeProblem(422, "invalid");
        refused.Body.GetProperty("detail").GetString().Should().Contain("某市新局").And.Contain(New);
    }

    [Test]
    public async Task A_command_decided_on_the_case_before_is_stale()
    {
        var both = await service.Join(new Dictionary<string, string[]> { [Bureau] = ["handler"], [New] = ["handler"] });
        var known = await both.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        await Merge();
        (await known.Try("register")).Should().BeProblem(412, "stale");
        await (await known.Refresh()).Send("register");
    }

    [Test]
    public async Task A_merger_is_recorded_once_and_sending_it_again_goes_on()
    {
        await Open();
        (await Merge()).Body.GetProperty("cases").GetInt32().Should().Be(1);
        (await Merge()).Body.GetProperty("cases").GetInt32().Should().Be(0);
        (await Send(Bureau, new { successor = TestAgencies.Superior, on = "2026-03-02", reason = "x" })).Should().BeProblem(409, "not-allowed");
        var content = (await service.Owner.Get($"/api/v1/agencies/{Bureau}")).Body.GetProperty("content");
        content.GetProperty("successor").GetString().Should().Be(New);
        (await service.Owner.Put($"/api/v1/agencies/{Bureau}", content)).Should().HaveStatus(200);
        (await service.Owner.Put($"/api/v1/agencies/{Bureau}", new { name = "改名", level = "county", division = "220282" }))
            .Body.GetProperty("content").GetProperty("successor").GetString().Should().Be(New, "it cannot be undone by leaving it out");
    }

    [TestCase("test.gone", New, "2026-03-02", "x", 404)]
    [TestCase(Bureau, "test.gone", "2026-03-02", "x", 422)]
    [TestCase(Bureau, Bureau, "2026-03-02", "x", 422)]
    [TestCase(Bureau, New, "2026-03-03", "x", 422)]
    [TestCase(Bureau, New, "2026-03-02", " ", 422)]
    public async Task A_merger_that_cannot_be_is_refused(string agency, string into, string on, string reason, int status)
    {
        (await Send(agency, new { successor = into, on, reason })).Should().HaveStatus(status);
        (await service.Owner.Get($"/api/v1/agencies/{Bureau}")).Body.GetProperty("content").GetProperty("successor").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task A_merger_into_a_merged_agency_names_the_one_that_stands()
    {
        await Merge();
        var refused = await Send(TestAgencies.Secrecy, new { successor = Bureau, on = "2026-03-02", reason = "x" });
        refused.Should().BeProblem(422, "invalid");
        refused.Body.GetProperty("detail").GetString().Should().Contain(New);
        (await Send(New, new { successor = TestAgencies.Superior, on = "2026-03-02", reason = "x" })).Should().HaveStatus(200);
    }

    private Task<KnownCase> Open() => old.Open(TestProcedures.Application, Bureau, new { subject = "预算" });

    private async Task<Reply> Merge()
    {
        var reply = await Send(Bureau, new
        {
            successor = New,
            on = "2026-03-01",
            reason = "市委市政府机构改革方案",
            basis = new { act = "桦甸市政府信息清理工作办法", article = "第三条" },
        });
        reply.Should().HaveStatus(200);
        return reply;
    }

    private Task<Reply> Send(string agency, object merger) => service.Owner.Post($"/api/v1/agencies/{agency}/merger", merger);

    private async Task Sound()
    {
        var report = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        report.Body.GetProperty("sound").GetBoolean().Should().BeTrue(report.Text);
    }
}
