using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Engine;
using Workflows.Storage;
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

    [Test, Rule("HD-INV-05")]
    public async Task Passing_of_cases_that_was_cut_short_is_finished_by_the_next_start()
    {
        var folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        try
        {
            string key;
            await using (var first = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed))
            {
                key = (await first.Start())!;
                var made = await Client(first, key).Post("/api/v1/access-keys", new { name = "承办", roles = new Dictionary<string, string[]> { [TestAgencies.Bureau] = ["handler"] } });
                var handler = Client(first, made.Body.GetProperty("secret").GetString()!);
                var cases = new List<KnownCase>();
                for (var n = 0; n < 3; n++)
                    cases.Add(await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" }));

                // Recorded, and one of the cases has passed, when the process ends.
                var database = first.Services.GetRequiredService<CaseDatabase>();
                var merged = database.Agencies.All().Find(TestAgencies.Bureau)! with { Successor = TestAgencies.Superior, MergedOn = new LocalDate(2026, 3, 2), MergerReason = "机构改革" };
                await database.Agencies.Put([merged], new ActorStamp("test", "测试", null, null));
                first.Services.GetRequiredService<ReferenceDataSource>().Change(data => data with { Agencies = database.Agencies.All() });
                await first.Services.GetRequiredService<CaseCommands>().Execute(new CaseRequest(new CaseId(Guid.Parse(cases[1].Id)), new Command.FollowMerger { Actor = Actor.System }));
                database.Cases.OpenCasesAt(TestAgencies.Bureau, null, 10).Should().HaveCount(2);
            }

            await using var second = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
            await second.Start();
            var stored = second.Services.GetRequiredService<CaseDatabase>().Cases;
            stored.OpenCasesAt(TestAgencies.Bureau, null, 10).Should().BeEmpty();
            stored.OpenCasesAt(TestAgencies.Superior, null, 10).Should().HaveCount(3);
            var report = await Client(second, key).Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
            report.Body.GetProperty("sound").GetBoolean().Should().BeTrue(report.Text);
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
