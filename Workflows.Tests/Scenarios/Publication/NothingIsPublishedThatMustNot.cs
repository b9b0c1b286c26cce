using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Publication;

/// <summary>Whatever anybody tries with information that an agency means to publish, in whatever order.</summary>
public class NothingIsPublishedThatMustNot
{
    private const int Runs = 300;

    private static readonly Func<Case>[] Starts =
    [
        () => Disclosures.Opened(),
        () => Disclosures.Reviewed(),
        () => Disclosures.Reviewed("state-secret"),
        () => Disclosures.Found("security-or-stability"),
        () => Disclosures.Consulting("甲公司"),
        () => Disclosures.Reviewed("privacy"),
    ];

    private static readonly Gen<Step> One =
        from days in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 5)))
        from which in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 3)))
        from trigger in Gen.Choose(10, 60)
        from offered in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Step(days, which, trigger, offered, seed);

    [Test]
    public void No_secret_and_nothing_dangerous_is_published_and_others_secrets_only_after_a_decision() => Holds((before, decided) =>
    {
        var conclusion = (before.Fields.GetValueOrDefault("secrecy.conclusion") as FieldValue.Text)?.Value;
        conclusion.Should().NotBeNull().And.NotBe("state-secret").And.NotBe("security-or-stability");
        if (conclusion is "commercial-secret" or "privacy")
            decided.Should().BeTrue("consent or the public interest comes first");
    });

    /// <summary>Each case as its publication found it, and whether disclosure had been decided by then, with the right-holders told.</summary>
    private static void Holds(Action<CaseState, bool> check)
    {
        var published = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(40), Prop.ForAll(
            (from start in Gen.Choose(0, Starts.Length - 1) from steps in Gen.ArrayOf(One) select (start, steps)).ToArbitrary(), walk =>
            {
                var one = Starts[walk.start]();
                foreach (var step in walk.steps)
                {
                    step.Wait(one.World);
                    step.Do(one.World);
                    Publish(one);
                }

                foreach (var disclosure in one.World.Journal.Cases.Where(known => known.Procedure == Disclosures.Procedure))
                {
                    CaseState? before = null;
                    foreach (var entry in one.World.Journal.History(disclosure.Id))
                    {
                        if (entry.Event is CaseEvent.Moved { Trigger: "publish" })
                        {
                            check(before!, before!.Documents.Any(issued => issued.Document == "decision-notice"));
                            published++;
                        }

                        before = CaseState.Evolve(before, entry);
                    }
                }
            }));
        published.Should().BeGreaterThan(Runs / 20, "the walks must come to publications");
    }

    /// <summary>Random input seldom is complete; this is.</summary>
    private static void Publish(Case one) => one.World.Send(new CaseRequest(one.Id, new Command.FireTrigger
    {
        Actor = one.World.Actor,
        Trigger = "publish",
        Input = Engine.World.Json(Disclosures.Website),
    }));
}
