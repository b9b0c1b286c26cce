using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>Passing the cases of a merged agency, also when it is cut short.</summary>
[Rule("HD-INV-05")]
public sealed class MergerTests
{
    private World world = null!;

    [SetUp]
    public void Start() => world = new World(TestProcedures.All).On("2026-03-02");

    [Test]
    public async Task What_a_run_left_is_done_by_the_next_sweep_and_nothing_twice()
    {
        var cases = Enumerable.Range(0, 5).Select(_ => world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" })).ToList();
        Merge(TestAgencies.Bureau, TestAgencies.Superior);
        // The run ended here: two of the five have passed.
        Follow(cases[3]);
        Follow(cases[1]);

        (await world.Sweep.Run(world.Clock.GetCurrentInstant())).Should().Be(3);
        (await world.Sweep.Run(world.Clock.GetCurrentInstant())).Should().Be(0);

        foreach (var id in cases)
        {
            world.State(id).Agency.Should().Be(TestAgencies.Superior);
            world.Journal.History(id).Count(entry => entry.Event is CaseEvent.AgencyChanged).Should().Be(1);
        }
    }

    [Test]
    public async Task A_sweep_that_is_stopped_leaves_the_rest_to_the_next()
    {
        var id = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        Merge(TestAgencies.Bureau, TestAgencies.Superior);
        (await world.Sweep.FollowMergers(new CancellationToken(canceled: true))).Should().Be(0);
        (await world.Sweep.FollowMergers()).Should().Be(1);
        world.State(id).Agency.Should().Be(TestAgencies.Superior);
    }

    [Test]
    public void A_case_that_nothing_was_merged_for_is_left_as_it_is()
    {
        var id = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        var before = world.State(id);
        Follow(id).Entries.Should().BeEmpty();
        world.State(id).Should().Be(before);
    }

    [Test]
    public void Children_of_another_agency_stay_there_and_know_the_new_parent()
    {
        world = new World(TestProcedures.Linked).On("2026-03-03");
        var id = world.Open("test.incident", TestAgencies.Bureau, new { grade = "general", occurredAt = "2026-03-03T08:20:00+08:00" });
        world.Fire(id, "pursue-early");
        var child = world.Child(id, "test.pursuit");
        var elsewhere = world.State(child).Agency;
        elsewhere.Should().NotBe(TestAgencies.Bureau);
        Merge(TestAgencies.Bureau, TestAgencies.Superior);
        Follow(id);
        world.State(child).Agency.Should().Be(elsewhere);
        world.State(child).Parent!.Agency.Should().Be(TestAgencies.Superior);
        world.State(id).Children.Single().Agency.Should().Be(elsewhere);
    }

    [Test]
    public void A_linked_case_passes_by_itself_when_the_case_that_opened_it_has_ended()
    {
        world = new World(TestProcedures.Linked).On("2026-03-03");
        var id = world.Open("test.incident", TestAgencies.Bureau, new { grade = "general", occurredAt = "2026-03-03T08:20:00+08:00" });
        world.Fire(id, "pursue-early");
        world.Fire(id, "close");
        var child = world.Child(id, "test.pursuit");
        Merge(world.State(child).Agency, TestAgencies.Superior);
        Follow(child);
        world.State(child).Agency.Should().Be(TestAgencies.Superior);
        world.State(id).Children.Single().Agency.Should().Be(TestAgencies.Superior, "each of the two knows where the other is");
        world.State(id).Agency.Should().Be(TestAgencies.Bureau);
    }

    [Test]
    public void A_chain_of_mergers_leads_to_the_agency_that_stands()
    {
        var id = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        Merge(TestAgencies.Bureau, TestAgencies.Superior);
        Merge(TestAgencies.Superior, TestAgencies.Secrecy);
        Follow(id);
        world.State(id).Agency.Should().Be(TestAgencies.Secrecy);
    }

    [Test]
    public void A_merger_is_recorded_on_its_day_but_never_before_the_last_event_of_the_case()
    {
        var early = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        world.On("2026-03-10");
        var late = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        Merge(TestAgencies.Bureau, TestAgencies.Superior, "2026-03-05");
        Follow(early).Entries.Single().OccurredOn.Should().Be(World.Day("2026-03-05"));
        Follow(late).Entries.Single().OccurredOn.Should().Be(World.Day("2026-03-10"));
    }

    private CaseOutcome.Done Follow(CaseId id) => world.Accept(new CaseRequest(id, new Command.FollowMerger { Actor = Actor.System }));

    private void Merge(string agency, string successor, string on = "2026-03-02") => world.Reference.Change(data => data with
    {
        Agencies = new AgencyDirectory(data.Agencies.All.SetItem(agency, data.Agencies.Find(agency)! with
        {
            Successor = successor,
            MergedOn = World.Day(on),
            MergerReason = "机构改革",
        })),
    });
}
