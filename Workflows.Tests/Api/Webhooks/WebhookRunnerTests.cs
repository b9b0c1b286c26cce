using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Events;
using Workflows.Api.Hosting;
using Workflows.Api.Webhooks;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Webhooks;

/// <summary>Round after round of one subscription: it never turns in vain, and nobody waits for what others fail.</summary>
public sealed class WebhookRunnerTests
{
    private FakeClock time = null!;
    private TestService service = null!;
    private TestClient handler = null!;
    private Subscriber subscriber = null!;
    private WebhookRunner runner = null!;
    private string id = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time, settings: ["--Webhooks:AllowPrivate", "true", "--Webhooks:AllowHttp", "true"]);
        handler = await service.Join(TestAgencies.Bureau, "handler");
        subscriber = await Subscriber.Start();
        runner = new WebhookRunner(Database, service.Services.GetRequiredService<EventViews>(), service.Services.GetRequiredService<WebhookSender>(), service.Services.GetRequiredService<RealTime>());
        var made = await service.Owner.Post("/api/v1/webhooks", new { name = "某系统", url = subscriber.Url });
        id = made.Body.GetProperty("webhook").GetProperty("id").GetString()!;
        // The service itself leaves it alone.
        (await service.Owner.Post($"/api/v1/webhooks/{id}/pausing", new { })).Should().HaveStatus(200);
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        await subscriber.DisposeAsync();
    }

    [Test]
    public async Task While_a_receiver_is_away_each_wait_ends_later()
    {
        subscriber.Answers = _ => 503;
        await Opened();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            var next = await Turn();
            subscriber.Attempts.Should().HaveCountGreaterThanOrEqualTo(Math.Min(attempt, 5));
            time.Reset(next!.Value);
        }
    }

    [Test]
    public async Task What_is_held_back_does_not_hide_what_is_new_when_the_receiver_is_back()
    {
        subscriber.Answers = _ => 503;
        var held = await Opened();
        for (var attempt = 1; attempt <= 6; attempt++)
            time.Reset((await Turn())!.Value);
        await held.Send("register");
        var other = await Opened();
        await Turn();
        subscriber.Answers = received => received.Case == held.Id ? 503 : 204;
        time.AdvanceMinutes(6);
        await Turn();
        Versions(other).Should().Equal(Enumerable.Range(1, other.Version));
    }

    [Test]
    public async Task A_page_full_of_what_is_held_back_is_passed_by()
    {
        subscriber.Answers = received => received.Case == stuck ? 500 : 204;
        var held = await Opened();
        stuck = held.Id;
        await held.Send("register");
        await Turn();
        while (held.Version < 110)
            await held.Send("record-secrecy", new Dictionary<string, object> { ["secrecy.conclusion"] = $"{held.Version}" });
        var other = await Opened();
        await Turn();
        Versions(other).Should().Equal(Enumerable.Range(1, other.Version));
        Versions(held).Should().BeEmpty();

        stuck = null;
        time.AdvanceMinutes(1);
        await Turn();
        Versions(held).Should().Equal(Enumerable.Range(1, held.Version));
    }

    [Test]
    public async Task Events_that_are_refused_beside_others_that_are_taken_keep_their_days()
    {
        var refused = new List<string>();
        subscriber.Answers = received => refused.Contains(received.Case) ? 422 : 204;
        for (var bad = 0; bad < 6; bad++)
            refused.Add((await Opened()).Id);
        for (var minute = 0; minute < 45; minute++)
        {
            var good = await Opened();
            await Turn();
            Versions(good).Should().Equal(Enumerable.Range(1, good.Version));
            time.AdvanceMinutes(1);
        }

        Database.Deliveries.Find(id)!.Failed.Should().HaveCount(6).And.OnlyContain(one => one.Kind == FailureKind.Waiting && one.Failures <= 5);
        subscriber.Attempts.Count(one => refused.Contains(one.Case)).Should().BeLessThan(6 * 8, "each has its own waits");
    }

    [Test]
    public async Task Dead_letters_of_one_case_that_still_fail_wait_for_the_first()
    {
        subscriber.Answers = _ => 500;
        var opened = await Opened();
        await opened.Send("register");
        for (var day = 0; day < 40; day++)
        {
            await Turn();
            time.AdvanceDays(1);
        }

        Database.Deliveries.Find(id)!.Failed.Count(one => one.Kind == FailureKind.Dead).Should().BeGreaterThan(1);
        (await service.Owner.Post($"/api/v1/webhooks/{id}/dead-letters/replay", new { })).Should().HaveStatus(200);
        await Turn();
        await Turn();
    }

    [Test]
    public async Task A_change_ends_what_is_under_way_and_nothing_is_lost()
    {
        var cases = new List<KnownCase>();
        for (var n = 0; n < 12; n++)
            cases.Add(await Opened());
        var changed = new Lazy<Task<Reply>>(() => service.Owner.Put($"/api/v1/webhooks/{id}", new { name = "另一系统", url = subscriber.Url }));
        subscriber.Answers = _ => changed.Value.GetAwaiter().GetResult().Status == 200 ? 204 : 500;
        await runner.Round(Database.Webhooks.Find(id)!, CancellationToken.None);
        subscriber.Attempts.Should().HaveCountLessThan(cases.Count, "those under way and no others are finished");

        await Turn();
        foreach (var one in cases)
            subscriber.Taken.Where(received => received.Case == one.Id).DistinctBy(received => received.Id).Select(received => received.Version).Should().Equal(Enumerable.Range(1, one.Version));
    }

    private string? stuck;

    private CaseDatabase Database => service.Services.GetRequiredService<CaseDatabase>();

    private Task<KnownCase> Opened() => handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });

    private int[] Versions(KnownCase one) => [.. subscriber.Taken.Where(received => received.Case == one.Id).Select(received => received.Version)];

    /// <summary>Rounds until there is nothing more to do now; when there will be, which lies in the future.</summary>
    private async Task<Instant?> Turn()
    {
        for (var rounds = 0; rounds < 40; rounds++)
        {
            var end = await runner.Round(Database.Webhooks.Find(id)!, CancellationToken.None);
            if (!end.More && (end.NextAt is not { } next || next > time.GetCurrentInstant()))
                return end.NextAt;
        }

        throw new AssertionException("It turns in vain.");
    }
}
