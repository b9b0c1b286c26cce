using FluentAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Personal data are erased when they have been kept long enough, and not before; the master key is changed meanwhile.</summary>
public sealed class RetentionTests
{
    private const string Bureau = TestAgencies.Bureau;
    private const string Name = "欧阳春花";
    private TestService service = null!;
    private TestClient handler = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start(settings: ["--Retention:Years", "3"]);
        handler = await service.Join(Bureau, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task A_case_is_erased_after_its_period_and_not_before()
    {
        var ended = await Open();
        (await Erase(ended.Id)).Should().BeProblem(409, "not-allowed");
        (await handler.Post($"/api/v1/cases/{ended.Id}/cancellation", new { note = "误开" }, ("If-Match", "*"))).Should().HaveStatus(200);
        var open = await Open();
        (await Erase(ended.Id)).Should().BeProblem(409, "not-allowed");
        (await Due()).Should().BeEmpty();

        await service.MoveTo("2029-03-02T09:00:00+08:00");
        (await Due()).Should().BeEmpty("the last day is kept");
        (await Erase(ended.Id)).Should().BeProblem(409, "not-allowed");
        await service.MoveTo("2029-03-03T09:00:00+08:00");
        (await Due()).Should().Equal(ended.Id);
        (await Erase(ended.Id, " ")).Should().BeProblem(422, "invalid");
        (await Erase(open.Id)).Should().BeProblem(409, "not-allowed");
        (await Erase(Guid.NewGuid().ToString())).Should().BeProblem(404, "not-found");
        (await handler.Post("/api/v1/retention/erasures", new { reason = "期满" })).Should().BeProblem(403, "forbidden");
        (await handler.Get("/api/v1/retention")).Should().BeProblem(403, "forbidden");

        var erased = await service.Owner.Post("/api/v1/retention/erasures", new { reason = "保存期限届满" });
        erased.Should().HaveStatus(200);
        erased.Body.GetProperty("erased").EnumerateArray().Select(id => id.GetString()).Should().Equal(ended.Id);
        (await Erase(ended.Id)).Should().BeProblem(409, "not-allowed");
        (await Due()).Should().BeEmpty();

        var shown = (await handler.Get($"/api/v1/cases/{ended.Id}?personal=clear")).Body;
        shown.GetProperty("erased").GetBoolean().Should().BeTrue();
        shown.GetProperty("fields").GetProperty("applicant.name").GetString().Should().NotContain("欧阳");
        (await handler.Get($"/api/v1/cases/{open.Id}")).Body.GetProperty("erased").GetBoolean().Should().BeFalse();
        (await handler.Post("/api/v1/cases/search", new { field = "applicant.name", value = Name })).Body.GetProperty("cases").GetArrayLength().Should().Be(1);
        Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        Database.AdminLog.Read(0, 1000).Should().ContainSingle(entry => entry.Action == "case-key.destroyed")
            .Which.Detail.Should().Contain("保存期限届满");
    }

    [Test]
    public async Task The_master_key_is_changed_while_commands_go_on()
    {
        var before = await Open();
        var old = (await service.Owner.Get("/api/v1/master-key")).Body.GetProperty("check").GetString();
        (await handler.Post("/api/v1/master-key/rotation", "{}")).Should().BeProblem(403, "forbidden");
        (await service.Owner.Post("/api/v1/master-key/rotation", "{}")).Should().HaveStatus(202);
        var during = await Open();
        string? check = null;
        while (check is null)
        {
            var standing = (await service.Owner.Get("/api/v1/master-key")).Body;
            if (standing.GetProperty("nextCheck").ValueKind == System.Text.Json.JsonValueKind.Null)
                check = standing.GetProperty("check").GetString();
        }

        check.Should().NotBe(old);
        foreach (var one in new[] { before, during, await Open() })
        {
            await one.Send("register");
            (await handler.Get($"/api/v1/cases/{one.Id}?personal=clear")).Text.Should().Contain(Name);
        }

        (await handler.Post("/api/v1/cases/search", new { field = "applicant.name", value = Name })).Body.GetProperty("cases").GetArrayLength().Should().Be(3);
        Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task A_key_that_was_altered_stops_the_change_of_the_master_key_and_nothing_else()
    {
        using var captured = new LogCapture();
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(captured);
        var spoiled = await Open();
        var good = await Open();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(service.Folder, "data", "cases.db")};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE case_keys SET wrapped = zeroblob(length(wrapped)) WHERE rowid = (SELECT min(rowid) FROM case_keys)";
            (await command.ExecuteNonQueryAsync()).Should().Be(1);
        }

        (await service.Owner.Post("/api/v1/master-key/rotation", "{}")).Should().HaveStatus(202);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!captured.Lines.Any(line => line.Contains("cannot go on")))
            await Task.Delay(10, deadline.Token);
        (await service.Owner.Get("/api/v1/master-key")).Body.GetProperty("nextCheck").ValueKind.Should().Be(System.Text.Json.JsonValueKind.String, "both keys are still needed");
        await good.Send("register");
        (await handler.Get($"/api/v1/cases/{good.Id}?personal=clear")).Text.Should().Contain(Name);
        Database.Verification.Run(replayed: true).Faults.Should().Contain(fault => fault.Case.ToString() == spoiled.Id);
    }

    private CaseDatabase Database => service.Services.GetRequiredService<CaseDatabase>();

    private Task<KnownCase> Open() =>
        handler.Open(TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = Name });

    private Task<Reply> Erase(string id, string reason = "期满") => service.Owner.Post("/api/v1/retention/erasures", new { reason, @case = id });

    private async Task<string?[]> Due() =>
        [.. (await service.Owner.Get("/api/v1/retention")).Body.GetProperty("cases").EnumerateArray().Select(found => found.GetProperty("id").GetString())];
}
