using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>Cases that one opens and does not wait for, facts about another agency, and clocks that count from what a field says.</summary>
public class LinkedCaseTests
{
    private const string Incident = "test.incident";
    private const string Pursuit = "test.pursuit";

    private static readonly object TwoFindings = new[]
    {
        new { matter = "甲", verdict = "pursue" }, new { matter = "乙", verdict = "drop" }, new { matter = "丙", verdict = "pursue" },
    };

    private World world = null!;

    [SetUp]
    public void On_a_tuesday() => world = new World(TestProcedures.Linked).On("2026-03-03");

    [Test]
    public void Only_the_rows_named_open_a_case_and_it_goes_to_the_body_of_the_nearest_superior_that_has_one()
    {
        var incident = Open();
        world.Fire(incident, "close", new { findings = TwoFindings });

        var pursuits = world.State(incident).Children;
        pursuits.Select(child => world.State(child.Id).Fields["matter"].ToString()).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        pursuits.Should().OnlyContain(child => child.Linked && child.Agency == TestAgencies.Secrecy);
        pursuits.Should().OnlyContain(child => world.State(child.Id).Parent!.Case == incident, "each side shows the other");
    }

    [Test]
    public void A_linked_case_holds_nothing_up_and_its_end_is_recorded_in_a_case_that_has_ended()
    {
        var incident = Open();
        world.Fire(incident, "pursue-early");
        world.Fire(incident, "close");
        world.State(incident).Closed.Should().BeTrue("a linked case is not waited for");

        world.Fire(world.Child(incident, Pursuit), "end");

        world.Journal.History(incident).Select(entry => entry.Event).OfType<CaseEvent.FactRecorded>().Should().Contain(fact => fact.Kind == "pursued");
        world.State(incident).Children.Single().Outcome.Should().Be("ended");
    }

    [Test]
    public void Cancelling_the_case_that_opened_it_leaves_it_alone()
    {
        var incident = Open();
        world.Fire(incident, "pursue-early");
        world.Accept(new CaseRequest(incident, new Command.CancelCase { Actor = world.Actor, Note = "误开" }));
        world.State(world.Child(incident, Pursuit)).Closed.Should().BeFalse();
    }

    [Test]
    public void Parent_means_the_agency_of_the_case_that_opened_it_and_none_for_a_case_that_nothing_opened()
    {
        var incident = Open();
        world.Fire(incident, "pursue-early");
        var pursuit = world.Child(incident, Pursuit);
        world.Fire(pursuit, "notify");
        world.State(pursuit).Children.Single().Agency.Should().Be(TestAgencies.Bureau);

        var alone = world.Open(Pursuit, TestAgencies.Bureau, new { matter = "自行" });
        world.Refuse(alone, "notify").Detail.Should().Contain("找不到");
        world.State(alone).Children.Should().BeEmpty();
    }

    [Test]
    public void A_fact_can_be_about_another_agency()
    {
        var incident = Open();
        world.Fire(incident, "close");
        world.Journal.History(incident).Select(entry => entry.Event).OfType<CaseEvent.FactRecorded>().Single().Agency.Should().Be(TestAgencies.Superior);
    }

    [Test]
    public void The_clock_counts_from_the_instant_in_the_field_and_a_change_of_grade_computes_it_anew()
    {
        var incident = Open();
        Due("report").Should().Be(Instant.FromUtc(2026, 3, 3, 3, 20), "three hours from 08:20 in China");
        world.Fire(incident, "regrade", new { grade = "major" });
        Due("report").Should().Be(Instant.FromUtc(2026, 3, 3, 1, 20));
        world.Fire(incident, "regrade", new { grade = "none" });
        world.State(incident).Clocks.Should().NotContainKey("report", "a grade without a period has no due date");
        world.Fire(incident, "regrade", new { grade = "general" });
        Due("report").Should().Be(Instant.FromUtc(2026, 3, 3, 3, 20));

        Instant? Due(string clock) => world.State(incident).Clocks[clock].Deadline.DueAt;
    }

    [Test]
    public void A_clock_counts_from_the_event_while_the_field_has_no_value_and_from_the_day_in_it_when_it_has()
    {
        var without = Open();
        world.Fire(without, "report");
        world.State(without).Clocks["review"].Deadline.Due.Should().Be(new LocalDate(2026, 3, 6));

        // Friday 27 February: the next working day is Saturday 28 February, made up for Spring Festival.
        var with = world.Open(Incident, TestAgencies.Bureau, new { grade = "general", learnedOn = "2026-02-27" });
        world.Fire(with, "report");
        world.State(with).Clocks["review"].Deadline.Due.Should().Be(new LocalDate(2026, 3, 3));
    }

    [TestCase("occurredAt", "2026-03-03T09:00:01+08:00")]
    [TestCase("learnedOn", "2026-03-04")]
    public void What_a_clock_counts_from_cannot_lie_in_the_future(string field, string value)
    {
        var id = CaseId.Derive(new CaseId(Guid.NewGuid()), 1, 0);
        var refusal = world.Refuse(new CaseRequest(id, new Command.OpenCase
        {
            Actor = world.Actor,
            Id = id,
            Agency = TestAgencies.Bureau,
            Input = World.Json(new Dictionary<string, string> { ["grade"] = "general", [field] = value }),
        })
        { Procedure = Incident });
        refusal.Fields.Single().Field.Should().Be(field);
    }

    private CaseId Open() =>
        world.Open(Incident, TestAgencies.Bureau, new { grade = "general", occurredAt = "2026-03-03T08:20:00+08:00" });
}
