using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>Whatever anybody tries with a normative document and its pre-disclosure, in whatever order.</summary>
public class NoStepIsSkipped
{
    private const int Runs = 300;

    private static readonly string[] Order =
        ["finish-draft", "finish-soliciting", "finish-argumentation", "submit", "issue-review-opinion", "decide", "prepare-issue", "countersign", "sign", "hand-over", "publication-concluded"];

    private static readonly Func<Case>[] Starts =
    [
        () => NormativeDocument.Begun("2026-09-21"),
        () => NormativeDocument.UnderReview("2026-09-21"),
        () => NormativeDocument.Reviewed("2026-09-21").Fire("pre-disclose", new Given { ["preDisclosure.reasons"] = "规范补贴发放" }),
        () => NormativeDocument.Adopted("2026-09-21", "2026-09-23"),
        () => NormativeDocument.Issued("2026-09-21", "2026-09-23", "2026-09-30"),
        () => PreDisclosure.Cleared("2026-09-28"),
    ];

    /// <summary>Random input seldom is complete; this is.</summary>
    private static readonly (string Procedure, string Trigger, Given Input)[] Complete =
    [
        (NormativeDocument.Procedure, "finish-draft", NormativeDocument.Draft),
        (NormativeDocument.Procedure, "finish-soliciting", NormativeDocument.Solicited),
        (NormativeDocument.Procedure, "finish-argumentation", NormativeDocument.Argued),
        (NormativeDocument.Procedure, "submit", []),
        (NormativeDocument.Procedure, "issue-review-opinion", NormativeDocument.Lawful),
        (NormativeDocument.Procedure, "decide", NormativeDocument.Decided("adopted")),
        (NormativeDocument.Procedure, "prepare-issue", NormativeDocument.ForIssue),
        (NormativeDocument.Procedure, "countersign", []),
        (NormativeDocument.Procedure, "sign", NormativeDocument.Number),
        (NormativeDocument.Procedure, "hand-over", []),
        (Publication.Procedure, "publish", Publication.OnTheSite),
        (PreDisclosure.Procedure, "record-secrecy-check", PreDisclosure.Clear),
        (PreDisclosure.Procedure, "publish", PreDisclosure.For(1)),
        (PreDisclosure.Procedure, "complete", PreDisclosure.Adjusted),
        (PreDisclosure.Procedure, "decide", new Given { ["decision.content"] = "按调整后的方案实施" }),
    ];

    private static readonly Gen<Step> One =
        from days in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 5)), (1, Gen.Choose(6, 20)))
        from which in Gen.Choose(0, 3)
        from trigger in Gen.Choose(10, 60)
        from offered in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Step(days, which, trigger, offered, seed);

    [Test]
    public void A_published_document_has_gone_every_step_in_order()
    {
        var published = 0;
        Holds(world =>
        {
            foreach (var document in world.Journal.Cases.Where(one => one.Procedure == NormativeDocument.Procedure && one.State is ("published" or "completed")))
            {
                var moves = Moves(world, document.Id).ToList();
                var at = moves.Count;
                foreach (var step in Order.Reverse())
                {
                    at = moves.FindLastIndex(at - 1, move => move.Event.Trigger == step);
                    at.Should().BeGreaterThanOrEqualTo(0, "{0} comes before what follows it", step);
                }

                published++;
            }
        });
        published.Should().BeGreaterThan(Runs / 50, "the walks must come to publications");
    }

    [Test]
    public void Nothing_is_decided_before_its_window_has_closed()
    {
        var decided = 0;
        Holds(world =>
        {
            foreach (var one in world.Journal.Cases)
            {
                foreach (var decision in Moves(world, one.Id).Where(move => move.Event.Trigger == "decide"))
                {
                    var disclosures = one.Procedure == PreDisclosure.Procedure
                        ? [one]
                        : one.Children.Where(child => child.Procedure == PreDisclosure.Procedure).Select(child => world.State(child.Id)).ToArray();
                    disclosures.SelectMany(disclosure => Moves(world, disclosure.Id))
                        .Should().Contain(move => move.Event.Trigger == "close-window" && move.Day <= decision.Day && move.At <= decision.At);
                    decided++;
                }
            }
        });
        decided.Should().BeGreaterThan(Runs / 50, "the walks must come to decisions");
    }

    private static IEnumerable<(CaseEvent.Moved Event, NodaTime.LocalDate Day, NodaTime.Instant At)> Moves(World world, CaseId id) =>
        from entry in world.Journal.History(id)
        where entry.Event is CaseEvent.Moved
        select ((CaseEvent.Moved)entry.Event, entry.OccurredOn, entry.RecordedAt);

    private static void Holds(Action<World> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(40),
        Prop.ForAll((from start in Gen.Choose(0, Starts.Length - 1) from steps in Gen.ArrayOf(One) select (start, steps)).ToArbitrary(), walk =>
        {
            var world = Starts[walk.start]().World;
            foreach (var step in walk.steps)
            {
                step.Wait(world);
                step.Do(world);
                Try(world, step.Seed);
            }

            property(world);
        }));

    private static void Try(World world, int seed)
    {
        var random = new Random(seed);
        for (var tried = 0; tried < 4; tried++)
        {
            var (procedure, trigger, input) = Complete[random.Next(Complete.Length)];
            if (world.Journal.Cases.FirstOrDefault(one => one.Procedure == procedure && !one.Closed) is { } open)
                world.Send(new CaseRequest(open.Id, new Command.FireTrigger { Actor = world.Actor, Trigger = trigger, Input = World.Json(input) }));
        }
    }
}
