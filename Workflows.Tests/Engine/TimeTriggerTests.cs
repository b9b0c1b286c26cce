using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>What time does when what follows from it cannot be done.</summary>
public class TimeTriggerTests
{
    private const string Procedure = "test.late";

    private const string Text = """
        procedure: test.late
        title: 按期办理
        act: 某制度
        calendar: CN
        reference: 按期〔{year}〕{serial}号

        roles:
          handler: { title: 承办人 }

        clocks:
          work:
            title: 办理期限
            period: 3 working-days
            starts: { on: [open] }
            stops: { on: [finish, escalate] }
            basis: { article: 第三条 }

        opening:
          by: handler
          to: open
          basis: { article: 第三条 }

        states:
          open:
            title: 办理中
            basis: { article: 第三条 }
            on:
              finish: { title: 办结, by: handler, to: ended, basis: { article: 第三条 } }
              escalate:
                title: 逾期移送
                time: work
                opens:
                  - { procedure: test.pursuit, linked: true, agency: { body: supervision }, with: { matter: 逾期 } }
                to: escalated
                basis: { article: 第三条 }
          ended: { title: 已办结, final: true, outcome: ended, notice: none, basis: { article: 第三条 } }
          escalated: { title: 已移送, final: true, outcome: escalated, notice: none, basis: { article: 第三条 } }
        """;

    [Test]
    public void A_time_trigger_takes_effect_whole()
    {
        var world = WorldOf(TestAgencies.Directory);
        var id = world.Open(Procedure, TestAgencies.Bureau);
        world.On("2026-03-09");
        world.State(id).State.Should().Be("escalated");
        world.State(id).Children.Single().Agency.Should().Be(TestAgencies.Secrecy);
    }

    [Test]
    public void Where_no_body_can_take_what_follows_the_case_stays_as_it_was_and_shows_as_overdue()
    {
        var bodiless = TestAgencies.Directory.All[TestAgencies.Superior] with { Bodies = TestAgencies.Directory.All[TestAgencies.Bureau].Bodies };
        var world = WorldOf(new AgencyDirectory(TestAgencies.Directory.All.SetItem(bodiless.Id, bodiless)));
        var id = world.Open(Procedure, TestAgencies.Bureau);
        world.On("2026-03-09");

        world.State(id).State.Should().Be("open");
        world.State(id).Legal.Select(happened => happened.Trigger).Should().Equal("open");
        world.Journal.History(id).Select(entry => entry.Event).OfType<CaseEvent.Warned>().Select(warned => warned.Left).Should().EndWith(0);
        world.Fire(id, "finish").State.Should().Be("ended");
    }

    private static World WorldOf(AgencyDirectory agencies)
    {
        var read = DefinitionReader.Read(Text, Procedure);
        var definitions = TestProcedures.Linked.Append(read.Definition ?? throw new InvalidOperationException(string.Join("\n", read.Diagnostics)));
        return new World(
            CalendarRegistry.Of(CalendarArchive.Official),
            agencies,
            definitions.Aggregate(ProcedureRegistry.Empty, (registry, definition) => registry.With(new PreparedDefinition(definition, 1, "test")))).On("2026-03-03");
    }
}
