using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Commands over HTTP: versions, keys, and the statuses of what is refused.</summary>
public sealed class CommandTests
{
    private const string Application = TestProcedures.Application;
    private const string Bureau = TestAgencies.Bureau;
    private static readonly object Subject = new { subject = "预算" };

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

    [Test]
    public async Task Opening_answers_with_address_version_and_view()
    {
        var opened = await handler.Post("/api/v1/cases", new { procedure = Application, agency = Bureau, input = Subject });
        opened.Should().HaveStatus(201);
        var id = opened.Body.GetProperty("id").GetString();
        opened.Header("Location").Should().Be($"/api/v1/cases/{id}");
        opened.Header("ETag").Should().Be("\"1\"");
        var read = await handler.Get($"/api/v1/cases/{id}");
        read.Text.Should().Be(opened.Text);
        read.Header("ETag").Should().Be("\"1\"");
    }

    [Test]
    public async Task View_tells_what_is_allowed_and_why_the_rest_is_not()
    {
        var opened = await handler.Open(Application, Bureau, Subject);
        opened.Allowed.Should().BeEquivalentTo("register", "raise", "lower");
        var refused = opened.View.GetProperty("refused").EnumerateArray().Single(trigger => trigger.GetProperty("name").GetString() == "reply");
        refused.GetProperty("because")[0].GetProperty("says").GetString().Should().Contain("已收到");
        await opened.Send("register");
        opened.Due("reply").Should().Be("2026-03-23");
        opened.Clock("reply").GetProperty("workingDaysLeft").GetInt32().Should().Be(15);
        opened.Clock("reply").GetProperty("colour").GetString().Should().Be("green");
        opened.Documents.Should().Equal("receipt");
        var reply = opened.View.GetProperty("allowed").EnumerateArray().Single(trigger => trigger.GetProperty("name").GetString() == "reply");
        var input = reply.GetProperty("input")[0];
        input.GetProperty("required").GetBoolean().Should().BeTrue();
        input.GetProperty("type").GetString().Should().Be("choice");
        input.GetProperty("values").GetArrayLength().Should().Be(2);
    }

