using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>The sandbox clock set over a year stops at each opening of the calendar; views say which period a case is for.</summary>
public sealed class ScheduleApiTests
{
    private const string Filing = "test.filing";

    private static Seed Seed => new(
        TestProcedures.All.Append(TestProcedures.Filing).Aggregate(ProcedureCatalogue.Empty, (all, definition) => all.With(ProcedureVersion.Of(definition, 1))),
        [.. TestAgencies.Directory.All.SetItem(TestAgencies.Bureau, ScheduleTests.Department(TestAgencies.Bureau)).Values]);

    [Test]
    public async Task A_year_opens_what_the_calendar_says_and_shows_it()
    {
        await using var service = await TestService.Start(seed: Seed);
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        (await Opened(handler)).Should().Equal("2025-12-31 true", "2025-03-31 true");
        await service.MoveTo("2027-01-05T09:00:00+08:00");

        (await Opened(handler)).Should().Equal("2026-12-31 false", "2026-03-31 false", "2025-12-31 true", "2025-03-31 true");
        var found = (await handler.Get("/api/v1/cases?schedule=first-half&period=2026-03-31")).Body.GetProperty("cases").EnumerateArray().Single();
        var filing = await handler.Read(found.GetProperty("id").GetString()!);
        filing.View.GetProperty("openedOn").GetString().Should().Be("2026-03-31");
        filing.View.GetProperty("schedule").GetProperty("title").GetProperty("zh").GetString().Should().Be("上半年报备");
        filing.Due("filing").Should().Be("2026-04-15");
        var first = (await handler.Get($"/api/v1/cases/{filing.Id}/history")).Body.GetProperty("entries")[0];
        first.GetProperty("actor").GetProperty("name").GetString().Should().Be("按日历立案");
        first.GetProperty("recordedAt").GetString().Should().Be("2026-03-31T00:00:00+08:00");
        first.GetProperty("details").GetProperty("schedule").GetProperty("period").GetString().Should().Be("2026-03-31");
        var report = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        report.Body.GetProperty("sound").GetBoolean().Should().BeTrue();
    }

    [Test]
    public async Task Schedules_of_a_procedure_say_what_is_coming_and_for_whom()
    {
        await using var service = await TestService.Start(seed: Seed);
        var read = await service.Owner.Get($"/api/v1/procedures/{Filing}/schedules");
        read.Should().HaveStatus(200);
        var schedules = read.Body.GetProperty("schedules").EnumerateArray().ToList();
        schedules.Select(one => $"{one.GetProperty("name")} {one.GetProperty("on")} {string.Join(' ', one.GetProperty("coming").EnumerateArray())}")
            .Should().Equal("first-half 03-31 2026-03-31", "second-half 12-31 2026-12-31");
        schedules[0].GetProperty("agencies").EnumerateArray().Single().GetProperty("id").GetString().Should().Be(TestAgencies.Bureau);
        (await service.Owner.Get("/api/v1/procedures/test.nothing/schedules")).Should().BeProblem(404, "not-found");
        (await service.Owner.Get($"/api/v1/procedures/{TestProcedures.Application}/schedules")).Body.GetProperty("schedules").GetArrayLength().Should().Be(0);
        (await service.Owner.Get("/api/v1/cases?period=soon")).Should().BeProblem(400, "malformed");
    }

    private static async Task<IEnumerable<string>> Opened(TestClient client)
    {
        var cases = (await client.Get($"/api/v1/cases?procedure={Filing}")).Body.GetProperty("cases").EnumerateArray().ToList();
        var read = new List<string>();
        foreach (var found in cases)
        {
            var schedule = (await client.Read(found.GetProperty("id").GetString()!)).View.GetProperty("schedule");
            read.Add($"{schedule.GetProperty("period").GetString()} {(schedule.GetProperty("late").GetBoolean() ? "true" : "false")}");
        }

        return read;
    }
}
