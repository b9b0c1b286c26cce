using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Api.Operations;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Limits;

/// <summary>Who asks too much is told to wait, alone, whatever he asks for; every reply says what is left.</summary>
public sealed class RateLimitTests
{
    private const string Hour = "3600";
    private static readonly string[] Few =
        ["--RateLimit:Caller:Requests", "20", "--RateLimit:Caller:Seconds", Hour, "--RateLimit:Anonymous:Requests", "20", "--RateLimit:Anonymous:Seconds", Hour,
            "--RateLimit:FailedAuthentication:Requests", "5", "--RateLimit:FailedAuthentication:Seconds", Hour];

    [Test]
    public async Task Caller_beyond_the_quota_is_429_and_others_are_not()
    {
        await using var service = await TestService.Start(settings: Few);
        var (busy, other) = (await service.Join(TestAgencies.Bureau, "handler"), await service.Join(TestAgencies.Bureau, "handler"));
        for (var left = 19; left >= 0; left--)
            (await busy.Get("/api/v1/cases")).Should().HaveStatus(200).And.Subject.Header("RateLimit").Should().StartWith($"\"caller\";r={left};t=");

        var refused = await busy.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = TestAgencies.Bureau, input = new { subject = "预算" } });
        refused.Should().BeProblem(429, "too-many-requests");
        refused.Header("RateLimit-Policy").Should().Be("\"caller\";q=20;w=3600");
        var wait = int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture);
        wait.Should().BeInRange(1, 180, "one comes back in a twentieth of the hour");
        refused.Header("RateLimit").Should().Be($"\"caller\";r=0;t={wait}");

        var list = await other.Get("/api/v1/cases");
        list.Should().HaveStatus(200);
        list.Body.GetProperty("cases").GetArrayLength().Should().Be(0, "what was refused opened nothing");
    }

    [TestCase("/api/v1/access-keys", 403)]
    [TestCase("/api/v1/nowhere", 404)]
    [TestCase("/api/v1/cases/x", 404)]
    public async Task Refusals_count_too(string path, int status)
    {
        await using var service = await TestService.Start(settings: Few);
        var caller = await service.Join(TestAgencies.Bureau, "handler");
        for (var turn = 0; turn < 20; turn++)
            (await caller.Get(path)).Should().HaveStatus(status);
        (await caller.Get(path)).Should().BeProblem(429, "too-many-requests");
    }

    [TestCase("/health/live")]
    [TestCase("/openapi.yaml")]
    public async Task Who_needs_no_key_is_counted_by_address(string path)
    {
        await using var service = await TestService.Start(settings: Few);
        for (var turn = 0; turn < 20; turn++)
            (await service.With(null).Get(path)).Should().HaveStatus(200);
        (await service.With(null).Get(path)).Should().BeProblem(429, "too-many-requests");
        (await service.Owner.Get("/api/v1/cases")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Failed_authentication_is_counted_by_address_and_stops_no_good_key()
    {
        await using var service = await TestService.Start(settings: Few);
        for (var turn = 0; turn < 5; turn++)
        {
            var refused = await service.With($"dw_{turn}").Get("/api/v1/cases");
            refused.Should().BeProblem(401, "unauthenticated");
            refused.Header("RateLimit").Should().StartWith($"\"failed-authentication\";r={4 - turn};t=");
        }

        (await service.With("dw_another").Get("/api/v1/cases")).Should().BeProblem(429, "too-many-requests");
        (await service.With(null).Get("/api/v1/cases")).Should().BeProblem(429, "too-many-requests");
        (await service.Owner.Get("/api/v1/cases")).Should().HaveStatus(200);
        (await service.With(null).Get("/health/live")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Every_operation_says_what_is_left_and_what_a_browser_may_do()
    {
        await using var service = await TestService.Start();
        foreach (var operation in Operation.All(service))
        {
            foreach (var client in new[] { service.Owner, service.With(null) })
            {
                var reply = await client.Send(operation.Method, operation.Path("x"), null);
                reply.Header("RateLimit").Should().MatchRegex("^\"[a-z-]+\";r=[0-9]+;t=[0-9]+$", "{0} answered {1}", operation, reply.Status);
                reply.Header("RateLimit-Policy").Should().MatchRegex("^\"[a-z-]+\";q=[0-9]+;w=[0-9]+$", "{0} answered {1}", operation, reply.Status);
                reply.Header("X-Content-Type-Options").Should().Be("nosniff", "{0}", operation);
                reply.Header("Content-Security-Policy").Should().Contain("frame-ancestors 'none'", "{0}", operation);
                reply.Header("Referrer-Policy").Should().Be("no-referrer", "{0}", operation);
                reply.Header("Cache-Control").Should().Contain("no-store", "{0}", operation);
                reply.Header("Strict-Transport-Security").Should().BeNull("without TLS");
            }
        }
    }

    [Test]
    public async Task No_limit_where_none_is_set()
    {
        await using var service = await TestService.Start(settings: ["--RateLimit:Caller:Requests", "0"]);
        (await service.Owner.Get("/api/v1/cases")).Header("RateLimit").Should().BeNull();
    }

    [TestCase("RateLimit:Caller:Requests", "many")]
    [TestCase("RateLimit:Anonymous:Seconds", "0")]
    [TestCase("RateLimit:FailedAuthentication:Requests", "-1")]
    [TestCase("Server:Connections", "0")]
    [TestCase("ReverseProxy:Known", "10.0.0.1, proxy.example")]
    public void Setting_of_another_form_is_refused(string key, string value)
    {
        var build = () => ServiceHost.Build([$"--{key}", value], TestService.SmallSeed);
        build.Should().Throw<StartRefusedException>().WithMessage($"{key} takes *");
    }
}
