using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Tests.Api;
using Workflows.Tests.Api.Admin;

namespace Workflows.Tests.EndToEnd;

/// <summary>The service is killed while a definition is published: afterwards it is published whole, or the draft is still there.</summary>
[NonParallelizable]
public sealed class PublishKillTests
{
    private const string Procedure = "huadian.approval";
    private const string Published = $"SELECT count(*) FROM definitions WHERE procedure = '{Procedure}'";

    /// <summary>About as long as the checks of a draft take.</summary>
    private const int MostSpins = 5_000_000;

    private static readonly int Rounds = KillRounds.Or(3);

    private string folder = null!;

    [SetUp]
    public void Prepare() => folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Killed_while_publishing_the_version_is_there_whole_or_the_draft_is()
    {
        var service = await ServiceProcess.Start(folder, first: true);
        try
        {
            var owner = service.OwnerKey!;
            var texts = new List<string> { ProcedureCatalogue.Embedded.LatestOf(Procedure)!.Definition.Source };
            for (var round = 1; round <= Rounds; round++)
            {
                var text = $"{texts[0]}\n# {round}\n";
                var saved = await service.With(owner).SaveDraft(Procedure, text);
                saved.Should().HaveStatus(201);
                // Every other time as soon as it is committed, otherwise at any moment.
                var acknowledged = await Kill(service, owner, saved.Header("ETag")!, round % 2 == 0 ? texts.Count + 1 : null);
                await service.DisposeAsync();
                var (code, output) = await ServiceProcess.Verify(folder);
                code.Should().Be(0, output);

                service = await ServiceProcess.Start(folder, first: false);
                var after = service.With(owner);
                var draft = await after.Get($"/api/v1/procedures/{Procedure}/draft");
                var published = draft.Status == 404;
                if (!published)
                {
                    acknowledged.Should().BeFalse("what was acknowledged is there");
                    round.Should().Match(n => n % 2 == 1, "it was killed after the commit");
                    draft.Body.GetProperty("yaml").GetString().Should().Be(text);
                    await Holds(after, texts);
                    (await after.PublishDraft(Procedure, draft.Header("ETag")!)).Should().HaveStatus(201);
                    (await after.Get($"/api/v1/procedures/{Procedure}/draft")).Should().HaveStatus(404);
                }

                texts.Add(text);
                await Holds(after, texts);
                await TestContext.Out.WriteLineAsync($"Round {round}: {(published ? "published" : "still a draft")}, {(acknowledged ? "acknowledged" : "not acknowledged")}.");
            }
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>Publishes and kills.</summary>
    /// <returns>It was acknowledged all the same.</returns>
    private async Task<bool> Kill(ServiceProcess service, string owner, string tag, int? committed)
    {
        using var watch = new CommitWatch(folder);
        var spins = TestContext.CurrentContext.Random.Next(MostSpins);
        var publishing = Task.Run(() => Publish(service.With(owner), tag));
        if (committed is { } count)
            watch.Until(Published, count);
        else
            Thread.SpinWait(spins);
        service.Kill();
        return await publishing;
    }

    private static async Task<bool> Publish(TestClient owner, string tag)
    {
        try
        {
            (await owner.PublishDraft(Procedure, tag)).Should().HaveStatus(201);
            return true;
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            return false;
        }
    }

    /// <summary>The versions are these, whole, and there is no other.</summary>
    private static async Task Holds(TestClient owner, List<string> texts)
    {
        for (var version = 1; version <= texts.Count; version++)
        {
            var read = await owner.Get($"/api/v1/procedures/{Procedure}/versions/{version}?format=yaml");
            read.Should().HaveStatus(200);
            read.Text.Should().Be(texts[version - 1]);
        }

        (await owner.Get($"/api/v1/procedures/{Procedure}/versions/{texts.Count + 1}")).Should().HaveStatus(404);
    }
}
