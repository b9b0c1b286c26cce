using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Webhooks;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Webhooks;

/// <summary>Events reach those who subscribed: signed, in the order of each case, and none is lost.</summary>
public sealed class WebhookTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string Secret = "绝密姓名张三丰";
    private FakeClock time = null!;
    private TestService service = null!;
    private TestClient handler = null!;
    private Subscriber subscriber = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time, settings: ["--Webhooks:AllowPrivate", "true", "--Webhooks:AllowHttp", "true"]);
        handler = await service.Join(Bureau, "handler");
        subscriber = await Subscriber.Start();
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        await subscriber.DisposeAsync();
    }

    [Test]
    public async Task An_event_is_sent_signed_and_as_the_feed_has_it()
    {
        var made = await Subscribe();
        var opened = await Opened();
        await subscriber.Until(() => subscriber.Taken.Count == opened.Version);

        var received = subscriber.Taken.First();
        received.MediaType.Should().Be("application/cloudevents+json");
        received.IsSignedWith(made.GetProperty("secret").GetString()!).Should().BeTrue();
        received.Timestamp.Should().Be(time.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        received.Id.Should().Be(received.Event.GetProperty("id").GetString());
        var fed = (await handler.Get("/api/v1/events?limit=1")).Body.GetProperty("events")[0];
        JsonElement.DeepEquals(received.Event, fed).Should().BeTrue();
        subscriber.Taken.Should().OnlyContain(one => one.Case == opened.Id);
    }

    [Test]
    public async Task Nothing_personal_is_sent()
    {
        await Subscribe();
        var opened = await handler.Open(TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = Secret, ["applicant.name"] = Secret }, note: Secret);
        await opened.Send("register");
        await opened.Send("consult", new { parties = new[] { new { name = Secret } } });
        await Arrived(opened);
        subscriber.Taken.Should().NotContain(one => one.Text.Contains(Secret));
    }

    [Test]
    public async Task Only_what_was_subscribed_to_is_sent()
    {
        await Subscribe(agencies: [TestAgencies.Superior], types: ["cn.disclosure.case.opened.v1"]);
        await Opened();
        var other = await (await service.Join(TestAgencies.Superior, "handler")).Open(TestProcedures.Application, TestAgencies.Superior, new { subject = "乙" });
        await subscriber.Until(() => !subscriber.Taken.IsEmpty);
        await other.Send("register");
        subscriber.Taken.Should().ContainSingle().Which.Case.Should().Be(other.Id);
    }

    [Test]
    public async Task A_failing_event_holds_back_its_case_and_no_other()
    {
        var id = await SubscribeId();
        var failing = true;
        var stuck = await Opened();
        await Arrived(stuck);
        subscriber.Answers = received => failing && received.Case == stuck.Id ? 500 : 204;
        await stuck.Send("register");
        var other = await (await Opened()).Send("register");
        await subscriber.Until(() => Versions(other.Id).Length == other.Version);
        Versions(stuck.Id).Should().HaveCount(1, "what follows waits behind the event that fails");
        (await Delivery(id)).GetProperty("lastFailure").GetString().Should().Be("http-500");

        failing = false;
        await subscriber.Until(() => Versions(stuck.Id).Length == stuck.Version, LetTimePass(Duration.FromMinutes(1)));
        Versions(stuck.Id).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_subscriber_that_was_down_for_an_hour_gets_every_event_once_per_id_in_the_order_of_its_case()
    {
        await Subscribe();
        subscriber.Answers = _ => 503;
        var cases = new List<KnownCase>();
        for (var minute = 0; minute < 60; minute++)
        {
            if (minute % 6 == 0)
                cases.Add(await Opened());
            if (minute % 6 == 3)
                await cases[^1].Send("register");
            LetTimePass(Duration.FromMinutes(1))();
        }

        await subscriber.Until(() => subscriber.Attempts.Count > 5);
        subscriber.Taken.Should().BeEmpty();
        subscriber.Answers = _ => 204;
        var all = cases.Sum(one => one.Version);
        await subscriber.Until(() => subscriber.Taken.DistinctBy(one => one.Id).Count() == all, LetTimePass(Duration.FromMinutes(6)));
        foreach (var one in cases)
            subscriber.Taken.Where(received => received.Case == one.Id).DistinctBy(received => received.Id).Select(received => received.Version).Should().Equal(Enumerable.Range(1, one.Version));
    }

    [Test]
    public async Task What_is_given_up_is_a_dead_letter_and_can_be_sent_again()
    {
        var id = await SubscribeId();
        var opened = await Opened();
        await Arrived(opened);
        var bad = 2;
        subscriber.Answers = received => received.Version == bad ? 500 : 204;
        await opened.Send("register");
        await subscriber.Until(() => Versions(opened.Id).Contains(opened.Version), LetTimePass(Duration.FromDays(2)));

        var dead = (await service.Owner.Get($"/api/v1/webhooks/{id}/dead-letters")).Body.GetProperty("deadLetters")[0];
        dead.GetProperty("reason").GetString().Should().Be("http-500");
        dead.GetProperty("failures").GetInt32().Should().Be(13, "it was tried for days");
        Versions(opened.Id).Should().NotContain(bad).And.BeInAscendingOrder();

        bad = -1;
        var again = await service.Owner.Post($"/api/v1/webhooks/{id}/dead-letters/replay", new { });
        again.Should().HaveStatus(200);
        again.Body.GetProperty("count").GetInt32().Should().Be(1);
        await subscriber.Until(() => Versions(opened.Id).Contains(2));
        subscriber.Attempts.Where(one => one.Case == opened.Id && one.Version == 2).Select(one => one.Id).Distinct().Should().ContainSingle("an event has one id");
        await subscriber.Until(() => Delivery(id).GetAwaiter().GetResult().GetProperty("deadLetters").GetInt32() == 0);
    }

    [Test]
    public async Task What_happens_while_it_is_paused_is_sent_afterwards()
    {
        var id = await SubscribeId();
        (await service.Owner.Post($"/api/v1/webhooks/{id}/pausing", new { })).Body.GetProperty("paused").GetBoolean().Should().BeTrue();
        var opened = await Opened();
        var watching = await SubscribeId(after: 0);
        await Arrived(opened);
        subscriber.Taken.Clear();
        (await service.Owner.Post($"/api/v1/webhooks/{id}/resumption", new { })).Should().HaveStatus(200);
        await Arrived(opened);
        (await service.Owner.Delete($"/api/v1/webhooks/{watching}")).Should().HaveStatus(204);
        (await service.Owner.Get($"/api/v1/webhooks/{watching}")).Should().HaveStatus(404);
    }

    [Test]
    public async Task A_changed_secret_signs_beside_the_one_before_for_a_while()
    {
        var made = await Subscribe();
        var (id, first) = (made.GetProperty("webhook").GetProperty("id").GetString()!, made.GetProperty("secret").GetString()!);
        var rotated = await service.Owner.Post($"/api/v1/webhooks/{id}/rotation", new { overlapHours = 2 });
        var second = rotated.Body.GetProperty("secret").GetString()!;
        (await service.Owner.Post($"/api/v1/webhooks/{id}/rotation", new { })).Should().HaveStatus(409);
        await Arrived(await Opened());
        subscriber.Taken.Should().OnlyContain(one => one.IsSignedWith(first) && one.IsSignedWith(second));

        subscriber.Taken.Clear();
        time.Advance(Duration.FromHours(3));
        await Arrived(await Opened());
        subscriber.Taken.Should().OnlyContain(one => !one.IsSignedWith(first) && one.IsSignedWith(second));

        var ed25519 = await service.Owner.Post($"/api/v1/webhooks/{id}/rotation", new { overlapHours = 0, algorithm = "ed25519" });
        ed25519.Body.GetProperty("secret").ValueKind.Should().Be(JsonValueKind.Null, "the private key stays here");
        ed25519.Body.GetProperty("webhook").GetProperty("publicKey").GetString().Should().StartWith("whpk_");
        subscriber.Taken.Clear();
        await Arrived(await Opened());
        subscriber.Taken.Should().OnlyContain(one => one.Signature.StartsWith("v1a,") && !one.Signature.Contains(' '));
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        var id = await SubscribeId();
        subscriber.Answers = _ => 307;
        var tested = await service.Owner.Post($"/api/v1/webhooks/{id}/test", new { });
        tested.Body.GetProperty("reason").GetString().Should().Be("http-307");
        subscriber.Attempts.Should().ContainSingle().Which.Type.Should().Be(TestWebhook.Type);
    }

    [TestCase("http://203.0.113.9/", "https")]
    [TestCase("https://127.0.0.1/", "本机")]
    [TestCase("https://localhost:8443/", "本机")]
    [TestCase("https://10.1.2.3/", "本机")]
    [TestCase("https://169.254.169.254/latest", "本机")]
    [TestCase("https://[::1]/", "本机")]
    [TestCase("https://[fe80::1]/", "本机")]
    [TestCase("https://user:pass@example.com/", "用户名")]
    [TestCase("ftp://example.com/", "https")]
    [TestCase("/relative", "https")]
    public async Task An_address_inside_is_refused(string url, string says)
    {
        await using var strict = await TestService.Start();
        var refused = await strict.Owner.Post("/api/v1/webhooks", new { name = "某系统", url });
        refused.Should().HaveStatus(422);
        refused.Text.Should().Contain(says);
    }

    [Test]
    public async Task Every_change_is_accounted_for_and_the_secret_is_nowhere()
    {
        var made = await Subscribe();
        var id = made.GetProperty("webhook").GetProperty("id").GetString()!;
        (await service.Owner.Put($"/api/v1/webhooks/{id}", new { name = "另一系统", url = subscriber.Url, agencies = new[] { Bureau } })).Should().HaveStatus(200);
        (await service.Owner.Post($"/api/v1/webhooks/{id}/rotation", new { })).Should().HaveStatus(200);
        var removed = await SubscribeId();
        (await service.Owner.Delete($"/api/v1/webhooks/{removed}")).Should().HaveStatus(204);

        var database = service.Services.GetRequiredService<CaseDatabase>();
        database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        var log = (await service.Owner.Get("/api/v1/audit/admin-log?limit=200")).Text;
        log.Should().Contain("webhook.created").And.Contain("webhook.changed").And.Contain("webhook.secret-changed").And.Contain("webhook.removed");
        log.Should().NotContain("token=abc").And.NotContain("whsec_");
        database.Webhooks.Find(id)!.Secret.Should().NotContain("whsec_");
    }

    private async Task<JsonElement> Subscribe(string[]? agencies = null, string[]? types = null, long? after = null)
    {
        var made = await service.Owner.Post("/api/v1/webhooks", new { name = "某系统", url = subscriber.Url, agencies, types, after });
        made.Should().HaveStatus(201);
        return made.Body;
    }

    private async Task<string> SubscribeId(long? after = null) => (await Subscribe(after: after)).GetProperty("webhook").GetProperty("id").GetString()!;

    private Task<KnownCase> Opened() => handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });

    private Task Arrived(KnownCase opened) => subscriber.Until(() => Versions(opened.Id).Length == opened.Version);

    private int[] Versions(string id) => [.. subscriber.Taken.Where(one => one.Case == id).Select(one => one.Version)];

    private async Task<JsonElement> Delivery(string id) => (await service.Owner.Get($"/api/v1/webhooks/{id}")).Body.GetProperty("delivery");

    private Action LetTimePass(Duration time) => () =>
    {
        this.time.Advance(time);
        service.Services.GetRequiredService<WebhookService>().Wake();
    };
}
