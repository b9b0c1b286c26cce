using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;
using Workflows.Storage.Schema;
using Workflows.Tests.Api.Admin;
using Workflows.Tests.Scenarios;
using Baicheng = Workflows.Tests.Scenarios.Baicheng.Application;

namespace Workflows.Tests.Api.Reports;

/// <summary>Cases that were there before the annual report was: they are counted when a version says where.</summary>
public sealed partial class ReportFillTests
{
    private const string Agency = Bodies.Commerce;
    private const string Before = "20261122190500_SchedulesAndCollections";
    private static readonly ProcedureVersion Newest = ProcedureCatalogue.Embedded.LatestOf(Baicheng.Procedure)!;
    private string folder = null!;
    private string owner = null!;

    [SetUp]
    public void Prepare() => folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Database_of_an_older_program_is_counted_and_its_facts_follow_their_events()
    {
        string ended, open, citizen;
        await using (var host = await Start(WithoutReport(Newest)))
        {
            var person = await Person(host);
            (ended, open) = await Cases(person);
            citizen = (await person.Open(Baicheng.Procedure, Agency, Baicheng.Citizen)).Id;
            (await Listed(person, 2026, "received", "total")).Should().BeEmpty("no version counts them");
        }

        MakeOld();
        for (var start = 0; start < 2; start++)
        {
            await using var host = await Start(Newest);
            var person = await Person(host);
            (await Listed(person, 2026, "received", "total")).Should().BeEquivalentTo(ended, open, citizen);
            (await Listed(person, 2026, "refused-state-secret", "natural-person")).Should().Equal(ended);
            (await Listed(person, 2026, "carried-out", "other")).Should().Equal(open);
            var entry = (await person.Get("/api/v1/registers/non-disclosure-register")).Body.GetProperty("entries").EnumerateArray().Single();
            entry.GetProperty("occurredOn").GetString().Should().Be("2026-02-26", "its event was corrected to that day");
            await Sound(host);
        }
    }

    [Test]
    public async Task Verification_of_a_database_of_an_older_program_finds_nothing()
    {
        await using (var host = await Start(WithoutReport(Newest)))
            await Cases(await Person(host));
        MakeOld();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        (await CommandLine.Run(["verify", "--data", Path.Combine(folder, "data"), "--sandbox-clock", TestService.MON_2026_03_02, "--environment", "Development"], output, error))
            .Should().Be(0, output.ToString() + error);
    }

    [Test]
    public async Task Version_that_says_where_counts_the_cases_of_those_before_it()
    {
        await using var host = await Start(WithoutReport(Newest));
        var person = await Person(host);
        var (ended, open) = await Cases(person);
        await Client(host, owner).Publish(Baicheng.Procedure, Newest.Definition.Source);
        (await Listed(person, 2026, "refused-state-secret", "natural-person")).Should().Equal(ended);
        (await Listed(person, 2026, "carried-out", "other")).Should().Equal(open);
        var later = await person.Open(Baicheng.Procedure, Agency, Baicheng.Citizen);
        (await Listed(person, 2026, "received", "natural-person")).Should().BeEquivalentTo(ended, later.Id);
        await (await person.Read(open)).Send("register", new Given { ["applicant.organisationKind"] = "business" });
        (await Listed(person, 2026, "carried-out", "business")).Should().Equal([open], "a case of the old version is counted by the new one when it goes on");
        await Sound(host);
    }

    private static async Task<(string Ended, string Open)> Cases(TestClient person)
    {
        var ended = await person.Open(Baicheng.Procedure, Agency, Baicheng.Citizen, "2026-02-25", "补记");
        await ended.Send("register", null, "2026-02-25", "补记");
        await ended.Send("reply", Baicheng.Refusing("state-secret"), "2026-03-02");
        (await person.Post($"/api/v1/cases/{ended.Id}/corrections", new { sequence = await Replied(person, ended), day = "2026-02-26", note = "登记错误" }, ("If-Match", "*"))).Should().HaveStatus(200);
        return (ended.Id, (await person.Open(Baicheng.Procedure, Agency, Baicheng.Organisation)).Id);
    }

    private static async Task<int> Replied(TestClient person, KnownCase ended) =>
        (await person.Get($"/api/v1/cases/{ended.Id}/history?limit=200")).Body.GetProperty("entries").EnumerateArray()
        .Last(entry => entry.GetProperty("event").GetString() == "moved").GetProperty("sequence").GetInt32();

    /// <summary>What the program before the report left: its tables, and facts on the days of recording.</summary>
    private void MakeOld()
    {
        SqliteConnection.ClearAllPools();
        var file = $"Data Source={Path.Combine(folder, "data", "cases.db")};Pooling=False";
        using (var context = new StorageContext(StorageContext.Options(file)))
            context.GetService<IMigrator>().Migrate(Before);
        using var connection = new SqliteConnection(file);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE facts SET occurred_on = '2026-03-02'; PRAGMA user_version = 2;";
        command.ExecuteNonQuery().Should().BePositive("facts were recorded");
    }

    private async Task<ServiceHost> Start(ProcedureVersion application)
    {
        var others = ProcedureCatalogue.Embedded.Latest.Where(version => version.Procedure != Baicheng.Procedure);
        var host = ServiceHost.Build(TestService.Arguments(folder), new Seed(
            others.Append(application).Aggregate(ProcedureCatalogue.Empty, (all, version) => all.With(version with { Version = 1 })),
            [.. Bodies.Directory.All.Values.Select(agency => agency with { Kinds = [] })]));
        owner = await host.Start() ?? owner;
        return host;
    }

    private async Task<TestClient> Person(ServiceHost host)
    {
        // As an older program made it, whose keys did not expire.
        var made = await host.Services.GetRequiredService<CaseDatabase>().AccessKeys.Create(
            new KeyTerms("测试人员", ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Agency, ["registrar", "handler"]), MayBackdate: true),
            new ActorStamp(Actor.System.Id, Actor.System.Name, null, null));
        return Client(host, made.Clear);
    }

    private static TestClient Client(ServiceHost host, string key)
    {
        var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new TestClient(http);
    }

    private static async Task<IEnumerable<string>> Listed(TestClient person, int year, string row, string column)
    {
        var report = await person.Get($"/api/v1/reports/annual?agency={Agency}&year={year}");
        report.Should().HaveStatus(200);
        var cell = report.Body.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("name").GetString() == row)
            .GetProperty("cells").EnumerateArray().Single(one => one.GetProperty("column").GetString() == column);
        var cases = (await person.Get(cell.GetProperty("cases").GetString()!)).Body.GetProperty("cases").EnumerateArray().Select(known => known.GetProperty("id").GetString()!).ToList();
        cell.GetProperty("number").GetInt32().Should().Be(cases.Count);
        return cases;
    }

    private async Task Sound(ServiceHost host)
    {
        var sound = await Client(host, owner).Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue(sound.Text);
    }

    /// <summary>The procedure as it was before the annual report.</summary>
    private static ProcedureVersion WithoutReport(ProcedureVersion version)
    {
        var text = StateRows().Replace(Columns().Replace(version.Definition.Source, "\n"), "");
        text.Should().NotContain("report:").And.NotContain("annualReport:");
        return ProcedureVersion.Of(DefinitionReader.Read(text, Baicheng.Procedure).Definition!, 1);
    }

    [GeneratedRegex(@"\nannualReport:\n(?:  .*\n)+")]
    private static partial Regex Columns();

    [GeneratedRegex(@" {4}report:.*\n(?: {6}- .*\n)*")]
    private static partial Regex StateRows();
}
