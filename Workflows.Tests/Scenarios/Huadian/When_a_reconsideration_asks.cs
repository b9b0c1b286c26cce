using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_a_reconsideration_asks
{
    [Test, Rule("HD-SEC-10")]
    public void It_gives_name_content_and_the_reasons_of_both_sides()
    {
        foreach (var field in Reconsideration.Request.Keys.Except(["reconsiderationCase"]))
            Case.RefuseToOpen(Catalogue.World(), Reconsideration.Procedure, Bodies.City, Reconsideration.Request.Without(field)).Misses(field, "HD-SEC-10");
        var asked = Reconsideration.Asked();
        asked.State.State.Should().Be("submitted");
        asked["reconsiderationCase"].Should().Be("桦政复〔2026〕3号");
        var determination = asked.Child(Application.Determination);
        determination.State.Agency.Should().Be(Bodies.Secrecy);
        determination.State.State.Should().Be("under-determination-without-limit");
        determination["asker"].Should().Be("reconsideration-body");
        foreach (var field in new[] { "information.name", "information.content", "applicantReasons", "respondentReasons", "target" })
            determination[field].Should().Be(Reconsideration.Request[field]);
        determination.Due("answer").Should().BeNull("the text sets no limit");
    }

    [Test, Rule("HD-SEC-10")]
    public void The_body_asked_does_not_take_it_without_both_sides_reasons() => Handover.IsComplete(
        Application.Determination,
        Bodies.City,
        Bodies.Secrecy,
        Reconsideration.Request.Without("reconsiderationCase", "targetAgency").With("asker", "reconsideration-body"),
        "applicantReasons",
        "respondentReasons");

    [Test, Rule("HD-SEC-10"), Rule("HD-SEC-06"), Rule("HD-SEC-08"), Rule("HD-SEC-13")]
    public void The_conclusion_comes_back_to_it()
    {
        var asked = Reconsideration.Asked();
        var conclusion = Reviews.Concluding("state-secret", "资金总额");
        var determination = asked.Child(Application.Determination).Needs("determine", conclusion, "conclusion", "separable", "reasons", "reviewer")
            .FireOnlyAs("determiner", "determine", conclusion);
        determination.Issued.Should().Equal("determination 桦密定〔2026〕1号");
        asked.State.Outcome.Should().Be("determined");
        asked["conclusion"].Should().Be("state-secret");
        asked["separable"].Should().Be(true);
        asked["separablePart"].Should().Be("资金总额");
        asked["reasons"].Should().Be("依照保密范围");
        asked["reviewer"].Should().Be("周八");
    }

    [Test, Rule("HD-SEC-10")]
    public void Only_its_officer_asks_and_asks_again_when_the_request_was_withdrawn()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("reconsideration-officer");
        Case.RefuseToOpen(world, Reconsideration.Procedure, Bodies.City, Reconsideration.Request).CitesOnly("HD-SEC-10", "六(二)");

        var asked = Reconsideration.Asked();
        var target = new Given { ["target"] = "competent-department", ["targetAgency"] = Bodies.Price };
        asked.Refuse("ask-again", target).CitesOnly("HD-SEC-10", null);
        asked.Child(Application.Determination).Withdraw();
        asked.State.State.Should().Be("submitted");
        asked.Needs("ask-again", target, [.. target.Keys]).FireOnlyAs("reconsideration-officer", "ask-again", target);
        asked.Child(Application.Determination, 1).State.Agency.Should().Be(Bodies.Price);
    }
}
