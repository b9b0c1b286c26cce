using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;
using Workflows.Api.Health;
using Workflows.Api.Hosting;

namespace Workflows.Tests.Api;

/// <summary>Live says that the process answers; ready says that it can work.</summary>
public sealed class HealthTests
{
    [Test]
    public async Task Ready_names_what_was_checked()
    {
        await using var service = await TestService.Start();
        var ready = await service.With(null).Get("/health/ready");
        ready.Should().HaveStatus(200);
        ready.Body.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString())
            .Should().Equal("running", "database", "sweep", "calendar");
    }

    [Test]
    public async Task Told_to_stop_it_is_live_and_not_ready()
    {
        await using var service = await TestService.Start();
        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        (await service.With(null).Get("/health/live")).Should().HaveStatus(200);
        (await service.With(null).Get("/health/ready")).Should().BeProblem(503, "not-ready").And.Subject.Text.Should().Contain("正在停止");
    }

    [Test]
    public async Task Calendar_that_ends_too_soon_is_told()
    {
        await using var service = await TestService.Start("2027-12-01T09:00:00+08:00");
        (await service.With(null).Get("/health/ready")).Should().BeProblem(503, "not-ready").And.Subject.Text.Should().Contain("日历");
        await using var content = await TestService.Start("2027-12-01T09:00:00+08:00", settings: ["--Health:CalendarDays", "30"]);
        (await content.With(null).Get("/health/ready")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Database_that_takes_no_writes_is_told()
    {
        await using var service = await TestService.Start();
        service.Services.GetRequiredService<Workflows.Storage.CaseDatabase>().Dispose();
        (await service.With(null).Get("/health/live")).Should().HaveStatus(200);
        (await service.With(null).Get("/health/ready")).Should().BeProblem(503, "not-ready").And.Subject.Text.Should().Contain("不能写入");
    }

    [Test]
    public void Sweep_that_does_not_come_round_grows_old()
    {
        var time = new Limits.TestTime();
        var pulse = new SweepPulse(time);
        time.Pass(TimeSpan.FromMinutes(11));
        pulse.Age.Should().Be(TimeSpan.FromMinutes(11));
        pulse.Beat();
        pulse.Age.Should().Be(TimeSpan.Zero);
    }

    [TestCase("Health:DrainSeconds", "601")]
    [TestCase("Health:SweepMinutes", "-1")]
    [TestCase("Health:CalendarDays", "x")]
    public void Setting_of_another_form_is_refused(string key, string value)
    {
        var build = () => ServiceHost.Build([$"--{key}", value], TestService.SmallSeed);
        build.Should().Throw<StartRefusedException>().WithMessage($"{key} takes *");
    }
}
