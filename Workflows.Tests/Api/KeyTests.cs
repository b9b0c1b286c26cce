using FluentAssertions;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Keys end, change without an outage, and are limited.</summary>
public sealed class KeyTests
{
    private const string Bureau = TestAgencies.Bureau;
    private static readonly Dictionary<string, string[]> Handler = new() { [Bureau] = ["handler"] };
    private FakeClock time = null!;
    private TestService service = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time);
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Key_is_good_until_it_expires()
    {
        var made = await Make(new { name = "接口", roles = Handler, expiresAt = "2026-03-03T01:00:00Z" });
        var client = service.With(made.Secret);
        time.Advance(Duration.FromHours(24) - Duration.FromSeconds(1));
        (await client.Get("/api/v1/worklist")).Should().HaveStatus(200);
        time.AdvanceSeconds(1);
        (await client.Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
    }

    [Test]
    public async Task Key_expires_after_a_year_unless_asked_otherwise_and_never_later_than_allowed()
    {
        var made = await service.Owner.Post("/api/v1/access-keys", new { name = "接口" });
        made.Body.GetProperty("key").GetProperty("expiresAt").GetString().Should().StartWith("2027-03-02");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "接口", expiresAt = "2036-03-02T01:00:00Z" })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "接口", expiresAt = "2026-03-02T01:00:00Z" })).Should().BeProblem(422, "invalid");
    }

    [Test]
    public async Task Rotation_leaves_both_secrets_good_for_the_overlap()
    {
        var made = await Make(new { name = "接口", roles = Handler });
        var rotated = await service.Owner.Post($"/api/v1/access-keys/{made.Id}/rotation", new { overlapHours = 2 });
        rotated.Should().HaveStatus(200);
        var (old, next) = (service.With(made.Secret), service.With(rotated.Body.GetProperty("secret").GetString()));
        foreach (var client in new[] { old, next })
            (await client.Get("/api/v1/worklist")).Should().HaveStatus(200);
        (await service.Owner.Post($"/api/v1/access-keys/{made.Id}/rotation", new { })).Should().BeProblem(409, "not-allowed");
        time.AdvanceHours(2);
        (await old.Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
        (await next.Get("/api/v1/worklist")).Should().HaveStatus(200);
        (await service.Owner.Post($"/api/v1/access-keys/{made.Id}/rotation", new { })).Should().HaveStatus(200);
        (await service.Owner.Delete($"/api/v1/access-keys/{made.Id}")).Should().HaveStatus(204);
        (await next.Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
        (await service.Owner.Post($"/api/v1/access-keys/{made.Id}/rotation", new { })).Should().BeProblem(404, "not-found");
        var sound = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification", null);
        sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue();
    }

    [Test]
    public async Task Case_of_a_procedure_outside_the_limits_does_not_exist()
    {
        var handler = await service.Join(Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var limited = service.With((await Make(new { name = "接口", roles = Handler, procedures = new[] { "test.consultation" } })).Secret);
        foreach (var path in new[] { "", "/history", "/clocks", "/documents" })
            (await limited.Get($"/api/v1/cases/{opened.Id}{path}")).Should().BeProblem(404, "not-found");
        (await limited.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { }, ("If-Match", "*"))).Should().BeProblem(404, "not-found");
        foreach (var list in new[] { "cases", "worklist" })
            (await limited.Get($"/api/v1/{list}")).Text.Should().NotContain(opened.Id);
        (await limited.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = Bureau, input = new { subject = "预算" } }))
            .Should().BeProblem(403, "forbidden");
    }

    [TestCase("read", 200, 403, 403, 403)]
    [TestCase("open", 403, 201, 403, 403)]
    [TestCase("command", 403, 403, 200, 428)]
    [TestCase("command:register", 403, 403, 200, 403)]
    [TestCase("command:reg*", 403, 403, 200, 403)]
    [TestCase("command:c*", 403, 403, 403, 428)]
    public async Task Key_does_only_what_it_is_limited_to(string action, int read, int open, int register, int cancel)
    {
        var handler = await service.Join(Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var limited = service.With((await Make(new { name = "接口", roles = Handler, actions = new[] { action } })).Secret);
        (await limited.Get($"/api/v1/cases/{opened.Id}")).Should().HaveStatus(read);
        (await limited.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = Bureau, input = new { subject = "预算" } })).Should().HaveStatus(open);
        (await limited.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { }, ("If-Match", "*"))).Should().HaveStatus(register);
        (await limited.Post($"/api/v1/cases/{opened.Id}/cancellation", new { note = "误立" })).Should().HaveStatus(cancel);
    }

    [Test]
    public async Task Limits_that_name_nothing_are_refused()
    {
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", procedures = new[] { "no.such" } })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", procedures = Array.Empty<string>() })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", actions = new[] { "write" } })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", actions = new string?[] { null } })).Should().HaveStatus(422);
    }

    private async Task<(string Id, string Secret)> Make(object key)
    {
        var made = await service.Owner.Post("/api/v1/access-keys", key);
        made.Should().HaveStatus(201);
        return (made.Body.GetProperty("key").GetProperty("id").GetString()!, made.Body.GetProperty("secret").GetString()!);
    }
}
