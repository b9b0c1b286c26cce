using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>Facts of registers are taken over once, whatever their legal day, and come free when the taker is cancelled.</summary>
public class CollectingTests
{
    private const string Filing = "test.filing";
    private const string Bureau = TestAgencies.Bureau;
    private const string Superior = TestAgencies.Superior;

    [Test]
    public void Each_fact_is_taken_once_by_the_cases_of_an_agency()
    {
        var world = Begin();
        Refuse(world, Bureau, "甲");
        Refuse(world, Bureau, "乙");
        var first = Open(world, Bureau);
        Refuse(world, Bureau, "丙");
        var second = Open(world, Bureau);

        Titles(world, first).Should().Equal("甲", "乙");
        Titles(world, second).Should().Equal("丙");
        Titles(world, Open(world, Bureau)).Should().BeEmpty();
        Titles(world, Open(world, Superior)).Should().Equal(["甲", "乙", "丙"], "another agency collects for itself, of all below it");
    }

    [Test]
    public void What_is_recorded_later_for_an_earlier_day_is_taken_by_the_next()
    {
        var world = Begin();
        Refuse(world, Bureau, "甲");
        var first = Open(world, Bureau);
        world.On("2026-04-20");
        Refuse(world, Bureau, "补记", "2026-03-02");
        world.Fire(first, "gather");

        Titles(world, first).Should().Equal("甲", "补记");
        var row = Rows(world, first)[1];
        row["occurredOn"].Should().Be(new FieldValue.Date(World.Day("2026-03-02")));
        row["case"].Should().Be(new FieldValue.Text("试〔2026〕2号"));
    }

    [Test]
    public void A_cancelled_case_gives_back_what_it_took_and_nothing_else()
    {
        var world = Begin();
        Refuse(world, Bureau, "甲");
        var first = Open(world, Bureau);
        Refuse(world, Bureau, "乙");
        var second = Open(world, Bureau);
        Refuse(world, Bureau, "丙");
        world.Accept(new CaseRequest(first, new Command.CancelCase { Actor = world.Actor, Note = "误开" }));
        var third = Open(world, Bureau);
        world.Accept(new CaseRequest(second, new Command.CancelCase { Actor = world.Actor, Note = "误开" }));
        var fourth = Open(world, Bureau);

        Titles(world, third).Should().Equal("甲", "丙");
        Titles(world, fourth).Should().Equal("乙");
    }

    [Test]
    public void The_successor_takes_what_the_merged_agency_had_not_taken()
    {
        var world = Begin();
        Refuse(world, Bureau, "甲");
        Open(world, Bureau);
        Refuse(world, Bureau, "乙");
        ScheduleTests.Put(world, ScheduleTests.Department("test.new"));
        ScheduleTests.Put(world, ScheduleTests.Department(Bureau) with { Successor = "test.new", MergedOn = World.Day("2026-03-02") });
        world.Actor = TestAgencies.With("new", ["test.new"], "handler");

        Titles(world, Open(world, "test.new")).Should().Equal("乙");
    }

    [Test]
    public void Personal_values_stay_out_of_columns_that_are_not_personal()
    {
        const string Recorded = "values: { title: { field: subject } }";
        var application = TestProcedures.Text(TestProcedures.Application);
        application.Should().Contain(Recorded);
        var telling = Read(application.Replace(Recorded, "values: { title: { field: subject }, applicant: { field: applicant.name } }", StringComparison.Ordinal));
        var kept = TestProcedures.Text(Filing).Replace("title: 申请人 }", "title: 申请人, personal: true }", StringComparison.Ordinal);
        var (open, closed) = (ScheduleTests.Begin(null, telling), ScheduleTests.Begin(kept, telling));
        Refuse(open, Bureau, "甲");
        Refuse(closed, Bureau, "甲");

        Rows(open, Open(open, Bureau)).Single().Keys.Should().Equal("case", "occurredOn", "title");
        Rows(closed, Open(closed, Bureau)).Single()["applicant"].Should().Be(new FieldValue.Text("张三"));
    }

    private static World Begin() => ScheduleTests.Begin(null, TestProcedures.All);

    private static ProcedureDefinition Read(string text) => DefinitionReader.Read(text).Definition!;

    private static CaseId Open(World world, string agency) => world.Open(Filing, agency, new { half = "first" });

    /// <summary>A refused application, which records a fact.</summary>
    private static void Refuse(World world, string agency, string subject, string? day = null)
    {
        var id = new CaseId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16)));
        var on = day is null ? (LocalDate?)null : World.Day(day);
        world.Accept(new CaseRequest(id, new Command.OpenCase
        {
            Actor = world.Actor,
            Id = id,
            Agency = agency,
            OccurredOn = on,
            Note = "补记",
            Input = World.Json(new Dictionary<string, string> { ["subject"] = subject, ["applicant.name"] = "张三" }),
        })
        { Procedure = TestProcedures.Application });
        Fire("register", null);
        Fire("reply", new Dictionary<string, string> { ["reply.outcome"] = "refused" });

        void Fire(string trigger, object? input) => world.Accept(new CaseRequest(id, new Command.FireTrigger
        {
            Actor = world.Actor,
            Trigger = trigger,
            OccurredOn = on,
            Note = "补记",
            Input = World.Json(input),
        }));
    }

    private static ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Rows(World world, CaseId id) =>
        world.State(id).Fields.GetValueOrDefault("entries") is FieldValue.Rows rows ? rows.Items : [];

    private static IEnumerable<string> Titles(World world, CaseId id) => Rows(world, id).Select(row => ((FieldValue.Text)row["title"]).Value);
}
