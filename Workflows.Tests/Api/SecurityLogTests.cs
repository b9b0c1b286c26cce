using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api.Fuzz;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Refused access is logged: who, what, and nothing that could be a secret or personal.</summary>
public sealed class SecurityLogTests
{
    private TestService service = null!;
    private CapturedLog log = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        log = CapturedLog.Of(service);
    }

    [TearDown]
    public async Task Stop()
    {
        log.Dispose();
        await service.DisposeAsync();
    }

    [Test]
    public async Task Wrong_key_is_logged_without_the_key()
    {
        (await service.With("dw_wrongwrongwrong").Get("/api/v1/cases?text=令狐")).Should().HaveStatus(401);
        log.Lines.Should().ContainSingle(line => line.Contains("Workflows.Security") && line.Contains("Refused listCases to nobody with 401"));
        log.Lines.Should().NotContain(line => line.Contains("wrongwrong") || line.Contains("令狐"));
    }

    [Test]
    public async Task Operation_that_is_not_the_callers_is_logged_with_the_caller()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        (await handler.Post("/api/v1/access-keys", new { name = "令狐" })).Should().HaveStatus(403);
        log.Lines.Should().ContainSingle(line => line.Contains("Refused createAccessKey to key-") && line.Contains("with 403"));
        log.Lines.Should().NotContain(line => line.Contains("令狐"));
    }

    [Test]
    public async Task Case_of_another_agency_is_logged_though_it_is_answered_as_unknown()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        var stranger = await service.Join(TestAgencies.Secrecy, "handler");
        (await stranger.Get($"/api/v1/cases/{opened.Id}")).Should().BeProblem(404, "not-found");
        (await stranger.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { }, ("If-Match", "*"))).Should().BeProblem(404, "not-found");
        log.Lines.Count(line => line.Contains($"Case {opened.Id} was hidden from key-")).Should().Be(2);
        (await stranger.Get("/api/v1/cases/019cab7e-8d20-7c52-9a6e-3f1f7e0c6a11")).Should().HaveStatus(404);
        log.Lines.Count(line => line.Contains("was hidden")).Should().Be(2, "one that does not exist is hidden from nobody");
    }
}
