using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Time in a sandbox passes when an owner says so, and everything due is done on its day.</summary>
public sealed class SandboxClockTests
{
    private const string Bureau = TestAgencies.Bureau;

    [Test]
    public async Task Setting_does_what_falls_due_each_on_its_day()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(Bureau, "handler");
        var application = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        await application.Send("register");
        await application.Send("consult", new { parties = new[] { new { name = "甲" } } });
        var consultation = await handler.Read(application.Children[0]);
        await consultation.Send("record-receipt");
        await service.MoveTo("2026-06-01T09:00:00+08:00");

        (await consultation.Refresh()).State.Should().Be("deemed");
        consultation.View.GetProperty("closedOn").GetString().Should().Be("2026-03-23");
        await application.Refresh();
        application.State.Should().Be("review/examination");
        application.Clock("reply").GetProperty("colour").GetString().Should().Be("overdue");
        application.Due("reply").Should().Be("2026-04-14");
        (await handler.Get("/api/v1/cases?overdue=true")).Body.GetProperty("cases").GetArrayLength().Should().Be(1);
        var history = (await handler.Get($"/api/v1/cases/{application.Id}/history")).Body.GetProperty("entries").EnumerateArray().ToList();
        var warned = history.Where(entry => entry.GetProperty("event").GetString() == "warned").ToList();
        warned.Select(entry => entry.GetProperty("details").GetProperty("left").GetInt32()).Should().Equal(5, 1, 0);
        warned.Select(entry => entry.GetProperty("recordedAt").GetString()).Should().OnlyHaveUniqueItems("the clock stopped at each");
        warned.Should().OnlyContain(entry => entry.GetProperty("actor").GetProperty("id").GetString() == "time");
    }

    [Test]
    public async Task Case_that_cannot_be_moved_on_does_not_keep_the_clock_from_stopping_for_the_others()
    {
        var (parent, child) = (HandedOverTests.TakingBack, HandedOverTests.SaysSilent(TestProcedures.Text(TestProcedures.Consultation)));
        var seed = new Seed(
            new[] { parent, child }.Aggregate(ProcedureCatalogue.Empty, (all, text) => all.With(ProcedureVersion.Of(DefinitionReader.Read(text, "test").Definition!, 1))),
            TestService.SmallSeed.Agencies);
        await using var service = await TestService.Start(seed: seed);
        var handler = await service.Join(Bureau, "handler");
        var stuck = await (await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" })).Send("register");
        await stuck.Send("consult", new { parties = new[] { new { name = "甲" } } });
        var consultation = await (await handler.Read(stuck.Children[0])).Send("record-receipt");
        await service.MoveTo("2026-03-20T09:00:00+08:00");
        var other = await (await handler.Open(TestProcedures.Application, Bureau, new { subject = "决算" })).Send("register");

        await service.MoveTo("2026-06-01T09:00:00+08:00");

        (await consultation.Refresh()).State.Should().Be("waiting", "its parent cannot take what time makes of it");
        var history = (await handler.Get($"/api/v1/cases/{other.Id}/history")).Body.GetProperty("entries").EnumerateArray().ToList();
        history.Where(entry => entry.GetProperty("event").GetString() == "warned").Select(entry => entry.GetProperty("recordedAt").GetString())
            .Should().HaveCount(3).And.OnlyHaveUniqueItems("the clock stopped at each");
        var sound = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue(sound.Text);
    }

    [Test]
    public async Task Clock_goes_forward_only_and_is_shown()
    {
        await using var service = await TestService.Start();
        var read = await service.Owner.Get("/api/v1/sandbox/clock");
        read.Body.GetProperty("now").GetString().Should().Be(TestService.MON_2026_03_02);
        read.Header("Sandbox-Clock").Should().Be(TestService.MON_2026_03_02);
        (await service.Owner.Put("/api/v1/sandbox/clock", new { now = "2026-03-02T08:59:59+08:00" })).Should().BeProblem(409, "not-allowed");
        (await service.Owner.Put("/api/v1/sandbox/clock", new { now = "2999-01-01T00:00:00Z" })).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/sandbox/clock", new { now = "9999-12-31T23:59:59Z" })).Should().BeProblem(400, "malformed");
        await service.MoveTo("2026-03-02T02:00:00Z");
        var health = await service.With(null).Get("/health/ready");
        health.Body.GetProperty("sandboxClock").GetString().Should().Be("2026-03-02T10:00:00+08:00");
        (await service.With(null).Get("/nowhere")).Header("Sandbox-Clock").Should().Be("2026-03-02T10:00:00+08:00");
    }

    [Test]
    public async Task Time_beyond_the_calendar_is_no_error()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(Bureau, "handler");
        var application = await (await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" })).Send("register");
        await service.MoveTo("2035-01-01T00:00:00Z");
        (await application.Refresh()).Clock("reply").GetProperty("phase").GetString().Should().Be("overdue");
        var late = await handler.Open(TestProcedures.Application, Bureau, new { subject = "决算" });
        var refused = await late.Try("register");
        refused.Should().BeProblem(422, "invalid");
        refused.Body.GetProperty("detail").GetString().Should().Contain("日历");
        (await handler.Get("/api/v1/worklist")).Should().HaveStatus(200);
    }
}
