using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios;

/// <summary>Whatever anybody does with an application in Huadian, in whatever order.</summary>
public class Properties
{
    private const int Runs = 300;

    private static readonly JournalCodec Codec = new((procedure, _) => Catalogue.Definition(procedure));

    [Test]
    public void Nothing_throws_and_what_is_refused_changes_nothing() => Holds(walk =>
    {
        var world = walk.Begin();
        foreach (var step in walk.Steps)
        {
            step.Wait(world);
            var before = world.Journal.Cases.ToDictionary(one => one.Id);
            if (step.Do(world) is CaseOutcome.Refused refused)
            {
                refused.Refusal.Detail.Should().NotBeEmpty();
                world.Journal.Cases.Should().OnlyContain(one => ReferenceEquals(before.GetValueOrDefault(one.Id), one));
            }
        }
    });

    [Test]
    public void The_journal_gives_the_case() => Holds(walk =>
    {
        var world = walk.End();
        foreach (var one in world.Journal.Cases)
        {
            var folded = world.Journal.History(one.Id)
                .Select(entry => Codec.ReadEntry(Written(one, entry), one.Procedure, one.DefinitionVersion, PlainSealer.Instance))
                .Aggregate((CaseState?)null, CaseState.Evolve);
            Codec.WriteState(folded!, PlainSealer.Instance).Should().Equal(Codec.WriteState(one, PlainSealer.Instance));
        }
    });

    [Test]
    public void The_same_commands_give_the_same_journal() => Holds(walk => Written(walk.End()).Should().Be(Written(walk.End())));

    [Test]
    public void Legal_days_never_run_backward() => Holds(walk =>
    {
        foreach (var one in walk.End().Journal.Cases)
            one.Legal.Select(happened => happened.Day).Should().BeInAscendingOrder();
    });

    [Test]
    public void Numbers_have_no_gaps() => Holds(walk =>
    {
        var world = walk.End();
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
    public void Neither_a_state_secret_nor_what_endangers_is_ever_disclosed() => EachReply((before, outcome) =>
    {
        if (Text(before, "secrecy.conclusion") is not ("state-secret" or "security-or-stability")
            && Text(before, "findings.stateSecret") is not ("yes" or "doubt") && Text(before, "findings.securityOrStability") is not ("yes" or "doubt"))
            return;
        outcome.Should().NotBe("disclosed");
        if (outcome == "partly-disclosed")
            before.Fields["secrecy.separable"].Should().Be(new FieldValue.Boolean(true));
    });

    [Test, Rule("HD-SEC-06"), Rule("HD-SEC-07")]
    public void A_commercial_secret_or_privacy_is_disclosed_only_with_consent_or_in_the_public_interest() => EachReply((before, outcome) =>
    {
        if (outcome != "disclosed" || (Text(before, "secrecy.conclusion") is not ("commercial-secret" or "privacy")
            && Text(before, "findings.commercialSecret") is not ("yes" or "doubt") && Text(before, "findings.personalPrivacy") is not ("yes" or "doubt")))
            return;
        if (before.Flags.Contains("disclosure-decided-over-objection"))
            return;
        var answers = before.Children.Where(child => child.Procedure == Application.Consultation).Select(child => child.Outcome).ToArray();
        answers.Should().Contain(answer => answer == "consented" || answer == "deemed-consent");
        answers.Should().NotContain(["objected", "undelivered"]);
    });

    /// <summary>The case as each reply found it, and the outcome replied.</summary>
    private static void EachReply(Action<CaseState, string?> check)
    {
        var replies = 0;
        Holds(walk =>
        {
            var world = walk.End();
            foreach (var one in world.Journal.Cases)
            {
                CaseState? before = null;
                foreach (var entry in world.Journal.History(one.Id))
                {
                    var after = CaseState.Evolve(before, entry);
                    if (entry.Event is CaseEvent.Moved { Trigger: "reply" })
                    {
                        check(before!, Text(after, "reply.outcome"));
                        replies++;
                    }

                    before = after;
                }
            }
        });
        replies.Should().BeGreaterThan(Runs / 20, "the walks must come to replies");
    }

    private static string? Text(CaseState state, string field) =>
        (state.Fields.GetValueOrDefault(field) as FieldValue.Text)?.Value;

    private static string Written(World world) => string.Join("\n", world.Journal.Cases.OrderBy(one => one.Id.Value)
        .SelectMany(one => world.Journal.History(one.Id).Select(entry => Encoding.UTF8.GetString(Written(one, entry)))));

    private static byte[] Written(CaseState one, JournalEntry entry) =>
        Codec.WriteEntry(entry, one.Procedure, one.DefinitionVersion, PlainSealer.Instance);

    private static void Holds(Action<Walk> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(40),
        Prop.ForAll(Walk.Any.ToArbitrary(), property));
}
