using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>
/// The service is killed as soon as a command is committed, when its reply has not left yet: sent again with its key, the
/// command gives the first reply, and has had one effect.
/// </summary>
[NonParallelizable]
public sealed class ReplyKillTests
{
    /// <summary>Entries; those of cases that the calendar opens by itself, and of theirs, are left out.</summary>
    private const string LastEntry = "SELECT count(*) FROM journal JOIN cases ON cases.id = journal.case_id WHERE cases.root NOT IN (SELECT id FROM cases WHERE schedule IS NOT NULL)";
    private const string Cases = "SELECT count(*) FROM cases WHERE root NOT IN (SELECT id FROM cases WHERE schedule IS NOT NULL)";
    private static readonly int Rounds = KillRounds.Or(2);

    private string folder = null!;

    [SetUp]
    public void Prepare() => folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Killed_between_the_commit_and_the_reply_the_retry_gives_the_first_reply()
    {
        var service = await ServiceProcess.Start(folder, first: true);
        try
        {
            var handlerKey = await LoadClient.Join(service.With(service.OwnerKey));
            var lost = 0;
            for (var round = 1; round <= Rounds; round++)
            {
                var open = new SentCommand(
                    "/api/v1/cases", new { procedure = LoadClient.Application, agency = LoadClient.Bureau, input = LoadClient.Opening }, null, $"{round}-open");
                service = await Lose(service, open);
                var (trigger, input) = LoadClient.Steps[0];
                var register = new SentCommand($"/api/v1/cases/{open.Id}/triggers/{trigger}", new { input }, open.Version, $"{round}-{trigger}");
                service = await Lose(service, register);

                var now = await service.With(handlerKey).Read(open.Id);
                now.Version.Should().Be(register.Version);
                now.State.Should().Be(register.State).And.NotBe(open.State);
            }

            using (var watch = new CommitWatch(folder))
                watch.Read(Cases).Should().Be(Rounds);
            await TestContext.Out.WriteLineAsync($"Of {2 * Rounds} replies {lost} had not reached the client.");

            async Task<ServiceProcess> Lose(ServiceProcess running, SentCommand command)
            {
                long committed;
                using (var watch = new CommitWatch(folder))
                {
                    var before = watch.Read(LastEntry);
                    var sending = Task.Run(() => Answer(running.With(handlerKey), command));
                    watch.Until(LastEntry, before + 1);
                    running.Kill();
                    command.Acknowledged = await sending;
                    committed = watch.Read(LastEntry);
                }

                await running.DisposeAsync();
                var again = await ServiceProcess.Start(folder, first: false);
                var replies = new[] { await command.Send(again.With(handlerKey)), await command.Send(again.With(handlerKey)) };
                lost += command.Acknowledged is null ? 1 : 0;
                command.Acknowledged ??= replies[0];
                foreach (var reply in replies)
                {
                    reply.Should().HaveStatus(command.IfMatch is null ? 201 : 200);
                    reply.Header("Idempotency-Replayed").Should().Be("true", "it was committed before the service was killed");
                    reply.Header("ETag").Should().Be($"\"{command.Version}\"");
                    reply.Text.Should().Be(command.Acknowledged.Text);
                }

                using (var watch = new CommitWatch(folder))
                    watch.Read(LastEntry).Should().Be(committed, "sending it again does nothing");
                return again;
            }
        }
        finally
        {
            await service.DisposeAsync();
        }

        var (code, report) = await ServiceProcess.Verify(folder);
        code.Should().Be(0, report);
    }

    private static async Task<Reply?> Answer(TestClient client, SentCommand command)
    {
        try
        {
            return await command.Send(client);
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            return null;
        }
    }
}
