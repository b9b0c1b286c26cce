using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>What administrators have changed holds after a restart.</summary>
public sealed class RestartTests
{
    [Test]
    public async Task Changes_hold_after_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        try
        {
            string key, id;
            await using (var first = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed))
            {
                key = (await first.Start())!;
                var owner = Client(first, key);
                await owner.Publish(TestProcedures.Application, TestProcedures.Text(TestProcedures.Application) + "\n");
                (await owner.PutTemplate("test.receipt", "<h1>登记回执</h1>")).Should().HaveStatus(201);
                (await owner.Put("/api/v1/calendars/CN/notices/2027", NoticeTests.Invented())).Should().HaveStatus(200);
                (await owner.Put("/api/v1/agencies/test.new", new { name = "某市新局", level = "county", division = "220282" })).Should().HaveStatus(201);
                var made = await owner.Post("/api/v1/access-keys", new { name = "承办", roles = new Dictionary<string, string[]> { ["test.new"] = ["handler"] } });
                id = (await Client(first, made.Body.GetProperty("secret").GetString()!).Open(TestProcedures.Application, "test.new", new { subject = "预算" })).Id;
            }

            await using var second = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
            await second.Start();
            var again = Client(second, key);
            (await again.Get($"/api/v1/procedures/{TestProcedures.Application}")).Body.GetProperty("newest").GetProperty("version").GetInt32().Should().Be(2);
            (await again.Get("/api/v1/templates/test.receipt")).Header("ETag").Should().Be("\"1\"");
            var calendar = await again.Get("/api/v1/calendars/CN");
            calendar.Body.GetProperty("firmThrough").GetString().Should().Be("2027-12-28");
            (await again.Read(id)).View.GetProperty("calendarVersion").GetString().Should().Be(calendar.Body.GetProperty("version").GetString());
            (await again.Get("/api/v1/agencies/test.new")).Should().HaveStatus(200);
            var report = await again.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
            report.Body.GetProperty("sound").GetBoolean().Should().BeTrue();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TestClient Client(ServiceHost service, string key)
    {
        var http = new HttpClient { BaseAddress = new Uri(service.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new TestClient(http);
    }
}
