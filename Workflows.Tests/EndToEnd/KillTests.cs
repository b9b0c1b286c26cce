using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>
/// The service is killed (SIGKILL) while clients work with it, and started again on the same data. What it acknowledged is
/// there, what it did not is there wholly or not at all, and sending it again gives one effect. <c>KILL_ROUNDS</c> sets how often.
/// </summary>
[NonParallelizable]
public sealed class KillTests
{
    private const int Clients = 6;

    /// <summary>Long enough for the others to be anywhere between sending a command and reading the answer.</summary>
    private const int MostSpins = 200_000;

    private static readonly int Rounds = KillRounds.Or(5);

    private readonly HashSet<string> known = [];
    private string folder = null!;
    private string handlerKey = null!;

    [SetUp]
    public void Prepare() => folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Killed_under_load_nothing_acknowledged_is_lost_and_nothing_is_done_by_half()
    {
        var service = await ServiceProcess.Start(folder, first: true);
        try
        {
            handlerKey = await LoadClient.Join(service.With(service.OwnerKey));
            for (var round = 1; round <= Rounds; round++)
            {
                var killAt = TestContext.CurrentContext.Random.Next(Clients, 40 * Clients);
                var spins = TestContext.CurrentContext.Random.Next(MostSpins);
                var clients = Enumerable.Range(0, Clients).Select(n => new LoadClient($"{round}-{n}")).ToArray();
                await WorkUntilKilled(service, clients, killAt, spins);
                await service.DisposeAsync();
                var (code, output) = await ServiceProcess.Verify(folder);
                code.Should().Be(0, "round {0}, killed after {1} acknowledgements: {2}", round, killAt, output);

                service = await ServiceProcess.Start(folder, first: false);
                var handler = service.With(handlerKey);
                foreach (var sent in clients.SelectMany(client => client.Cases).Where(sent => sent[0].Acknowledged is not null))
                    await IsThere(handler, sent);
                SentCommand[] inFlight = [.. clients.Select(client => client.InFlight).OfType<SentCommand>()];
                var done = 0;
                foreach (var command in inFlight)
                    done += await SendAgain(handler, command) ? 1 : 0;
                foreach (var sent in clients.SelectMany(client => client.Cases))
                    await IsDoneOnce(handler, sent);
                (await All(handler)).Should().BeEquivalentTo(known, "round {0}: no case is lost, and none is there twice", round);
                await TestContext.Out.WriteLineAsync(
                    $"Round {round}: killed after {killAt} acknowledgements; of {inFlight.Length} commands in flight {done} had been done; {known.Count} cases.");
            }
        }
        finally
        {
            await service.DisposeAsync();
        }

        var (last, report) = await ServiceProcess.Verify(folder);
        last.Should().Be(0, report);
    }

    private async Task WorkUntilKilled(ServiceProcess service, LoadClient[] clients, int killAt, int spins)
    {
        var count = 0;
        void Acknowledged()
        {
            if (Interlocked.Increment(ref count) != killAt)
                return;
            Thread.SpinWait(spins);
            service.Kill();
        }

        await Task.WhenAll(clients.Select(client => Task.Run(() => client.Work(service.With(handlerKey), Acknowledged))));
    }

    /// <summary>Every acknowledged command of a case is there, and at most the one in flight beside.</summary>
    private static async Task IsThere(TestClient handler, IReadOnlyList<SentCommand> sent)
    {
        var last = sent.Last(command => command.Acknowledged is not null);
        var view = (await handler.Read(last.Id)).View;
        view.GetProperty("version").GetInt32().Should().BeGreaterThanOrEqualTo(last.Version);
        var moved = await Moved(handler, last.Id, view.GetProperty("version").GetInt32());
        var triggers = sent.Skip(1).Select(command => command.Trigger).ToArray();
        moved.Should().Equal(triggers.Take(moved.Length));
        moved.Length.Should().BeGreaterThanOrEqualTo(sent.Count(command => command.Acknowledged is not null) - 1);
        if (view.GetProperty("version").GetInt32() == last.Version)
            view.GetProperty("state").GetProperty("name").GetString().Should().Be(last.State);
    }

    /// <summary>Sends a command that got no answer.</summary>
    /// <returns>It had been done.</returns>
    private static async Task<bool> SendAgain(TestClient handler, SentCommand command)
    {
        var reply = await command.Send(handler);
        reply.Should().HaveStatus(command.IfMatch is null ? 201 : 200);
        command.Acknowledged = reply;
        return reply.Header("Idempotency-Replayed") == "true";
    }

    /// <summary>Sent again, every command has the answer it had, and the case with its children holds each effect once.</summary>
    private async Task IsDoneOnce(TestClient handler, IReadOnlyList<SentCommand> sent)
    {
        foreach (var command in sent)
        {
            var again = await command.Send(handler);
            again.Header("Idempotency-Replayed").Should().Be("true");
            again.Text.Should().Be(command.Acknowledged!.Text);
        }

        var opened = await handler.Read(sent[^1].Id);
        opened.Version.Should().Be(sent[^1].Version);
        opened.State.Should().Be(sent[^1].State);
        (await Moved(handler, opened.Id, opened.Version)).Should().Equal(sent.Skip(1).Select(command => command.Trigger));
        opened.Children.Should().HaveCount(sent[^1].Trigger == LoadClient.Consult ? LoadClient.Parties : 0);
        known.Add(opened.Id).Should().BeTrue();
        foreach (var child in opened.Children)
        {
            var read = await handler.Read(child);
            read.View.GetProperty("parent").GetString().Should().Be(opened.Id);
            await Moved(handler, child, read.Version);
            known.Add(child).Should().BeTrue();
        }
    }

    /// <summary>The triggers in a case's history, whose sequences are 1 to its version.</summary>
    private static async Task<string[]> Moved(TestClient handler, string id, int version)
    {
        var reply = await handler.Get($"/api/v1/cases/{id}/history?limit=200");
        reply.Should().HaveStatus(200);
        JsonElement[] entries = [.. reply.Body.GetProperty("entries").EnumerateArray()];
        entries.Select(entry => entry.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, version));
        return [.. entries.Where(entry => entry.GetProperty("event").GetString() == "moved")
            .Select(entry => entry.GetProperty("details").GetProperty("trigger").GetString()!)];
    }

    /// <summary>All applications and the cases that they opened; others are there that the calendar opens by itself.</summary>
    private static async Task<List<string>> All(TestClient handler)
    {
        List<JsonElement> cases = [];
        string? next = null;
        do
        {
            var page = await handler.Get("/api/v1/cases?limit=200" + (next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}"));
            page.Should().HaveStatus(200);
            cases.AddRange(page.Body.GetProperty("cases").EnumerateArray());
            next = page.Body.GetProperty("next").GetString();
        }
        while (next is not null);
        var applications = cases.Where(found => found.GetProperty("procedure").GetProperty("id").GetString() == LoadClient.Application)
            .Select(found => found.GetProperty("id").GetString()).ToHashSet();
        return [.. cases.Where(found => applications.Contains(found.GetProperty("root").GetString())).Select(found => found.GetProperty("id").GetString()!)];
    }
}
