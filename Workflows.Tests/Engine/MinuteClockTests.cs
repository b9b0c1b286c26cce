using System.Collections.Immutable;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>A clock in hours or minutes runs out at a moment, also for the conditions that ask whether it has.</summary>
public class MinuteClockTests
{
    private const string Incident = "test.incident";

    // Three hours from 08:20 in China.
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 3, 3, 20);
    private static readonly string Plain = TestProcedures.Text(Incident);

    private World world = null!;
    private CaseId incident;

    [TestCase(-1, false)]
    [TestCase(0, true, Description = "it has run out, as time itself finds")]
    [TestCase(1, true)]
    public void A_condition_sees_that_it_ran_out_the_same_day(int minutes, bool late)
    {
        Begin(Judged);
        world.Clock.Reset(Due + Duration.FromMinutes(minutes));
        world.Fire(incident, "report");
        Late.Should().Be(late);
    }

    [Test]
    public void What_happened_in_time_is_not_late_because_it_is_recorded_later()
    {
        Begin(Judged);
        world.Clock.Reset(Due + Duration.FromHours(1));
        world.Accept(new CaseRequest(incident, new Command.FireTrigger { Actor = world.Actor, Trigger = "report", OccurredAt = Due - Duration.FromMinutes(5), Input = InputValues.None }));
        Late.Should().BeFalse();
    }

    [Test]
    public void A_day_recorded_afterwards_without_a_time_is_judged_by_its_end()
    {
        Begin(Judged);
        world.Clock.Reset(Due + Duration.FromDays(1));
        world.Accept(new CaseRequest(incident, new Command.FireTrigger
        {
            Actor = world.Actor,
            Trigger = "report",
            OccurredOn = new LocalDate(2026, 3, 3),
            Note = "补记",
            Input = InputValues.None,
        }));
        Late.Should().BeTrue();
    }

    [Test]
    public void It_is_shown_as_overdue_from_that_moment()
    {
        Begin(Judged);
        Standing(Due - Duration.FromMinutes(1)).Should().Be((ClockPhase.Running, ClockColour.Green));
        Standing(Due).Should().Be((ClockPhase.Overdue, ClockColour.Overdue));
    }

    [Test]
    public void It_is_extended_while_it_runs_and_not_after_it_ran_out()
    {
        Begin(Extended);
        world.Clock.Reset(Due);
        world.Refuse(incident, "extend", new { more = 30 }).Detail.Should().Contain("届满");
        world.Clock.Reset(Due - Duration.FromMinutes(1));
        world.Fire(incident, "extend", new { more = 30 }).Clocks["report"].Deadline.DueAt.Should().Be(Due + Duration.FromMinutes(30));
    }

    [Test]
    public void What_time_does_when_it_runs_out_is_done_just_before_as_with_a_clock_of_days()
    {
        Begin(text => Judged(text).Replace(
            "      regrade:\n",
            "      expire: { title: 到期, time: report, to: expired, records: [ { kind: late-report, when: { clock: report, is: overdue }, values: {}, basis: { article: 第一条 } } ], basis: { article: 第一条 } }\n      regrade:\n",
            StringComparison.Ordinal).Replace("  closed:\n", "  expired: { title: 已到期, final: true, outcome: expired, notice: none, basis: { article: 第一条 } }\n  closed:\n", StringComparison.Ordinal));
        world.On("2026-03-04");
        world.State(incident).State.Should().Be("expired");
        Late.Should().BeFalse();
    }

    private bool Late => world.Journal.History(incident).Any(entry => entry.Event is CaseEvent.FactRecorded { Kind: "late-report" });

    private static string Judged(string text) => text.Replace(
        "        title: 报告\n        by: handler\n",
        "        title: 报告\n        by: handler\n        records: [ { kind: late-report, when: { clock: report, is: overdue }, values: {}, basis: { article: 第一条 } } ]\n",
        StringComparison.Ordinal);

    private static string Extended(string text) => text
        .Replace("  learnedOn:", "  more: { type: integer, title: 延长分钟 }\n  learnedOn:", StringComparison.Ordinal)
        .Replace("    stops: { on: report }\n", "    stops: { on: report }\n    extension: { on: extend, days: more, atMost: 60 minutes, times: 1, basis: { article: 第一条 } }\n", StringComparison.Ordinal)
        .Replace("      regrade:\n", "      extend: { title: 延长, by: handler, input: { more: required }, basis: { article: 第一条 } }\n      regrade:\n", StringComparison.Ordinal);

    private void Begin(Func<string, string> change)
    {
        var text = change(Plain);
        text.Should().NotBe(Plain);
        var read = DefinitionReader.Read(text, "test");
        read.Diagnostics.Where(found => found.Severity == Severity.Error).Should().BeEmpty();
        ImmutableArray<ProcedureDefinition> others = [.. TestProcedures.All.Where(other => other.Procedure != Incident)];
        world = new World([.. others, read.Definition!]).On("2026-03-03");
        incident = world.Open(Incident, TestAgencies.Bureau, new { occurredAt = "2026-03-03T08:20:00+08:00", grade = "general" });
        world.State(incident).Clocks["report"].Deadline.DueAt.Should().Be(Due);
    }

    private (ClockPhase Phase, ClockColour Colour) Standing(Instant now)
    {
        var state = world.State(incident);
        var definition = world.Reference.Current.Procedures.Newest(Incident)!;
        var calendar = world.Reference.Current.Calendars.Newest(definition.Definition.Calendar);
        var standing = ClockStanding.All(definition, state, now, calendar).Single(one => one.Clock.Name == "report");
        return (standing.Phase, standing.Colour);
    }
}
