using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api;
using Workflows.Tests.Api.Letters;

namespace Workflows.Tests.EndToEnd;

/// <summary>The service is killed while it sends e-mails, over an encrypted connection and signed in: started again, it loses none, and the same one keeps its <c>Message-ID</c>.</summary>
[NonParallelizable]
public sealed class MailKillTests
{
    private static readonly int Rounds = KillRounds.Or(2);

    [Test]
    [Platform(Include = "Linux", Reason = "SSL_CERT_FILE says what is trusted on Linux only.")]
    public async Task Killed_while_it_sends_it_loses_no_letter()
    {
        var folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;
        using var certificate = MailServer.Certificate();
        var trusted = Path.Combine(folder, "trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        await using var server = new MailServer(certificate);
        var service = await ServiceProcess.Start(folder, first: true, trusted, server.Settings);
        try
        {
            var key = await LoadClient.Join(service.With(service.OwnerKey));
            var cases = new List<string>();
            for (var round = 1; round <= Rounds; round++)
            {
                for (var n = 0; n < 4; n++)
                    cases.Add(await Asked(service.With(key)));
                await server.Tried();
                service.Kill();
                await service.DisposeAsync();
                service = await ServiceProcess.Start(folder, first: false, trusted, server.Settings);
            }

            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var registrar = service.With(key);
            foreach (var id in cases)
            {
                while (await StateOf(registrar, id) != "sent")
                    deadline.Token.ThrowIfCancellationRequested();
            }

            var sent = server.Taken.Select(taken => taken.Split("\r\n").Single(line => line.StartsWith("Message-Id: ", StringComparison.OrdinalIgnoreCase))).ToArray();
            sent.Distinct().Should().HaveCount(cases.Count);
            server.InClear.Should().OnlyContain(line => line.StartsWith("EHLO ") || line == "STARTTLS");
            await TestContext.Out.WriteLineAsync($"{cases.Count} letters, {sent.Length - cases.Count} of them sent again after a kill.");
        }
        finally
        {
            await service.DisposeAsync();
        }

        var (code, report) = await ServiceProcess.Verify(folder);
        code.Should().Be(0, report);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An application whose receipt is asked for by e-mail.</summary>
    private static async Task<string> Asked(TestClient registrar)
    {
        var opening = new Dictionary<string, object>(LoadClient.Opening) { ["request.delivery"] = new[] { "email" }, ["applicant.email"] = "lisi@example.cn" };
        var application = await registrar.Open(LoadClient.Application, LoadClient.Bureau, opening);
        await application.Send(LoadClient.Steps[0].Trigger, LoadClient.Steps[0].Input);
        await application.Refresh();
        (await registrar.Post($"/api/v1/cases/{application.Id}/documents/2/mails", new { }, ("If-Match", $"\"{application.Version}\""))).Should().HaveStatus(201);
        return application.Id;
    }

    private static async Task<string?> StateOf(TestClient registrar, string id) =>
        (await registrar.Get($"/api/v1/cases/{id}/services")).Body.GetProperty("mails")[0].GetProperty("state").GetString();
}
