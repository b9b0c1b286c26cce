using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Who may do and see what.</summary>
public sealed class AccessTests
{
    private const string Bureau = TestAgencies.Bureau;
    private TestService service = null!;
    private TestClient handler = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase(null)]
    [TestCase("dw_wrong")]
    [TestCase(" ")]
    public async Task Key_Missing_or_unknown_is_401(string? key)
    {
        var reply = await service.With(null).Send(HttpMethod.Get, "/api/v1/cases", null, key is null ? [] : [("Authorization", $"Bearer {key}")]);
        reply.Should().BeProblem(401, "unauthenticated");
        reply.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
    }

    [Test]
    public async Task Health_and_contract_are_open_and_nothing_else_is()
    {
        var nobody = service.With(null);
        foreach (var path in new[] { "/health/live", "/health/ready", "/openapi.yaml", "/openapi.json", "/swagger/index.html" })
            (await nobody.Get(path)).Should().HaveStatus(200);
        foreach (var path in new[] { "/api/v1/cases", "/api/v1/worklist", "/api/v1/access-keys", "/api/v1/sandbox/clock" })
            (await nobody.Get(path)).Should().HaveStatus(401);
        (await nobody.Get("/api/v1/no-such")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Administration_is_for_owners()
    {
        (await handler.Get("/api/v1/access-keys")).Should().BeProblem(403, "forbidden");
        (await handler.Post("/api/v1/access-keys", new { name = "x", owner = true })).Should().BeProblem(403, "forbidden");
        (await handler.Put("/api/v1/sandbox/clock", new { now = "2030-01-01T00:00:00Z" })).Should().BeProblem(403, "forbidden");
    }

    [Test]
    public async Task Owner_holds_no_role_in_cases_but_reads_them()
    {
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var seen = await service.Owner.Read(opened.Id);
        seen.Allowed.Should().BeEmpty();
        (await seen.Try("register")).Should().BeProblem(409, "not-allowed");
    }

    [Test]
    public async Task Case_of_another_agency_does_not_exist()
    {
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var stranger = await service.Join(TestAgencies.Secrecy, "handler");
        foreach (var path in new[] { "", "/history", "/clocks", "/clocks/reply/explanation", "/documents", "/documents/1" })
            (await stranger.Get($"/api/v1/cases/{opened.Id}{path}")).Should().BeProblem(404, "not-found");
        var fired = await stranger.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { }, ("If-Match", "\"1\""));
        fired.Should().BeProblem(404, "not-found");
        fired.Text.Should().NotContain("已收到");
        (await stranger.Get($"/api/v1/cases?parent={opened.Id}")).Body.GetProperty("cases").GetArrayLength().Should().Be(0);
        (await stranger.Get("/api/v1/cases")).Body.GetProperty("cases").GetArrayLength().Should().Be(0);
        (await stranger.Get($"/api/v1/cases?agency={Bureau}")).Body.GetProperty("cases").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Auditor_reads_the_cases_of_the_agency_and_changes_none()
    {
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var auditor = await service.Join(Bureau, "auditor");
        (await (await auditor.Read(opened.Id)).Try("register")).Should().BeProblem(409, "not-allowed");
        (await auditor.Get($"/api/v1/cases/{opened.Id}?personal=clear")).Should().BeProblem(403, "forbidden");
        var elsewhere = await service.Join(TestAgencies.Superior, "auditor");
        (await elsewhere.Get($"/api/v1/cases/{opened.Id}")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Key_Revoked_is_no_longer_good_and_the_last_owner_stays()
    {
        var made = await service.Owner.Post("/api/v1/access-keys", new { name = "临时", roles = new Dictionary<string, string[]> { [Bureau] = ["handler"] } });
        var client = service.With(made.Body.GetProperty("secret").GetString());
        (await client.Get("/api/v1/worklist")).Should().HaveStatus(200);
        (await service.Owner.Delete($"/api/v1/access-keys/{made.Body.GetProperty("key").GetProperty("id").GetString()}")).Should().HaveStatus(204);
        (await client.Get("/api/v1/worklist")).Should().HaveStatus(401);
        var owner = (await service.Owner.Get("/api/v1/access-keys")).Body.GetProperty("keys").EnumerateArray()
            .Single(key => key.GetProperty("owner").GetBoolean() && key.GetProperty("revokedAt").GetString() is null).GetProperty("id").GetString();
        (await service.Owner.Delete($"/api/v1/access-keys/{owner}")).Should().BeProblem(409, "not-allowed");
        (await service.Owner.Delete("/api/v1/access-keys/nobody")).Should().BeProblem(404, "not-found");
        (await service.Owner.Get("/api/v1/access-keys")).Text.Should().NotContain("dw_");
    }

    [Test]
    public async Task Key_for_an_unknown_agency_or_without_a_name_is_refused()
    {
        (await service.Owner.Post("/api/v1/access-keys", new { name = " " })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", roles = new Dictionary<string, string[]> { ["no.such"] = ["handler"] } })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", roles = new Dictionary<string, string[]> { [Bureau] = [] } })).Should().BeProblem(422, "invalid");
    }

    [Test, Rule("HD-APP-15")]
    public async Task Earlier_application_of_the_same_applicant_is_shown_to_the_agency()
    {
        var applicant = new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "司马重复" };
        var first = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, applicant);
        var second = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, applicant);
        second.View.GetProperty("likelyRepeats").EnumerateArray().Single().GetProperty("id").GetString().Should().Be(first.Id);
        first.View.GetProperty("likelyRepeats").GetArrayLength().Should().Be(0);
        (await service.Owner.Read(second.Id)).View.GetProperty("likelyRepeats").GetArrayLength().Should().Be(0);
    }
}
