using FluentAssertions;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Letters;

/// <summary>Services over the API: recorded as commands are, shown with the document, masked, never overwritten.</summary>
public sealed class ServiceApiTests
{
    private const string Bureau = TestAgencies.Bureau;
    private TestService service = null!;
    private TestClient handler = null!;
    private KnownCase opened = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
        opened = await handler.Open(TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算" });
        await opened.Send("register");
        await opened.Send("reply", new Dictionary<string, object> { ["reply.outcome"] = "refused" });
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task A_letter_is_posted_and_signed_for_and_the_case_shows_what_that_means()
    {
        var recorded = await Record(new { channel = "registered-post", sentOn = "2026-03-02", number = "XA12345678922", by = "收发室", receivedBy = (string?)null });
        recorded.Should().HaveStatus(201);
        recorded.Headers.Location!.ToString().Should().Be($"/api/v1/cases/{opened.Id}/services/1");
        var shown = recorded.Body.GetProperty("documents")[1].GetProperty("service");
        shown.GetProperty("answeredOn").GetString().Should().Be("2026-03-02");
        shown.GetProperty("measures")[0].GetProperty("timeliness").GetString().Should().Be("in-time");
        shown.GetProperty("missing").GetArrayLength().Should().Be(1);
        recorded.Body.GetProperty("documents")[0].TryGetProperty("service", out _).Should().BeFalse();

        await service.MoveTo("2026-03-05T09:00:00+08:00");
        await opened.Refresh();
        var received = await handler.Post(
            $"/api/v1/cases/{opened.Id}/services/1/news", new { news = "received", on = "2026-03-04", receivedBy = "欧阳春花" }, ("If-Match", $"\"{opened.Version}\""));
        received.Should().HaveStatus(200);
        received.Body.GetProperty("documents")[1].GetProperty("service").GetProperty("missing").GetArrayLength().Should().Be(0);
        received.Text.Should().NotContain("欧阳春花");

        var masked = await handler.Get($"/api/v1/cases/{opened.Id}/services");
        masked.Text.Should().NotContain("欧阳春花").And.NotContain("XA12345678922").And.Contain("2026-03-04");
        (await handler.Get($"/api/v1/cases/{opened.Id}/services?personal=clear")).Text.Should().Contain("欧阳春花").And.Contain("XA12345678922");
        var history = await handler.Get($"/api/v1/cases/{opened.Id}/history");
        history.Text.Should().NotContain("欧阳春花").And.NotContain("XA12345678922");
        history.Body.GetProperty("entries").EnumerateArray().TakeLast(2).Select(entry => entry.GetProperty("title").GetProperty("zh").GetString())
            .Should().Equal("登记送达：邮寄（挂号信或者邮政特快专递）", "登记签收");
        ((CaseDatabase)service.Services.GetService(typeof(CaseDatabase))!).Verification.Run(true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task It_is_a_command_like_any_other()
    {
        var body = new { channel = "post", sentOn = "2026-03-02" };
        var address = $"/api/v1/cases/{opened.Id}/documents/2/services";
        (await handler.Post(address, body)).Should().BeProblem(428, "if-match-required");
        (await handler.Post(address, body, ("If-Match", "\"1\""))).Should().BeProblem(412, "stale");
        var first = await handler.Post(address, body, ("If-Match", $"\"{opened.Version}\""), ("Idempotency-Key", "once"));
        var again = await handler.Post(address, body, ("If-Match", $"\"{opened.Version}\""), ("Idempotency-Key", "once"));
        again.Text.Should().Be(first.Text);
        again.Header("Idempotency-Replayed").Should().Be("true");
        foreach (var n in new[] { "0", "3", "x", "-1" })
            (await handler.Post($"/api/v1/cases/{opened.Id}/documents/{n}/services", body, ("If-Match", "*"))).Should().BeProblem(404, "not-found");
        foreach (var k in new[] { "0", "2", "x" })
            (await handler.Post($"/api/v1/cases/{opened.Id}/services/{k}/news", new { news = "received", on = "2026-03-02" }, ("If-Match", "*"))).Should().BeProblem(404, "not-found");
        (await handler.Post(address, new { channel = "pigeon" }, ("If-Match", "*"))).Should().BeProblem(422, "invalid");
        (await handler.Get($"/api/v1/cases/{opened.Id}/services")).Body.GetProperty("services").GetArrayLength().Should().Be(1);
    }

    private Task<Reply> Record(object body) =>
        handler.Post($"/api/v1/cases/{opened.Id}/documents/2/services", body, ("If-Match", $"\"{opened.Version}\""));
}
