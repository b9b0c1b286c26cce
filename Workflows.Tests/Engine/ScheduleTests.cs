using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>The calendar opens a case for each agency and period: once, on the right day, and late when it could not be sooner.</summary>
public class ScheduleTests
{
    private const string Filing = "test.filing";
    private static readonly Instant MON_2026_03_02 = ChinaTime.StartOf(new LocalDate(2026, 3, 2)) + Duration.FromHours(9);

    [Test]
    public void A_year_opens_each_period_on_its_day()
    {
        var world = Begin();
        world.On("2027-01-05");

        Openings(world).Should().Equal(
            "first-half 2025-03-31 test.bureau on 2026-03-02 late",
            "second-half 2025-12-31 test.bureau on 2026-03-02 late",
            "first-half 2026-03-31 test.bureau on 2026-03-31",
            "second-half 2026-12-31 test.bureau on 2026-12-31");
        var filing = Case(world, "2026-03-31");
        filing.Fields["half"].Should().Be(new FieldValue.Text("first"));
        var entries = world.Journal.History(filing.Id);
        entries[0].Actor.Should().Be(new ActorStamp("time", "按日历立案", null, null));
        entries[0].Note.Should().BeNull();
        entries.Select(entry => entry.Event).OfType<CaseEvent.DeadlineChanged>().First().New!.Due.Should().Be(new LocalDate(2026, 4, 15));
    }

    [Test]
    public async Task After_downtime_what_was_missed_opens_once_and_says_that_it_is_late()
    {
        var world = Begin();
        await world.Sweep.Run(world.Clock.GetCurrentInstant());
        world.Clock.Reset(ChinaTime.StartOf(new LocalDate(2027, 1, 5)));

        (await world.Sweep.Run(world.Clock.GetCurrentInstant())).Should().BePositive();

        Openings(world).Skip(2).Should().Equal(
            "first-half 2026-03-31 test.bureau on 2026-03-31 late",
            "second-half 2026-12-31 test.bureau on 2026-12-31 late");
        var entries = world.Journal.History(Case(world, "2026-03-31").Id);
        entries[0].Note.Should().Be("“上半年报备”应于 2026-03-31 立案，至 2027-01-05 补立");
        entries[0].RecordedAt.Should().Be(world.Clock.GetCurrentInstant());
        var warned = entries.Single(entry => entry.Event is CaseEvent.Warned);
        warned.OccurredOn.Should().Be(new LocalDate(2026, 4, 15), "the clock counted from the day of the period");
        (await world.Sweep.Run(world.Clock.GetCurrentInstant())).Should().Be(0);
    }

    [Test]
    public async Task Two_sweeps_that_both_find_it_missing_open_it_once()
    {
        var world = Begin();
        var other = new Sweep(world.Journal, world.Commands, world.Reference);
        var now = world.Clock.GetCurrentInstant();
        // Both have looked before either opens.
        (world.Sweep.NextDue(now), other.NextDue(now)).Should().Be((world.Sweep.NextDue(now), world.Sweep.NextDue(now)));

        await Task.WhenAll(world.Sweep.Run(now), other.Run(now));

        Openings(world).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        world.Journal.Cases.Select(state => state.Reference).Should().BeEquivalentTo(["备〔2026〕1号", "备〔2026〕2号"]);
    }

    [Test]
    public void An_agency_added_later_begins_with_the_period_after_and_a_merged_one_has_none()
    {
        var world = Begin();
        world.On("2026-03-31");
        Put(world, Department("test.new") with { Since = world.Clock.GetCurrentInstant() });
        world.On("2026-05-06");
        Put(world, Department(TestAgencies.Bureau) with { Successor = "test.new", MergedOn = new LocalDate(2026, 5, 6) });
        world.On("2027-04-01");

        Openings(world).Skip(3).Should().Equal(
            "second-half 2026-12-31 test.new on 2026-12-31",
            "first-half 2027-03-31 test.new on 2027-03-31");
    }

