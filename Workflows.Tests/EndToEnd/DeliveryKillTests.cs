using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api;
using Workflows.Tests.Api.Webhooks;

namespace Workflows.Tests.EndToEnd;

/// <summary>The service is killed while it delivers events: started again, it loses none, and those of a case come in their order.</summary>
[NonParallelizable]
public sealed class DeliveryKillTests
{
    private static readonly string[] Settings = ["--Webhooks:AllowPrivate", "true", "--Webhooks:AllowHttp", "true"];
    private static readonly int Rounds = KillRounds.Or(3);

    [Test]
    public async Task Killed_while_it_delivers_it_loses_no_event()
    {
        var folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;
        await using var subscriber = await Subscriber.Start();
        var service = await ServiceProcess.Start(folder, first: true, Settings);
        try
        {
            var handlerKey = await LoadClient.Join(service.With(service.OwnerKey));
            (await service.With(service.OwnerKey).Post("/api/v1/webhooks", new { name = "某系统", url = subscriber.Url, agencies = new[] { LoadClient.Bureau } })).Should().HaveStatus(201);
            var cases = new List<string>();
            var random = TestContext.CurrentContext.Random;
            for (var round = 1; round <= Rounds; round++)
            {
                var killAt = subscriber.Taken.Count + random.Next(1, 30);
                for (var n = 0; n < 4; n++)
                    cases.Add(await Application(service.With(handlerKey)));
                await subscriber.Until(() => subscriber.Taken.Count >= killAt);
                service.Kill();
                await service.DisposeAsync();
                service = await ServiceProcess.Start(folder, first: false, Settings);
            }

            var handler = service.With(handlerKey);
            foreach (var id in cases)
            {
                var version = (await handler.Read(id)).Version;
                await subscriber.Until(() => Versions(subscriber, id).Length >= version);
                Versions(subscriber, id).Should().Equal(Enumerable.Range(1, version));
            }

            var again = subscriber.Taken.Count - subscriber.Taken.DistinctBy(one => one.Id).Count();
            await TestContext.Out.WriteLineAsync($"{subscriber.Taken.Count} deliveries to the subscriber, {again} of them again after a kill.");
        }
        finally
        {
            await service.DisposeAsync();
        }

        var (code, report) = await ServiceProcess.Verify(folder);
        code.Should().Be(0, report);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> Application(TestClient handler)
    {
        var application = await handler.Open(LoadClient.Application, LoadClient.Bureau, LoadClient.Opening);
        foreach (var (trigger, input) in LoadClient.Steps)
            await application.Send(trigger, input);
        return application.Id;
    }

    /// <summary>Versions of a case as a subscriber has them who passes over ids that he has seen.</summary>
    private static int[] Versions(Subscriber subscriber, string id) =>
        [.. subscriber.Taken.Where(one => one.Case == id).DistinctBy(one => one.Id).Select(one => one.Version)];
}
