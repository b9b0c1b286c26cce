using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>
/// The service is killed as soon as an access key is committed, when the reply with its secret has not left yet: sent again with its
/// idempotency key, the request gives the secret, and one key was made.
/// </summary>
[NonParallelizable]
public sealed class OnceKillTests
{
    private const string Keys = "SELECT count(*) FROM access_keys";
    private const string Entries = "SELECT count(*) FROM admin_log WHERE action = 'access-key.created'";
    private static readonly int Rounds = KillRounds.Or(2);

    private string folder = null!;

    [SetUp]
    public void Prepare() => folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Killed_between_the_commit_and_the_reply_the_retry_gives_the_secret()
    {
        var service = await ServiceProcess.Start(folder, first: true);
        try
        {
            var owner = service.OwnerKey!;
            var lost = 0;
            for (var round = 1; round <= Rounds; round++)
            {
                var key = $"{round}";
                var sent = await Kill(service, owner, key);
                lost += sent is null ? 1 : 0;
                await service.DisposeAsync();

                service = await ServiceProcess.Start(folder, first: false);
                var replies = new[] { await Make(service.With(owner), key), await Make(service.With(owner), key) };
                foreach (var reply in replies)
                {
                    reply.Should().HaveStatus(201);
                    reply.Header("Idempotency-Replayed").Should().Be("true", "it was committed before the service was killed");
                    reply.Text.Should().Be((sent ?? replies[0]).Text);
                }

                var secret = replies[0].Body.GetProperty("secret").GetString();
                (await service.With(secret).Get("/api/v1/worklist")).Should().HaveStatus(200);
                using var watch = new CommitWatch(folder);
                watch.Read(Keys).Should().Be(round + 1, "the owner's is the other");
                watch.Read(Entries).Should().Be(round + 1);
            }

            await TestContext.Out.WriteLineAsync($"Of {Rounds} replies {lost} had not reached the client.");
        }
        finally
        {
            await service.DisposeAsync();
        }

        var (code, report) = await ServiceProcess.Verify(folder);
        code.Should().Be(0, report);
    }

    /// <summary>Makes a key and kills.</summary>
    /// <returns>The reply; null when it did not arrive.</returns>
    private async Task<Reply?> Kill(ServiceProcess service, string owner, string key)
    {
        using var watch = new CommitWatch(folder);
        var before = watch.Read(Keys);
        var making = Task.Run(() => Answer(service.With(owner), key));
        watch.Until(Keys, before + 1);
        service.Kill();
        return await making;
    }

    private static async Task<Reply?> Answer(TestClient owner, string key)
    {
        try
        {
            return await Make(owner, key);
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static Task<Reply> Make(TestClient owner, string key) =>
        owner.Post("/api/v1/access-keys", new { name = "接口" }, ("Idempotency-Key", key));
}
