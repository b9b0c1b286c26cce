using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Storage;
using Workflows.Tests.Scenarios;

namespace Workflows.Tests.Api;

/// <summary>The procedures that come with the product, used at random: right values, wrong ones, ones at the edge, days of all kinds.</summary>
public sealed class WildUseTests
{
    private static readonly string[] Days =
        ["2026-03-02", "2026-03-20", "2026-02-17", "2025-12-31", "2007-01-01", "2006-12-31", "1900-01-01", "2026-12-29", "2027-12-31", "2028-01-01", "2999-12-31"];

    private static readonly object[] Numbers = [1, 5, 10, 15, 0, -1, 16, int.MaxValue, int.MinValue, 9_999_999_999m, 0.01m, 0.001m, 1e30, long.MaxValue];

    private readonly Random random = new(20260302);
    private readonly Dictionary<int, int> statuses = [];

    [Test]
    public async Task Nothing_makes_an_error_and_every_journal_replays()
    {
        var seed = DeliveredSeed.Read();
        await using var service = await TestService.Start(seed: seed);
        string[] roles = [.. Bodies.Roles];
        var person = await service.Join(seed.Agencies.ToDictionary(agency => agency.Id, _ => roles));
        string[] agencies = [.. seed.Agencies.Select(agency => agency.Id)];
        string[] procedures = [.. seed.Procedures.Procedures];
        var now = DateTimeOffset.Parse(TestService.MON_2026_03_02, CultureInfo.InvariantCulture);
        for (var round = 0; round < 120; round++)
        {
            var definition = seed.Procedures.LatestOf(procedures[round % procedures.Length])!.Definition;
            var view = JsonSerializer.SerializeToElement(
                Workflows.Api.Cases.InputView.Of(new Workflows.Engine.PreparedDefinition(definition, 1, ""), definition.Opening), Workflows.Api.Json.ApiJson.Options);
            Note(await person.Post("/api/v1/cases", new { procedure = definition.Procedure, agency = Any(agencies), input = Input(view), occurredOn = Day(), note = "补记" }));
            if (round % 12 == 11)
            {
                now = now.AddDays(random.Next(1, 40)).AddMinutes(random.Next(600));
                await service.MoveTo(now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
            }

            var open = (await person.Get("/api/v1/cases?limit=200&closed=false")).Body.GetProperty("cases").EnumerateArray().ToList();
            foreach (var found in open.OrderBy(_ => random.Next()).Take(6))
                await Act(person, found.GetProperty("id").GetString()!);
        }

        TestContext.Out.WriteLine(string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")));
        statuses[200].Should().BeGreaterThan(300, "most of it should work");
        var report = service.Services.GetRequiredService<CaseDatabase>().Verification.Run(replayed: true);
        report.Faults.Should().BeEmpty();
    }

    private async Task Act(TestClient person, string id)
    {
        var read = await person.Get($"/api/v1/cases/{id}");
        read.Should().HaveStatus(200);
        var (version, allowed) = (("If-Match", read.Header("ETag")!), read.Body.GetProperty("allowed").EnumerateArray().ToList());
        foreach (var part in new[] { "history", "clocks", "documents" })
            Note(await person.Get($"/api/v1/cases/{id}/{part}"));
        foreach (var clock in read.Body.GetProperty("clocks").EnumerateArray())
            Note(await person.Get($"/api/v1/cases/{id}/clocks/{clock.GetProperty("name").GetString()}/explanation"));
        foreach (var issued in read.Body.GetProperty("documents").EnumerateArray())
            Note(await person.Get($"/api/v1/cases/{id}/documents/{issued.GetProperty("n").GetInt32()}"));
        if (random.Next(8) == 0)
        {
            Note(await person.Post($"/api/v1/cases/{id}/corrections", new { sequence = random.Next(1, 30), day = Any(Days), note = "更正" }, version));
        }
        else if (random.Next(40) == 0)
        {
            Note(await person.Post($"/api/v1/cases/{id}/cancellation", new { note = "误开" }, version));
        }
        else if (allowed.Count > 0)
        {
            var trigger = allowed[random.Next(allowed.Count)];
            Note(await person.Post(
                $"/api/v1/cases/{id}/triggers/{trigger.GetProperty("name").GetString()}",
                new { input = Input(trigger.GetProperty("input")), occurredOn = Day(), note = "补记" },
                version));
        }
    }

    private void Note(Reply reply)
    {
        reply.Status.Should().BeLessThan(500, reply.Text);
        statuses[reply.Status] = statuses.GetValueOrDefault(reply.Status) + 1;
    }

    private string? Day() => random.Next(10) == 0 ? Any(Days) : null;

    private Dictionary<string, object?> Input(JsonElement fields) => fields.EnumerateArray()
        .Where(field => field.GetProperty("required").GetBoolean() || random.Next(4) > 0)
        .ToDictionary(field => field.GetProperty("name").GetString()!, Value);

    private object? Value(JsonElement field)
    {
        if (random.Next(60) == 0)
            return Any<object?>([null, "", "\0", new string('字', 5000), -1, new[] { 1 }, new { a = 1 }, true, "2026-13-01", "<script>", "{{ 1 }}"]);
        string[] values = [.. field.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()!)];
        return field.GetProperty("type").GetString() switch
        {
            "choice" => Any(values),
            "choices" => values.Where(_ => random.Next(2) == 0).ToArray(),
            "date" => Any(random.Next(4) == 0 ? Days : ["2026-03-02", "2026-03-20", "2026-04-10"]),
            "instant" => $"{Any(Days)}T10:30:00+08:00",
            "integer" or "money" => random.Next(3) == 0 ? Any(Numbers) : 5,
            "boolean" => random.Next(2) == 0,
            "list" => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Input(field.GetProperty("columns"))).ToArray(),
            _ => Any(["内容", "220282199001011234", "huadian.education-bureau", "甲乙丙"]),
        };
    }

    private T Any<T>(T[] among) => among[random.Next(among.Length)];
}
