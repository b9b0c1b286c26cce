using FluentAssertions;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Administration is split in three (三员分立); the first owner stands in for all three until they are there.</summary>
public sealed class AdministratorTests
{
    [Test]
    public async Task Owner_ends_with_the_third_administrator_and_not_before()
    {
        await using var service = await TestService.Start();
        var security = await service.Administrator("security");
        await service.Administrator("system");
        (await service.Owner.Get("/api/v1/access-keys")).Should().HaveStatus(200);
        var audit = await service.Administrator("audit", security);

        var refused = await service.Owner.Get("/api/v1/access-keys");
        refused.Should().BeProblem(401, "unauthenticated");
        refused.Body.GetProperty("detail").GetString().Should().Contain("三员已经齐备");
        var log = (await audit.Get("/api/v1/audit/admin-log?limit=200")).Body.GetProperty("entries").EnumerateArray().ToArray();
        log[^1].GetProperty("action").GetString().Should().Be("owner.ended");
        log[^2].GetProperty("action").GetString().Should().Be("access-key.created");
        (await Sound(audit)).Should().BeTrue();
    }

    [Test]
    public async Task No_one_administers_two_kinds()
    {
        await using var service = await TestService.Start();
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", administration = new[] { "system", "audit" } })).Should().BeProblem(400, "malformed");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", administration = "system, audit" })).Should().BeProblem(400, "malformed");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", administration = 1 })).Should().BeProblem(400, "malformed");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", owner = true })).Should().BeProblem(400, "malformed");
    }

    [TestCase("system")]
    [TestCase("security")]
    [TestCase("audit")]
    public async Task Last_administrator_of_a_kind_stays(string kind)
    {
        await using var service = await TestService.Start();
        var security = await service.Administrator("security");
        await service.Administrator("system", security);
        await service.Administrator("audit", security);
        var last = await Ids(security, kind);
        var refused = await security.Delete($"/api/v1/access-keys/{last.Single()}");
        refused.Should().BeProblem(409, "not-allowed");
        refused.Body.GetProperty("detail").GetString().Should().Contain("最后一个");

        await service.Administrator(kind, security);
        (await security.Delete($"/api/v1/access-keys/{last.Single()}")).Should().HaveStatus(204);
        if (kind != "security")
            (await Ids(security, kind)).Should().ContainSingle().Which.Should().NotBe(last.Single());
    }

    [Test]
    public async Task Administrator_that_cannot_be_replaced_any_more_is_replaced_by_an_owner_at_the_next_start()
    {
        var folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        var time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        try
        {
            await using (var first = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed, time))
            {
                var owner = Client(first, (await first.Start())!);
                foreach (var kind in new[] { "system", "security", "audit" })
                    (await owner.Post("/api/v1/access-keys", new { name = kind, administration = kind })).Should().HaveStatus(201);
            }

            time.AdvanceDays(100);
            await using (var second = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed, time))
                (await second.Start()).Should().BeNull();
            time.AdvanceDays(300);
            await using var third = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed, time);
            (await Client(third, (await third.Start())!).Get("/api/v1/access-keys")).Should().HaveStatus(200);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Audit_administrator_reads_every_case_and_changes_none()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        var audit = await service.Administrator("audit");
        var seen = await audit.Read(opened.Id);
        seen.Allowed.Should().BeEmpty();
        (await seen.Try("register")).Should().BeProblem(409, "not-allowed");
        (await audit.Get($"/api/v1/cases/{opened.Id}?personal=clear")).Should().BeProblem(403, "forbidden");
        foreach (var kind in new[] { "system", "security" })
            (await (await service.Administrator(kind)).Get($"/api/v1/cases/{opened.Id}")).Status.Should().BeOneOf(401, 404);
    }

    private static async Task<string[]> Ids(TestClient security, string kind) =>
    [
        .. (await security.Get("/api/v1/access-keys")).Body.GetProperty("keys").EnumerateArray()
            .Where(key => key.GetProperty("administration").GetString() == kind && key.GetProperty("revokedAt").GetString() is null)
            .Select(key => key.GetProperty("id").GetString()!),
    ];

    private static async Task<bool> Sound(TestClient audit) =>
        (await audit.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null)).Body.GetProperty("sound").GetBoolean();

    private static TestClient Client(ServiceHost host, string key)
    {
        var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        return new TestClient(http);
    }
}
