using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Everyone with a key may read what cases are decided by; only owners may change it.</summary>
public sealed class AdminAccessTests
{
    private TestService service = null!;
    private TestClient handler = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(TestAgencies.Bureau, "handler");
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase("procedures")]
    [TestCase("procedures/test.application")]
    [TestCase("procedures/test.application/versions/1")]
    [TestCase("calendars")]
    [TestCase("calendars/CN")]
    [TestCase("templates")]
    [TestCase("agencies")]
    public async Task Reading_needs_a_key(string path)
    {
        (await handler.Get($"/api/v1/{path}")).Should().HaveStatus(200);
        (await service.With(null).Get($"/api/v1/{path}")).Should().BeProblem(401, "unauthenticated");
    }

    [TestCase("PUT", "procedures/test.application/draft")]
    [TestCase("GET", "procedures/test.application/draft")]
    [TestCase("DELETE", "procedures/test.application/draft")]
    [TestCase("POST", "procedures/test.application/draft/check")]
    [TestCase("POST", "procedures/test.application/draft/publish")]
    [TestCase("PUT", "calendars/CN/notices/2027")]
    [TestCase("PUT", "templates/test.receipt")]
    [TestCase("POST", "templates/test.receipt/preview")]
    [TestCase("PUT", "agencies/test.bureau")]
    [TestCase("GET", "audit/cases")]
    [TestCase("GET", "audit/cases/00000000-0000-0000-0000-000000000000/history")]
    [TestCase("POST", "audit/verification")]
    [TestCase("GET", "audit/verification/anchor")]
    [TestCase("GET", "audit/admin-log")]
    public async Task Administration_and_audit_are_refused_to_others(string method, string path) =>
        (await handler.Send(new HttpMethod(method), $"/api/v1/{path}", method == "GET" ? null : "{}")).Should().BeProblem(403, "forbidden");

    [TestCase("procedures/%00")]
    [TestCase("procedures/..%2F..")]
    [TestCase("procedures/test.application/versions/99999999999")]
    [TestCase("procedures/compare?left=@&right=@@")]
    [TestCase("calendars/CN%0A")]
    [TestCase("templates/%F0%9F%98%80/versions/-1")]
    [TestCase("agencies/%ff")]
    [TestCase("audit/cases?cursor=AAAA")]
    [TestCase("audit/cases/x/history")]
    public async Task Address_that_names_nothing_is_a_problem_of_the_request(string path) =>
        (await service.Owner.Get($"/api/v1/{path}")).Status.Should().BeInRange(400, 499);
}
