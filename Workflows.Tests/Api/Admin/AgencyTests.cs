using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Agencies: escalations must lead somewhere and come to an end.</summary>
public sealed class AgencyTests
{
    private TestService service = null!;

    [SetUp]
    public async Task Start() => service = await TestService.Start();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Agency_is_added_and_handles_cases_at_once()
    {
        var added = await service.Owner.Put("/api/v1/agencies/test.new", Agency(TestAgencies.Superior));
        added.Should().HaveStatus(201);
        (await service.Owner.Put("/api/v1/agencies/test.new", Agency(TestAgencies.Bureau))).Should().HaveStatus(200);
        var handler = await service.Join("test.new", "handler");
        (await handler.Get("/api/v1/agencies/test.new")).Body.GetProperty("content").GetProperty("superior").GetString().Should().Be(TestAgencies.Bureau);
        await handler.Open(TestProcedures.Application, "test.new", new { subject = "预算" });
    }

    [Test]
    public async Task Agency_that_leads_nowhere_or_in_circles_is_refused()
    {
        (await service.Owner.Put("/api/v1/agencies/test.new", Agency("test.unknown"))).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/agencies/test.new", Agency("test.new"))).Should().BeProblem(422, "invalid");
        (await service.Owner.Put($"/api/v1/agencies/{TestAgencies.Superior}", Agency(TestAgencies.Bureau))).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/agencies/Test%20New", Agency(null))).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/agencies/test.new", new { name = "某局", level = "village", division = "22" })).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/agencies/test.new", new { name = "某局" })).Should().BeProblem(400, "malformed");
    }

    private static object Agency(string? superior) => new { name = "某市新局", level = "county", division = "220282", superior };
}
