using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_secrecy_is_reviewed
{
    [Test, Rule("HD-SEC-01"), Rule("HD-SEC-13"), Rule("HD-SEC-06")]
    public void The_disclosure_office_reviews_first_and_its_reviewer_is_named()
    {
        var conclusion = Reviews.Concluding("may-disclose").With(Reviews.NoDoubt);
        var review = Reviews.Opened("2026-03-02");
        review.State.State.Should().Be("disclosure-office-review");
        review.Needs("conclude", conclusion, "conclusion", "separable", "reasons", "reviewer", "officeReview.inDoubt", "officeReview.mayEndanger");
        review.FireOnlyAs("handler", "conclude", conclusion);
        review.State.State.Should().Be("concluded");
        review.State.Outcome.Should().Be("concluded");
        review["reviewer"].Should().Be("周八");
        review["decidedBy"].Should().Be("disclosure-office");
        review["reasons"].Should().Be("依照保密范围");
    }

    [Test, Rule("HD-SEC-01")]
    public void The_opinion_of_the_office_goes_along() =>
        Reviews.InSecrecyOffice("2026-03-02")["officeReview.opinion"].Should().Be("拿不准");

    [TestCase("officeReview.inDoubt", "may-disclose")]
    [TestCase("officeReview.mayEndanger", "may-disclose")]
    [TestCase(null, "security-or-stability")]
    [Rule("HD-SEC-02")]
    public void Doubt_or_danger_is_not_for_the_disclosure_office_alone(string? what, string conclusion)
    {
        var input = Reviews.Concluding(conclusion).With(Reviews.NoDoubt);
        Reviews.Opened("2026-03-02").Refuse("conclude", what is null ? input : input.With(what, true)).CitesOnly("HD-SEC-02", "五(二)");
    }

    [Test, Rule("HD-SEC-02"), Rule("HD-SEC-06"), Rule("HD-SEC-13")]
    public void The_agencys_own_secrecy_office_reviews_what_is_in_doubt()
    {
        var review = Reviews.Opened("2026-03-02").Needs("refer-to-secrecy-office", Reviews.InDoubt, "officeReview.inDoubt", "officeReview.mayEndanger")
            .FireOnlyAs("handler", "refer-to-secrecy-office", Reviews.InDoubt);
        review.State.State.Should().Be("secrecy-office-review");
        var conclusion = Reviews.Concluding("privacy");
        review.Needs("conclude", conclusion, "conclusion", "separable", "reasons", "reviewer").FireOnlyAs("secrecy-reviewer", "conclude", conclusion);
        review.State.Outcome.Should().Be("concluded");
        review["decidedBy"].Should().Be("secrecy-office");
        review["reviewer"].Should().Be("周八");
    }

    [TestCase("disclosure-office-review")]
    [TestCase("secrecy-office-review")]
    [Rule("HD-SEC-08")]
    public void What_can_be_separated_names_the_part_that_can_be_given(string state)
    {
        var review = state == "disclosure-office-review" ? Reviews.Opened("2026-03-02") : Reviews.InSecrecyOffice("2026-03-02");
        var conclusion = Reviews.Concluding("commercial-secret", "资金总额").With(state == "disclosure-office-review" ? Reviews.NoDoubt : new Given());
        review.Refuse("conclude", conclusion.Without("separablePart")).Misses("separablePart", "HD-SEC-08");
        review.Fire("conclude", conclusion)["separablePart"].Should().Be("资金总额");
        review["separable"].Should().Be(true);
    }

    [Test, Rule("HD-SEC-01"), Rule("HD-APP-16")]
    public void An_applications_office_records_its_own_conclusion()
    {
        var conclusion = Application.Conclusion("may-disclose");
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing)
            .Needs("record-own-secrecy-conclusion", conclusion, "secrecy.conclusion", "secrecy.separable", "secrecy.reviewer");
        application.FireOnlyAs("secrecy-reviewer", "record-own-secrecy-conclusion", conclusion);
        application["secrecy.decidedBy"].Should().Be("disclosure-office");
        application["secrecy.conclusion"].Should().Be("may-disclose");
    }

    [Test, Rule("HD-SEC-13")]
    public void With_the_reviewer_in_charge()
    {
        var application = Application.UnderReview("2026-03-02");
        application.Refuse("record-own-secrecy-conclusion", Application.Conclusion("may-disclose").Without("secrecy.reviewer")).Misses("secrecy.reviewer", "HD-SEC-13");
        application.Fire("record-own-secrecy-conclusion", Application.Conclusion("may-disclose"))["secrecy.reviewer"].Should().Be("孙七");
    }

    [TestCase("findings.stateSecret", "doubt")]
    [TestCase("findings.commercialSecret", "doubt")]
    [TestCase("findings.personalPrivacy", "doubt")]
    [TestCase("findings.securityOrStability", "doubt")]
    [TestCase("findings.securityOrStability", "yes")]
    [Rule("HD-SEC-02")]
    public void Nor_may_it_conclude_there_in_doubt_or_danger(string finding, string answer) =>
        Application.UnderReview("2026-03-02").Fire("record-findings", new Given { [finding] = answer })
            .Refuse("record-own-secrecy-conclusion", Application.Conclusion("may-disclose")).CitesOnly("HD-SEC-02", "五(二)");

    [Test, Rule("HD-SEC-02")]
    public void Nor_call_it_a_danger_by_itself() =>
        Application.UnderReview("2026-03-02").Refuse("record-own-secrecy-conclusion", Application.Conclusion("security-or-stability")).CitesOnly("HD-SEC-02", "五(二)");

    [Test, Rule("HD-SEC-02"), Rule("HD-SEC-03"), Rule("HD-SEC-04"), Rule("HD-APP-16")]
    public void What_was_put_to_review_is_decided_by_the_review()
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing);
        foreach (var field in Application.Escalation.Keys)
            application.Refuse("escalate-secrecy", Application.Escalation.Without(field)).Misses(field, "HD-SEC-04");
        application.FireOnlyAs("handler", "escalate-secrecy", Application.Escalation);
        application.Refuse("escalate-secrecy", Application.Escalation).Detail.Should().Be("已有一项保密审查尚未办结");
        application.Refuse("record-own-secrecy-conclusion", Application.Conclusion("may-disclose")).CitesOnly("HD-SEC-03", "五(二)");
        var review = application.Child(Application.Review);
        review.State.Agency.Should().Be(Bodies.Bureau);
        foreach (var (field, value) in Reviews.Request)
            review[field].Should().Be(value);

        Reviews.ConcludeInSecrecyOffice(review, "commercial-secret", "资金总额");
        application["secrecy.conclusion"].Should().Be("commercial-secret");
        application["secrecy.separable"].Should().Be(true);
        application["secrecy.separablePart"].Should().Be("资金总额");
        application["secrecy.reviewer"].Should().Be("周八");
        application["secrecy.decidedBy"].Should().Be("secrecy-office");
        application["handling.advice"].Should().BeNull();
        application.Refuse("record-own-secrecy-conclusion", Application.Conclusion("may-disclose")).CitesOnly("HD-SEC-03", "五(二)");
    }

    [Test, Rule("HD-SEC-01"), Rule("HD-SEC-04")]
    public void A_review_names_the_information()
    {
        foreach (var field in new[] { "information.name", "information.content" })
            Case.RefuseToOpen(Catalogue.World(), Application.Review, Bodies.Bureau, Reviews.Request.Without(field)).Misses(field, "HD-SEC-04");
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Application.Review, Bodies.Bureau, Reviews.Request).CitesOnly("HD-SEC-01", "五(一)");
    }
}