    [Test]
    public async Task IfMatch_Missing_is_428_and_nothing_happens()
    {
        var opened = await handler.Open(Application, Bureau, Subject);
        (await handler.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { })).Should().BeProblem(428, "if-match-required");
        (await opened.Refresh()).Version.Should().Be(1);
    }

    [TestCase("\"7\"", 412)]
    [TestCase("W/\"1\"", 412)]
    [TestCase("\"abc\"", 412)]
    [TestCase("\"99999999999999999999\"", 412)]
    [TestCase("1", 400)]
    [TestCase("\"1\", \"2\"", 400)]
    [TestCase("", 400)]
    [TestCase("*", 200)]
    [TestCase("\"1\"", 200)]
    public async Task IfMatch_decides(string header, int status)
    {
        var opened = await handler.Open(Application, Bureau, Subject);
        var reply = await handler.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { }, ("If-Match", header));
        reply.Should().HaveStatus(status);
        if (status == 412)
            reply.Header("ETag").Should().Be("\"1\"");
    }

    [Test]
    public async Task Key_gives_the_first_reply_again_byte_for_byte()
    {
        var body = new { procedure = Application, agency = Bureau, input = Subject };
        var first = await handler.Post("/api/v1/cases", body, ("Idempotency-Key", "open-1"));
        var again = await handler.Post("/api/v1/cases", body, ("Idempotency-Key", "open-1"));
        again.Should().HaveStatus(201);
        again.Text.Should().Be(first.Text);
        again.Header("Idempotency-Replayed").Should().Be("true");
        again.Header("Location").Should().Be(first.Header("Location"));
        again.Header("ETag").Should().Be(first.Header("ETag"));
        first.Header("Idempotency-Replayed").Should().BeNull();
    }

    [Test]
    public async Task Key_of_another_request_is_refused_and_of_another_caller_is_another_key()
    {
        var body = new { procedure = Application, agency = Bureau, input = Subject };
        await handler.Post("/api/v1/cases", body, ("Idempotency-Key", "open-2"));
        (await handler.Post("/api/v1/cases", body with { input = new { subject = "决算" } }, ("Idempotency-Key", "open-2")))
            .Should().BeProblem(422, "idempotency-key-reused");
        var colleague = await service.Join(Bureau, "handler");
        (await colleague.Post("/api/v1/cases", body, ("Idempotency-Key", "open-2"))).Header("Idempotency-Replayed").Should().BeNull();
    }

    [Test]
    public async Task Key_sent_at_the_same_time_opens_one_case()
    {
        var body = new { procedure = Application, agency = Bureau, input = Subject };
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => handler.Post("/api/v1/cases", body, ("Idempotency-Key", "open-3"))));
        replies.Should().OnlyContain(reply => reply.Status == 201);
        replies.Select(reply => reply.Text).Distinct().Should().ContainSingle();
        replies.Count(reply => reply.Header("Idempotency-Replayed") is null).Should().Be(1);
    }

    [Test]
    public async Task Same_trigger_from_four_callers_takes_effect_once()
    {
        const int Rounds = 1000;
        var opened = await handler.Open(Application, Bureau, Subject);
        for (var round = 0; round < Rounds; round++)
        {
            var version = ("If-Match", $"\"{opened.Version + round}\"");
            var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
                handler.Post($"/api/v1/cases/{opened.Id}/triggers/{(round % 2 == 0 ? "raise" : "lower")}", new { }, version)));
            replies.Select(reply => reply.Status).Order().Should().Equal([200, 412, 412, 412], $"round {round}");
        }

        (await opened.Refresh()).Version.Should().Be(1 + Rounds);
    }

    [Test]
    public async Task Refusals_have_their_statuses()
    {
        var opened = await handler.Open(Application, Bureau, Subject);
        (await opened.Try("reply", new Dictionary<string, object> { ["reply.outcome"] = "refused" })).Should().BeProblem(409, "not-allowed")
            .And.Subject.Body.GetProperty("unmetRules")[0].GetProperty("article").GetString().Should().NotBeEmpty();
        (await opened.Try("no-such-trigger")).Should().BeProblem(404, "not-found");
        (await opened.Try("register", new { nonsense = 1 })).Should().BeProblem(422, "invalid")
            .And.Subject.Body.GetProperty("fields")[0].GetProperty("field").GetString().Should().Be("nonsense");
        (await opened.Try("register", occurredOn: "2026-03-03")).Should().BeProblem(422, "invalid");
        (await handler.Post("/api/v1/cases", new { procedure = "no.such", agency = Bureau })).Should().BeProblem(422, "invalid");
        (await handler.Post("/api/v1/cases", new { procedure = Application, agency = "no.such", input = Subject })).Should().BeProblem(422, "invalid");
        (await handler.Post("/api/v1/cases", new { procedure = Application, agency = TestAgencies.Superior, input = Subject })).Should().BeProblem(409, "not-allowed");
        (await handler.Get($"/api/v1/cases/{Guid.NewGuid()}")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Correction_and_cancellation_need_their_reasons()
    {
        var opened = await (await handler.Open(Application, Bureau, Subject)).Send("register");
        var corrected = await handler.Post(
            $"/api/v1/cases/{opened.Id}/corrections", new { sequence = 1, day = "2026-02-27", note = "收到日期登记有误" }, ("If-Match", $"\"{opened.Version}\""));
        corrected.Should().HaveStatus(200);
        corrected.Body.GetProperty("openedOn").GetString().Should().Be("2026-02-27");
        var listed = (await handler.Get("/api/v1/cases?openedThrough=2026-02-27&limit=200")).Body.GetProperty("cases").EnumerateArray();
        listed.Should().ContainSingle(found => found.GetProperty("id").GetString() == opened.Id);
        (await handler.Post($"/api/v1/cases/{opened.Id}/cancellation", new { note = " " }, ("If-Match", "*"))).Should().BeProblem(422, "invalid");
        var cancelled = await handler.Post($"/api/v1/cases/{opened.Id}/cancellation", new { note = "申请人撤回" }, ("If-Match", "*"));
        cancelled.Body.GetProperty("state").GetProperty("name").GetString().Should().Be("cancelled");
    }
}
