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

    [Test]
    public async Task Agency_says_what_it_is_and_who_does_what_for_it()
    {
        (await service.Owner.Put("/api/v1/agencies/test.new", With(["department", "archive"], new { openness = TestAgencies.Superior }))).Should().HaveStatus(201);
        var content = (await service.Owner.Get("/api/v1/agencies/test.new")).Body.GetProperty("content");
        content.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).Should().Equal("department", "archive");
        content.GetProperty("bodies").GetProperty("openness").GetString().Should().Be(TestAgencies.Superior);
    }

    [TestCase("""{"kinds":["departmnet"]}""", "kinds")]
    [TestCase("""{"kinds":["archive","archive"]}""", "kinds")]
    [TestCase("""{"kinds":[null]}""", "kinds")]
    [TestCase("""{"bodies":{"opennes":"test.bureau"}}""", "bodies")]
    [TestCase("""{"bodies":{"openness":"test.nowhere"}}""", "bodies.openness")]
    [TestCase("""{"bodies":{"openness":null}}""", "bodies")]
    [TestCase("""{"offices":{"leader":null}}""", "offices.leader.name")]
    [TestCase("""{"offices":{"The Leader":{"name":"局长","person":null,"phone":null}}}""", "offices")]
    [TestCase("""{"address":"a\nb"}""", "address")]
    [TestCase("""{"successor":"test.bureau","mergedOn":"2026-01-01"}""", "successor")]
    public async Task Agency_that_is_wrong_is_refused_by_field(string wrong, string field)
    {
        var sent = "{\"name\":\"某局\",\"level\":\"county\",\"division\":\"220282\"," + wrong[1..];
        var refused = await service.Owner.Put("/api/v1/agencies/test.new", sent);
        refused.Should().BeProblem(422, "invalid");
        refused.Body.GetProperty("fields").EnumerateArray().Select(one => one.GetProperty("field").GetString()).Should().Equal(field);
        (await service.Owner.Get("/api/v1/agencies/test.new")).Should().HaveStatus(404);
    }

    [Test]
    public async Task Agency_is_told_all_that_is_wrong_with_it()
    {
        var refused = await service.Owner.Put("/api/v1/agencies/test.new", new { name = "", level = "village", division = "x", superior = "test.nowhere" });
        refused.Body.GetProperty("fields").EnumerateArray().Select(one => one.GetProperty("field").GetString())
            .Should().BeEquivalentTo("name", "level", "division", "superior");
    }

    private static object Agency(string? superior) => new { name = "某市新局", level = "county", division = "220282", superior };

    private static object With(string[] kinds, object bodies) => new { name = "某市新局", level = "county", division = "220282", kinds, bodies };
}
