using System.Collections.Immutable;
using FluentAssertions;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Storage;

/// <summary>What the calendar opened and what was collected lasts, is found by index, and follows from the journal.</summary>
public sealed class ScheduledCasesTest
{
    private const string Filing = "test.filing";
    private const string Bureau = TestAgencies.Bureau;
    private FakeClock clock = null!;
    private ReferenceDataSource reference = null!;
    private StorageOptions options = null!;
    private CaseDatabase database = null!;
    private string root = null!;

    [SetUp]
    public void Begin()
    {
        clock = new FakeClock(ChinaTime.StartOf(new LocalDate(2025, 6, 2)));
        root = Directory.CreateTempSubdirectory("schedule-test-").FullName;
        options = new StorageOptions { DataFolder = Path.Combine(root, "data"), Clock = clock };
        var procedures = TestProcedures.All.Append(TestProcedures.Filing).Aggregate(ProcedureRegistry.Empty, (registry, definition) =>
            registry.With(new PreparedDefinition(definition, 1, "test") { EffectiveAt = clock.GetCurrentInstant() }));
        var agencies = TestAgencies.Directory.All.SetItem(Bureau, ScheduleTests.Department(Bureau));
        reference = new ReferenceDataSource(new ReferenceData(
            procedures, CalendarRegistry.Of(CalendarArchive.Official), new AgencyDirectory(agencies), ImmutableDictionary<string, int>.Empty));
        database = Open();
    }

    [TearDown]
    public void End()
    {
        database.Dispose();
        Directory.Delete(root, recursive: true);
    }

    [Test]
    public async Task Sweep_AfterTwoMissedPeriodsAndAStopBetween_OpensEachOnce()
    {
        await NewSweep().Run(clock.GetCurrentInstant());
        clock.Reset(ChinaTime.StartOf(new LocalDate(2026, 4, 7)));
        var missed = new Agenda(new DueWork(database.Cases), reference).Due(clock.GetCurrentInstant());
        missed.Select(one => one.Period).Should().Equal(new LocalDate(2025, 12, 31), new LocalDate(2026, 3, 31));
        // One is committed, then the process ends.
        await Commands().Execute(missed[0].Request());
        database.Dispose();
        database = Open();

        await Task.WhenAll(NewSweep().Run(clock.GetCurrentInstant()), NewSweep().Run(clock.GetCurrentInstant()));

        database.Cases.Count(new CaseFilter { Procedure = Filing }).Should().Be(4);
        Periods().Should().Equal("2024-12-31", "2025-03-31", "2025-12-31", "2026-03-31");
        foreach (var one in missed)
        {
            var state = database.Journal.Find(one.Id)!;
            state.Schedule.Should().Be(new ScheduledOpening(one.Schedule, one.Period, Late: true));
            state.OpenedOn.Should().Be(one.Period);
        }

        NewSweep().NextDue(clock.GetCurrentInstant()).Should().NotBeNull();
        database.Cases.Count(new CaseFilter { Schedule = "first-half", Period = new LocalDate(2026, 3, 31) }).Should().Be(1);
        database.Cases.Count(new CaseFilter { Period = new LocalDate(2026, 3, 30) }).Should().Be(0);
        database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Collect_TakesEachFactOnceAndVerifies()
    {
        await Refuse("甲");
        await Refuse("乙");
        var first = await File();
        await Refuse("丙");
        database.Dispose();
        database = Open();
        var second = await File();
        await Accept(new CaseRequest(first, new Command.CancelCase { Actor = TestAgencies.Everyone, Note = "误开" }));
        var third = await File();

        Titles(first).Should().Equal("甲", "乙");
        Titles(second).Should().Equal("丙");
        Titles(third).Should().Equal("甲", "乙");
        database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Verification_FindsAnAlteredStretchOrPeriod()
    {
        await NewSweep().Run(clock.GetCurrentInstant());
        await Refuse("甲");
        await File();
        Sql("UPDATE collected SET last = last + 1");
        Sql("UPDATE cases SET period = '2020-03-31' WHERE period = '2025-03-31'");

        database.Verification.Run(replayed: true).Faults.Select(fault => fault.Kind)
            .Should().BeEquivalentTo([FaultKind.AlteredProjection, FaultKind.AlteredCase]);
    }

    private CaseDatabase Open() => CaseDatabase.Open(options, (procedure, version) => reference.Current.Procedures.Find(procedure, version)!.Definition);

    private CaseCommands Commands() => new(database.Journal, reference, clock);

    private Sweep NewSweep() => new(new DueWork(database.Cases), Commands(), reference);

    private IEnumerable<string> Periods() => new[] { "first-half", "second-half" }
        .SelectMany(schedule => database.Cases.Opened(Filing, schedule)).Select(opened => $"{opened.Period:uuuu-MM-dd}").Order(StringComparer.Ordinal);

    private IEnumerable<string> Titles(CaseId id) =>
        ((FieldValue.Rows)database.Journal.Find(id)!.Fields["entries"]).Items.Select(row => ((FieldValue.Text)row["title"]).Value);

    private async Task<CaseId> File()
    {
        var id = new CaseId(Guid.NewGuid());
        await Accept(new CaseRequest(id, Opening(id, new { half = "first" })) { Procedure = Filing });
        return id;
    }

    private async Task Refuse(string subject)
    {
        var id = new CaseId(Guid.NewGuid());
        await Accept(new CaseRequest(id, Opening(id, new { subject })) { Procedure = TestProcedures.Application });
        await Accept(new CaseRequest(id, new Command.FireTrigger { Actor = TestAgencies.Everyone, Trigger = "register" }));
        await Accept(new CaseRequest(id, new Command.FireTrigger
        {
            Actor = TestAgencies.Everyone,
            Trigger = "reply",
            Input = World.Json(new Dictionary<string, string> { ["reply.outcome"] = "refused" }),
        }));
    }

    private static Command.OpenCase Opening(CaseId id, object input) =>
        new() { Actor = TestAgencies.Everyone, Id = id, Agency = Bureau, Input = World.Json(input) };

    private async Task Accept(CaseRequest request) => (await Commands().Execute(request)).Should().BeOfType<CaseOutcome.Done>();

    private void Sql(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(options.DataFolder, "cases.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().Should().Be(1);
    }
}
