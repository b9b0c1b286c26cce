using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>
/// The service is killed while time passes: the clock of a sandbox is set forward over the due dates of many cases. Started
/// again and told the time again, it has done for every case what an undisturbed sweep does, once.
/// </summary>
[NonParallelizable]
public sealed class SweepKillTests
{
    /// <summary>Entries; those of cases that the calendar opens by itself, and of theirs, are left out.</summary>
    private const string LastEntry = "SELECT count(*) FROM journal JOIN cases ON cases.id = journal.case_id WHERE cases.root NOT IN (SELECT id FROM cases WHERE schedule IS NOT NULL)";

    private const string FRI_2026_05_29 = "2026-05-29T18:00:00+08:00";
    private const int PerDay = 5;

    /// <summary>The days on which applications come: each falls due at times of its own.</summary>
    private static readonly string[] Days = ["2026-03-02T09:00:00+08:00", "2026-03-03T09:00:00+08:00", "2026-03-04T09:00:00+08:00", "2026-03-06T16:00:00+08:00"];

    private static readonly int Rounds = KillRounds.Or(2);

    [Test]
    public async Task Killed_while_time_passes_every_effect_happens_once()
    {
        var (undisturbed, entries) = await Undisturbed();
        for (var round = 1; round <= Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;
            try
            {
                await Round(round, folder, undisturbed, entries * PerDay);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task Round(int round, string folder, string[][] undisturbed, long due)
    {
        var service = await ServiceProcess.Start(folder, first: true);
        try
        {
            var owner = service.OwnerKey;
            var handlerKey = await LoadClient.Join(service.With(owner));
            var applications = await Applications(service.With(owner), service.With(handlerKey), PerDay);
            long before, killed;
            using (var watch = new CommitWatch(folder))
            {
                before = watch.Read(LastEntry);
                killed = TestContext.CurrentContext.Random.Next(1, (int)due);
                var sweep = Task.Run(() => Unanswered(service.With(owner)));
                watch.Until(LastEntry, before + killed);
                service.Kill();
                await sweep;
                killed = watch.Read(LastEntry) - before;
            }

            await service.DisposeAsync();
            var (code, output) = await ServiceProcess.Verify(folder);
            code.Should().Be(0, output);

            service = await ServiceProcess.Start(folder, first: false);
            await MoveTo(service.With(owner), FRI_2026_05_29);
            using (var watch = new CommitWatch(folder))
                (watch.Read(LastEntry) - before).Should().Be(due, "round {0}: killed after {1} of {2} entries", round, killed, due);
            for (var n = 0; n < applications.Length; n++)
                (await Histories(service.With(handlerKey), applications[n])).Should().Equal(undisturbed[n / PerDay]);
            await TestContext.Out.WriteLineAsync($"Round {round}: killed after {killed} of {due} entries that time makes.");
        }
        finally
        {
            await service.DisposeAsync();
        }

        var (last, report) = await ServiceProcess.Verify(folder);
        last.Should().Be(0, report);
    }

    /// <summary>What time does to one application of each day, and how many entries that makes.</summary>
    private static async Task<(string[][] Histories, long Entries)> Undisturbed()
    {
        await using var service = await TestService.Start(seed: DeliveredSeed.Read());
        var handler = service.With(await LoadClient.Join(service.Owner));
        var applications = await Applications(service.Owner, handler, 1);
        var before = await Count(handler, applications);
        await MoveTo(service.Owner, FRI_2026_05_29);
        var histories = new List<string[]>();
        foreach (var application in applications)
            histories.Add(await Histories(handler, application));
        histories.Should().OnlyContain(history => history.Count(line => line.Contains("deem-consent")) == LoadClient.Parties);
        return ([.. histories], await Count(handler, applications) - before);
    }

    /// <summary>Some applications a day, each at the consultation of third parties who have all received the letter.</summary>
    private static async Task<string[]> Applications(TestClient owner, TestClient handler, int perDay)
    {
        var applications = new List<string>();
        foreach (var day in Days)
        {
            await MoveTo(owner, day);
            applications.AddRange(await Task.WhenAll(Enumerable.Range(0, perDay).Select(_ => Application(handler))));
        }

        return [.. applications];
    }

    private static async Task<string> Application(TestClient handler)
    {
        var application = await handler.Open(LoadClient.Application, LoadClient.Bureau, LoadClient.Opening);
        foreach (var (trigger, input) in LoadClient.Steps)
            await application.Send(trigger, input);
        application.Children.Should().HaveCount(LoadClient.Parties);
        foreach (var child in application.Children)
            await (await handler.Read(child)).Send("record-receipt");
        return application.Id;
    }

    private static async Task<long> Count(TestClient handler, string[] applications)
    {
        var entries = 0L;
        foreach (var application in applications)
        {
            var read = await handler.Read(application);
            entries += read.Version;
            foreach (var child in read.Children)
                entries += (await handler.Read(child)).Version;
        }

        return entries;
    }

    /// <summary>What happened in an application and then in its children, and on which legal day.</summary>
    private static async Task<string[]> Histories(TestClient handler, string application)
    {
        var lines = new List<string>();
        foreach (var id in (await handler.Read(application)).Children.Prepend(application))
        {
            var reply = await handler.Get($"/api/v1/cases/{id}/history?limit=200");
            reply.Should().HaveStatus(200);
            lines.AddRange(reply.Body.GetProperty("entries").EnumerateArray().Select(Line));
        }

        return [.. lines];
    }

    private static string Line(JsonElement entry)
    {
        var details = entry.GetProperty("details");
        var said = new[] { "trigger", "from", "to", "clock", "new" }.Select(name => details.TryGetProperty(name, out var value) ? value.GetRawText() : "");
        return $"{entry.GetProperty("sequence")} {entry.GetProperty("occurredOn")} {entry.GetProperty("event")} {string.Join(' ', said)}";
    }

    private static async Task MoveTo(TestClient owner, string instant) =>
        (await owner.Put("/api/v1/sandbox/clock", new { now = instant })).Should().HaveStatus(200);

    private static async Task Unanswered(TestClient owner)
    {
        try
        {
            await owner.Put("/api/v1/sandbox/clock", new { now = FRI_2026_05_29 });
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }
}
