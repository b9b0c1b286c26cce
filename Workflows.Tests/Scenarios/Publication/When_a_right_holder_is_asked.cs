using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.CaseLinks;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Publication;

public class When_a_right_holder_is_asked
{
    [TestCase("commercial-secret")]
    [TestCase("privacy")]
    [Rule("HD-SEC-07"), Rule("HD-SEC-14")]
    public void What_touches_him_is_not_published_before_the_agency_has_decided(string conclusion)
    {
        var disclosure = Disclosures.Reviewed(conclusion);
        disclosure.Refuse("publish", Disclosures.Website).CitesOnly("HD-SEC-14", "五(五)");
        disclosure.Refuse("decide-to-disclose", Disclosures.ByConsent).CitesOnly("HD-SEC-14", "四(一)5");
    }

    [Test, Rule("HD-SEC-14")]
    public void Each_right_holder_gets_a_letter()
    {
        var disclosure = Disclosures.Reviewed("commercial-secret");
        disclosure.Needs("consult-right-holders", Disclosures.RightHolders, "rightHolders").FireOnlyAs("handler", "consult-right-holders", Disclosures.Holders("甲公司", "乙公司"));
        disclosure.State.State.Should().Be("right-holder-opinion");
        disclosure.State.Children.Should().HaveCount(2);
        var letter = disclosure.Child(Disclosures.RightHolder);
        letter.Issued.Should().Equal("consultation-letter 桦征权〔2026〕1号");
        letter.Letter("consultation-letter").Template.Should().Be("huadian.right-holder-letter");
        letter.Printed("consultation-letter", "party.name").Should().Be("甲公司");
        letter.Printed("consultation-letter", "party.address").Should().Be("吉林市");
        letter.Printed("consultation-letter", "interest").Should().Be("commercial-secret");
        letter.Printed("consultation-letter", "matter").Should().Be("供货价格");
    }

