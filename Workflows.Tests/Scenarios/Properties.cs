using System.Text.Json;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios;

/// <summary>Whatever anybody does with an application in Huadian, in whatever order.</summary>
public class Properties
{
    private const int Runs = 300;

    [Test]
    public void Nothing_throws_and_what_is_refused_changes_nothing() => Holds(steps =>
    {
        var world = Catalogue.World();
        foreach (var step in steps)
        {
            var before = world.Journal.Cases.ToDictionary(one => one.Id);
            if (step.Do(world) is CaseOutcome.Refused refused)
            {
                refused.Refusal.Detail.Should().NotBeEmpty();
                world.Journal.Cases.Should().OnlyContain(one => ReferenceEquals(before.GetValueOrDefault(one.Id), one));
            }
        }
    });

    [Test]
    public void The_journal_gives_the_case() => Holds(steps =>
    {
        var world = After(steps);
        foreach (var one in world.Journal.Cases)
        {
            var folded = world.Journal.History(one.Id).Aggregate((CaseState?)null, CaseState.Evolve);
            JsonSerializer.Serialize(folded).Should().Be(JsonSerializer.Serialize(one));
        }
    });

    [Test]
    public void The_same_commands_give_the_same_journal() => Holds(steps => Written(After(steps)).Should().Be(Written(After(steps))));

    [Test]
    public void Legal_days_never_run_backward() => Holds(steps =>
    {
        foreach (var one in After(steps).Journal.Cases)
            one.Legal.Select(happened => happened.Day).Should().BeInAscendingOrder();
    });

    [Test]
    public void Numbers_have_no_gaps() => Holds(steps =>
    {
        var world = After(steps);
        var series = world.Journal.Cases.SelectMany(one => world.Journal.History(one.Id)).Select(entry => entry.Event switch
        {
            CaseEvent.Opened opened => opened.Reference,
            CaseEvent.DocumentIssued issued => issued.Number,
            _ => null,
        }).Where(number => number?.Series is not null).GroupBy(number => (number!.Series, number.Year), number => number!.Serial);
        foreach (var numbers in series)
            numbers.Order().Should().Equal(Enumerable.Range(1, numbers.Count()));
    });

    [Test, Rule("HD-APP-08")]
    public void No_reply_comes_before_the_six_findings() => EachReply((before, _) =>
        before.Fields.Keys.Should().Contain(Application.Nothing.Keys));

    [Test, Rule("HD-APP-16")]
    public void Nothing_is_disclosed_without_a_secrecy_conclusion() => EachReply((before, outcome) =>
    {
        if (outcome is "disclosed" or "partly-disclosed")
            before.Fields.Keys.Should().Contain("secrecy.conclusion");
    });

    [Test, Rule("HD-SEC-06")]
    public void A_state_secret_is_never_disclosed() => EachReply((before, outcome) =>
    {
        if (Text(before, "secrecy.conclusion") == "state-secret" || Text(before, "findings.stateSecret") is "yes" or "doubt")
            outcome.Should().NotBe("disclosed");
    });

    /// <summary>The case as each reply found it, and the outcome replied.</summary>
    private static void EachReply(Action<CaseState, string?> check) => Holds(steps =>
    {
        var world = After(steps);
        foreach (var one in world.Journal.Cases)
        {
            CaseState? before = null;
            foreach (var entry in world.Journal.History(one.Id))
            {
                if (entry.Event is CaseEvent.Moved { Trigger: "reply" })
                    check(before!, Text(CaseState.Evolve(before, entry), "reply.outcome"));
                before = CaseState.Evolve(before, entry);
            }
        }
    });

    private static string? Text(CaseState state, string field) =>
        (state.Fields.GetValueOrDefault(field) as Workflows.Definitions.FieldValue.Text)?.Value;

    private static World After(IEnumerable<Step> steps)
    {
        var world = Catalogue.World();
        foreach (var step in steps)
            step.Do(world);
        return world;
    }

    private static string Written(World world) =>
        string.Join("\n", world.Journal.Cases.OrderBy(one => one.Id.Value).SelectMany(one => world.Journal.History(one.Id)).Select(Written));

    private static string Written(JournalEntry entry) => JsonSerializer.Serialize(entry) + JsonSerializer.Serialize(entry.Event, entry.Event.GetType());

    private static void Holds(Action<Step[]> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(60).WithEndSize(60),
        Prop.ForAll(Steps.Any.ToArbitrary(), property));
}
