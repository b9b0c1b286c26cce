using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>An administrative change that is sent again with its key gives the first reply, with its secret, and is not made again.</summary>
public sealed class OnceTests
{
    private const string Bureau = TestAgencies.Bureau;
    private static readonly (string, string) Key = ("Idempotency-Key", "k-1");
    private FakeClock time = null!;
    private TestService service = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time, settings: ["--Retention:Years", "3"]);
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Access_key_is_made_once()
    {
        var first = await Twice(() => Create("接口", Key), "access-key.created");
        first.Should().HaveStatus(201);
        (await service.With(first.Body.GetProperty("secret").GetString()).Get("/api/v1/worklist")).Should().HaveStatus(200);
        (await service.Owner.Get("/api/v1/access-keys")).Text.Split("\"接口\"").Should().HaveCount(2);
    }

    [Test]
    public async Task Access_key_is_rotated_once()
    {
        var id = (await Create("接口")).Body.GetProperty("key").GetProperty("id").GetString();
        var first = await Twice(() => service.Owner.Post($"/api/v1/access-keys/{id}/rotation", new { }, Key), "access-key.rotated");
        (await service.With(first.Body.GetProperty("secret").GetString()).Get("/api/v1/worklist")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Account_is_made_once_and_its_password_reset_once()
    {
        var made = await Twice(() => service.Owner.Post("/api/v1/accounts", new { login = "wang", name = "王" }, Key), "account.created");
        var id = made.Body.GetProperty("account").GetProperty("id").GetString();
        await service.SignIn("wang", made.Body.GetProperty("password").GetString()!);

        var reset = await Twice(() => service.Owner.Send(HttpMethod.Post, $"/api/v1/accounts/{id}/password-reset", null, ("Idempotency-Key", "k-2")), "account.password-reset");
        var session = await service.SignIn("wang", reset.Body.GetProperty("password").GetString()!);
        (await service.Owner.Send(HttpMethod.Post, $"/api/v1/accounts/{id}/password-reset", null, ("Idempotency-Key", "k-2"))).Should().HaveStatus(200);
        // A repeat ends no session that has begun since.
        (await session.Get("/api/v1/account")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Draft_is_published_once()
    {
        var text = TestProcedures.Text(TestProcedures.Consultation) + "\n# 2\n";
        var tag = (await service.Owner.SaveDraft(TestProcedures.Consultation, text)).Header("ETag")!;
        var first = await Twice(() => Publish(tag), "definition.published");
        first.Should().HaveStatus(201);
        first.Header("Location").Should().Be($"/api/v1/procedures/{TestProcedures.Consultation}/versions/2");

        var next = (await service.Owner.SaveDraft(TestProcedures.Consultation, text + "# 3\n")).Header("ETag")!;
        (await Publish(next)).Should().BeProblem(422, "idempotency-key-reused");
        (await service.Owner.Get($"/api/v1/procedures/{TestProcedures.Consultation}/versions/3")).Should().HaveStatus(404);

        Task<Reply> Publish(string ifMatch) =>
            service.Owner.Send(HttpMethod.Post, $"/api/v1/procedures/{TestProcedures.Consultation}/draft/publish", null, ("If-Match", ifMatch), Key);
    }

    [Test]
    public async Task Agencies_are_imported_once_and_merged_once()
    {
        var first = await Twice(() => Import("", "第一局"), "agency.put");
        first.Body.GetProperty("added").GetInt32().Should().Be(1);
        (await Import("", "第二局")).Should().BeProblem(422, "idempotency-key-reused");
        (await Import("?check=true", "第一局")).Should().BeProblem(422, "idempotency-key-reused");

        var handler = await service.Join(Bureau, "handler");
        await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var merged = await Twice(
            () => service.Owner.Post($"/api/v1/agencies/{Bureau}/merger", new { successor = "test.one", on = "2026-03-02", reason = "机构改革" }, ("Idempotency-Key", "k-2")),
            "agency.merged");
        merged.Body.GetProperty("cases").GetInt32().Should().Be(1, "as the first time");

        Task<Reply> Import(string query, string name) => service.Owner.Raw(
            HttpMethod.Post, $"/api/v1/agencies/import{query}", Encoding.UTF8.GetBytes($"id,name,level,division\ntest.one,{name},county,220282\n"), "text/csv", key: Key.Item2);
    }

    [Test]
    public async Task What_is_only_checked_is_not_kept()
    {
        var table = "id,name,level,division\ntest.one,第一局,county,220282\n"u8.ToArray();
        (await service.Owner.Raw(HttpMethod.Post, "/api/v1/agencies/import?check=true", table, "text/csv", key: "k-1")).Should().HaveStatus(200);
        var imported = await service.Owner.Raw(HttpMethod.Post, "/api/v1/agencies/import", table, "text/csv", key: "k-1");
        imported.Should().HaveStatus(200);
        imported.Header("Idempotency-Replayed").Should().BeNull();
        (await service.Owner.Get("/api/v1/agencies/test.one")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Cases_are_erased_once()
    {
        var handler = await service.Join(Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        (await handler.Post($"/api/v1/cases/{opened.Id}/cancellation", new { note = "误开" }, ("If-Match", "*"))).Should().HaveStatus(200);
        await service.MoveTo("2029-03-03T09:00:00+08:00");

        var first = await Twice(() => service.Owner.Post("/api/v1/retention/erasures", new { reason = "期满", @case = opened.Id }, Key), "case-key.destroyed");
        first.Body.GetProperty("erased")[0].GetString().Should().Be(opened.Id);
    }

    [Test]
    public async Task Master_key_is_changed_once_and_what_was_kept_is_given_again_afterwards()
    {
        var made = await Create("接口", Key);
        var first = await Twice(() => service.Owner.Send(HttpMethod.Post, "/api/v1/master-key/rotation", null, ("Idempotency-Key", "k-2")), "master-key.rotation-began");
        first.Should().HaveStatus(202);
        first.Body.GetProperty("nextCheck").GetString().Should().NotBeNullOrEmpty();
        while ((await service.Owner.Get("/api/v1/master-key")).Body.GetProperty("check").GetString() != first.Body.GetProperty("nextCheck").GetString())
        {
        }

        Repeats(made, await Create("接口", Key));
        Repeats(first, await service.Owner.Send(HttpMethod.Post, "/api/v1/master-key/rotation", null, ("Idempotency-Key", "k-2")));
        Sound();
    }

    [Test]
    public async Task Webhook_is_made_once_and_its_secret_changed_once()
    {
        var made = await Twice(() => service.Owner.Post("/api/v1/webhooks", new { name = "某系统", url = "https://receiver.invalid/" }, Key), "webhook.created");
        made.Body.GetProperty("secret").GetString().Should().StartWith("whsec_");
        var id = made.Body.GetProperty("webhook").GetProperty("id").GetString();
        var changed = await Twice(() => service.Owner.Post($"/api/v1/webhooks/{id}/rotation", new { }, ("Idempotency-Key", "k-2")), "webhook.secret-changed");
        changed.Body.GetProperty("secret").GetString().Should().NotBe(made.Body.GetProperty("secret").GetString());
    }

    [Test]
    public async Task Calendar_and_link_are_made_once()
    {
        var handler = await service.Join(Bureau, "handler");
        var feed = await Twice(() => handler.Post("/api/v1/deadline-feeds", new { agency = Bureau, role = "handler" }, Key), "deadline-feed.created");
        (await service.With(null).Get($"/api/v1{feed.Body.GetProperty("address").GetString()!.Split("/api/v1")[^1]}")).Should().HaveStatus(200);
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var link = await Twice(() => handler.Post($"/api/v1/cases/{opened.Id}/links", new { kind = "see-state", documents = new[] { "receipt" } }, ("Idempotency-Key", "k-2")), "case-link.created");
        (await service.With(link.Body.GetProperty("token").GetString()).Get("/api/v1/link")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Key_is_bound_to_its_request_and_to_its_caller()
    {
        var first = await Create("接口", Key);
        (await Create("另一接口", Key)).Should().BeProblem(422, "idempotency-key-reused");
        (await service.Owner.Post("/api/v1/accounts", new { login = "wang", name = "王" }, Key)).Should().BeProblem(422, "idempotency-key-reused");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "接口" }, ("Idempotency-Key", "with blanks"))).Should().BeProblem(400, "malformed");

        var other = await service.Administrator("security");
        var others = await other.Post("/api/v1/access-keys", new { name = "接口" }, Key);
        others.Should().HaveStatus(201);
        others.Header("Idempotency-Replayed").Should().BeNull();
        others.Text.Should().NotBe(first.Text);
    }

    [Test]
    public async Task Commands_and_changes_share_their_keys()
    {
        var made = await service.Owner.Post("/api/v1/access-keys", new { name = "兼任", administration = "security", roles = new Dictionary<string, string[]> { [Bureau] = ["handler"] } });
        made.Should().HaveStatus(201);
        var both = service.With(made.Body.GetProperty("secret").GetString());
        var open = new { procedure = TestProcedures.Application, agency = Bureau, input = new { subject = "预算" } };
        (await both.Post("/api/v1/cases", open, ("Idempotency-Key", "case"))).Should().HaveStatus(201);
        (await both.Post("/api/v1/access-keys", new { name = "接口" }, ("Idempotency-Key", "case"))).Should().BeProblem(422, "idempotency-key-reused");
        (await both.Post("/api/v1/access-keys", new { name = "接口" }, ("Idempotency-Key", "change"))).Should().HaveStatus(201);
        (await both.Post("/api/v1/cases", open, ("Idempotency-Key", "change"))).Should().BeProblem(422, "idempotency-key-reused");
        Sound();
    }

    [Test]
    public async Task Refusal_is_not_kept()
    {
        (await Create("", Key)).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/accounts", new { login = "wang", name = "王" })).Should().HaveStatus(201);
        (await service.Owner.Post("/api/v1/accounts", new { login = "wang", name = "王" }, Key)).Should().BeProblem(409, "not-allowed");
        var made = await Create("接口", Key);
        made.Should().HaveStatus(201);
        made.Header("Idempotency-Replayed").Should().BeNull();
    }

    [Test]
    public async Task Several_at_once_make_one()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Create("接口", Key))));
        replies.Should().AllSatisfy(reply => reply.Should().HaveStatus(201));
        replies.Select(reply => reply.Text).Distinct().Should().ContainSingle();
        replies.Count(reply => reply.Header("Idempotency-Replayed") is null).Should().Be(1);
        Entries("access-key.created").Should().Be(2, "the owner's is the other");
    }

    [Test]
    public async Task Reply_is_kept_for_two_days()
    {
        var first = await Create("接口", Key);
        time.Advance(Duration.FromHours(48));
        await Forget();
        Repeats(first, await Create("接口", Key));
        time.AdvanceSeconds(1);
        await Forget();
        var next = await Create("接口", Key);
        next.Should().HaveStatus(201);
        next.Text.Should().NotBe(first.Text);

        Task<int> Forget() => Database.Journal.ForgetReplies(time.GetCurrentInstant());
    }

    private CaseDatabase Database => service.Services.GetRequiredService<CaseDatabase>();

    private Task<Reply> Create(string name, params (string, string)[] headers) => service.Owner.Post("/api/v1/access-keys", new { name }, headers);

    /// <summary>Sends it twice: the second gives the reply to the first, and there is one entry more in the administrative log.</summary>
    private async Task<Reply> Twice(Func<Task<Reply>> send, string action)
    {
        var before = Entries(action);
        var first = await send();
        first.Status.Should().BeInRange(200, 299, first.Text);
        first.Header("Idempotency-Replayed").Should().BeNull();
        var entries = Ordered();
        Repeats(first, await send());
        Ordered().Should().Be(entries);
        Entries(action).Should().Be(before + 1);
        Sound();
        return first;
    }

    private static void Repeats(Reply first, Reply again)
    {
        again.Should().HaveStatus(first.Status);
        again.Header("Idempotency-Replayed").Should().Be("true");
        again.Text.Should().Be(first.Text);
        again.Header("Location").Should().Be(first.Header("Location"));
    }

    private int Entries(string action) => Database.AdminLog.Read(0, 1000).Count(entry => entry.Action == action);

    /// <summary>Entries but those that the service makes by itself, at any moment.</summary>
    private int Ordered() => Database.AdminLog.Read(0, 1000).Count(entry => entry.Action != "master-key.rotated");

    private void Sound() => Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
}