    [Test, Rule("HD-SEC-14")]
    public void The_agency_itself_sends_it()
    {
        var input = new Given { ["party.name"] = "甲公司", ["party.address"] = "吉林市", ["interest"] = "personal-privacy", ["matter"] = "住址" };
        Handover.IsComplete(Disclosures.RightHolder, Bodies.Bureau, Bodies.Bureau, input, "party.name", "interest", "matter");
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Disclosures.RightHolder, Bodies.Bureau, input).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("HD-SEC-14")]
    public void Nobody_is_asked_about_what_touches_nobody() =>
        Disclosures.Reviewed().Refuse("consult-right-holders", Disclosures.RightHolders).CitesOnly("HD-SEC-14", "四(一)5");

    [Test, Rule("HD-SEC-14")]
    public void Silence_is_no_consent_however_long_it_lasts()
    {
        var disclosure = Disclosures.Consulting("甲公司").On("2026-12-01");
        disclosure.State.State.Should().Be("right-holder-opinion");
        var letter = disclosure.Child(Disclosures.RightHolder);
        letter.State.State.Should().Be("sent");
        letter.State.Clocks.Should().BeEmpty();
        var reason = new Given { ["answer.reason"] = "两次发出均无答复" };
        letter.Needs("give-up", reason, "answer.reason").FireOnlyAs("handler", "give-up", reason);
        letter.State.Outcome.Should().Be("unanswered");
        disclosure.State.State.Should().Be("review");
        disclosure.Refuse("decide-to-disclose", Disclosures.ByConsent).CitesOnly("HD-SEC-14", "四(一)5");
        disclosure.Refuse("publish", Disclosures.Website).CitesOnly("HD-SEC-14", "五(五)");
    }

    [Test, Rule("HD-SEC-14")]
    public void A_letter_that_does_not_arrive_is_sent_again()
    {
        var letter = Disclosures.Consulting("甲公司").Child(Disclosures.RightHolder);
        var again = new Given { ["undelivered.reason"] = "查无此人", ["party.address"] = "桦甸市" };
        letter.Needs("send-again", again, "undelivered.reason", "party.address").FireOnlyAs("handler", "send-again", again);
        letter.State.State.Should().Be("sent");
        letter.Issued.Should().HaveCount(2);
        letter.Printed("consultation-letter", "party.address").Should().Be("桦甸市");
    }

    [Test, Rule("HD-SEC-14"), Rule("HD-SEC-07")]
    public void Consent_of_all_of_them_lets_the_head_of_the_agency_decide_and_they_are_told()
    {
        var disclosure = Disclosures.Consulting("甲公司", "乙公司");
        disclosure.Child(Disclosures.RightHolder).Needs("record-answer", Disclosures.Answer("consents"), "answer.position").FireOnlyAs("handler", "record-answer", Disclosures.Answer("consents"));
        disclosure.Child(Disclosures.RightHolder).State.Outcome.Should().Be("consented");
        disclosure["rightHolderAnswer.name"].Should().Be("甲公司");
        disclosure["rightHolderAnswer.position"].Should().Be("consents");
        disclosure.State.State.Should().Be("right-holder-opinion", "one has not answered");
        disclosure.Child(Disclosures.RightHolder, 1).Fire("record-answer", Disclosures.Answer("consents"));
        disclosure["rightHolderAnswer.name"].Should().Be("乙公司");
        disclosure.State.State.Should().Be("review");
        disclosure.Needs("decide-to-disclose", Disclosures.ByConsent, [.. Disclosures.ByConsent.Keys]);
        disclosure.FireOnlyAs("agency-leader", "decide-to-disclose", Disclosures.ByConsent);
        disclosure.Issued.Should().Equal("decision-notice 桦权告〔2026〕1号");
        disclosure.Letter("decision-notice").Template.Should().Be("huadian.disclosure-decision-notice");
        disclosure.Printed("decision-notice", "decision.ground").Should().Be("consent");
        disclosure.Printed("decision-notice", "decision.content").Should().Be("供货价格");
        disclosure.Printed("decision-notice", "decision.reasons").Should().Be("权利人同意");
        disclosure.Printed("decision-notice", "decision.rightHolders").Should().Contain("甲公司");
        disclosure.Fire("publish", Disclosures.Website).State.Outcome.Should().Be("published");
    }

    [Test, Rule("HD-SEC-14")]
    public void One_objection_bars_it()
    {
        var disclosure = Disclosures.Consulting("甲公司", "乙公司");
        disclosure.Child(Disclosures.RightHolder).Fire("record-answer", Disclosures.Answer("consents"));
        var letter = disclosure.Child(Disclosures.RightHolder, 1).Fire("record-answer", Disclosures.Answer("objects"));
        letter.State.Outcome.Should().Be("objected");
        letter["answer.reason"].Should().Be("理由");
        disclosure["rightHolderAnswer.position"].Should().Be("objects");
        disclosure.Refuse("decide-to-disclose", Disclosures.ByConsent).CitesOnly("HD-SEC-14", "四(一)5");
    }

    [Test, Rule("HD-SEC-07"), Rule("HD-SEC-14")]
    public void The_public_interest_can_prevail_over_it_and_he_is_told_why()
    {
        var disclosure = Disclosures.Consulting("甲公司");
        disclosure.Child(Disclosures.RightHolder).Fire("record-answer", Disclosures.Answer("objects"));
        disclosure.Fire("decide-to-disclose", Disclosures.InThePublicInterest);
        disclosure.Printed("decision-notice", "decision.reasons").Should().Be("关系学生健康");
        disclosure.Fire("publish", Disclosures.Website).State.Outcome.Should().Be("published");
    }

    [Test, Rule("HD-SEC-07")]
    public void What_is_no_such_secret_needs_no_such_decision()
    {
        Disclosures.Reviewed().Refuse("decide-to-disclose", Disclosures.InThePublicInterest).CitesOnly("HD-SEC-07", "五(五)");
        Disclosures.Reviewed().Fire("publish", Disclosures.Website).State.Outcome.Should().Be("published");
    }

    [Test, Rule("HD-SEC-14")]
    public void By_a_link_he_answers_and_does_nothing_else() =>
        Catalogue.Acts(Disclosures.RightHolder, LinkHolder.ThirdPartyRole).Should().Equal("record-answer");
}