    [Test]
    public void A_new_version_holds_for_the_periods_after_its_publication()
    {
        var world = Begin();
        world.On("2026-06-01");
        var moved = TestProcedures.Text(Filing).Replace("on: 03-31", "on: [01-31, 07-31]", StringComparison.Ordinal);
        Publish(world, moved, 2);
        world.On("2027-02-01");

        Openings(world).Skip(2).Should().Equal(
            "first-half 2026-03-31 test.bureau on 2026-03-31",
            "first-half 2026-07-31 test.bureau on 2026-07-31",
            "second-half 2026-12-31 test.bureau on 2026-12-31",
            "first-half 2027-01-31 test.bureau on 2027-01-31");
        Case(world, "2026-07-31").DefinitionVersion.Should().Be(2);
    }

    [Test]
    public async Task A_refused_opening_is_told_once_a_day_and_holds_up_nothing()
    {
        List<RefusedOpening> refused = [];
        var world = Begin(TestProcedures.Text(Filing).Replace("    with: { half: first }\n", "", StringComparison.Ordinal));
        var sweep = new Sweep(world.Journal, world.Commands, world.Reference, refused.Add);
        var now = world.Clock.GetCurrentInstant();

        (await sweep.Run(now)).Should().Be(1);
        (await sweep.Run(now)).Should().Be(0);
        refused.Select(one => (one.Case.Schedule, one.Case.Agency, one.Why)).Should().Equal(
            ("first-half", TestAgencies.Bureau, "有 1 处需要改正：half：半年：必须填写"));
        (sweep.NextDue(now) > now).Should().BeTrue("what was refused is not due again today");
        world.Clock.Reset(now + Duration.FromDays(1));
        await sweep.Run(now + Duration.FromDays(1));
        refused.Should().HaveCount(2);
    }

    [Test]
    public void Every_month_opens_on_its_day()
    {
        var world = Begin(TestProcedures.Text(Filing).Replace("on: 12-31", "on: { every-month: 1 }", StringComparison.Ordinal));
        world.On("2026-07-02");

        Openings(world).Where(one => one.StartsWith("second-half", StringComparison.Ordinal)).Should().Equal(
            "second-half 2026-03-01 test.bureau on 2026-03-02 late",
            "second-half 2026-04-01 test.bureau on 2026-04-01",
            "second-half 2026-05-01 test.bureau on 2026-05-01",
            "second-half 2026-06-01 test.bureau on 2026-06-01",
            "second-half 2026-07-01 test.bureau on 2026-07-01");
    }

    internal static World Begin(string? filing = null, params ProcedureDefinition[] others)
    {
        var agencies = new AgencyDirectory(TestAgencies.Directory.All.SetItem(TestAgencies.Bureau, Department(TestAgencies.Bureau)));
        var world = new World(CalendarRegistry.Of(CalendarArchive.Official), agencies, others.Aggregate(
            ProcedureRegistry.Empty, (registry, definition) => registry.With(new PreparedDefinition(definition, 1, "test"))));
        world.Clock.GetCurrentInstant().Should().Be(MON_2026_03_02);
        Publish(world, filing ?? TestProcedures.Text(Filing), 1);
        return world;
    }

    internal static Agency Department(string id) => new()
    {
        Id = id,
        Name = id,
        Level = "county",
        Division = "220282",
        Superior = TestAgencies.Superior,
        Kinds = ["department"],
    };

    internal static void Put(World world, Agency agency) => world.Reference.Change(data =>
        data with { Agencies = new AgencyDirectory(data.Agencies.All.SetItem(agency.Id, agency)) });

    private static void Publish(World world, string text, int version) => world.Reference.Change(data => data with
    {
        Procedures = data.Procedures.With(new PreparedDefinition(DefinitionReader.Read(text).Definition!, version, "test")
        {
            EffectiveAt = world.Clock.GetCurrentInstant(),
        }),
    });

    private static CaseState Case(World world, string period) =>
        world.Journal.Cases.Single(state => state.Schedule?.Period == World.Day(period));

    private static IEnumerable<string> Openings(World world) => world.Journal.Cases
        .Where(state => state.Schedule is not null).OrderBy(state => state.Schedule!.Period).ThenBy(state => state.Agency, StringComparer.Ordinal)
        .Select(state => $"{state.Schedule!.Name} {state.Schedule.Period:uuuu-MM-dd} {state.Agency} on {state.OpenedOn:uuuu-MM-dd}{(state.Schedule.Late ? " late" : "")}");
}
