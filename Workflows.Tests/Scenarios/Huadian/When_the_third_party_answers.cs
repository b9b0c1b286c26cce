using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.CaseLinks;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_third_party_answers
{
    private static Case Answered(string position)
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Secret)
            .Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret"))
            .Consult("甲公司");
        application.Party().On("2026-03-06").Fire("record-receipt").On("2026-03-16").Answers(position);
        return application;
    }

    [TestCase("consents", "consented")]
    [TestCase("objects", "objected")]
    [Rule("HD-APP-12")]
    public void Its_position_reason_and_day_are_recorded_and_told(string position, string outcome)
    {
        var application = Answered(position);
        var party = application.Party();
        party.State.Outcome.Should().Be(outcome);
        party["answer.position"].Should().Be(position);
        party["answer.reason"].Should().Be("商业秘密");
        party["answer.answeredOn"].Should().Be("2026-03-16");
        party["answer.late"].Should().Be(false);
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be(position);
        application["thirdPartyAnswer.late"].Should().Be(false);
        application.State.State.Should().Be("detailed-review/examination");
    }

    [TestCase("consents", "consented")]
    [TestCase("objects", "objected")]
    [Rule("HD-APP-12")]
    public void An_answer_before_the_receipt_was_recorded_counts_too(string position, string outcome)
    {
        var party = Application.UnderReview("2026-03-02").Consult("甲公司").Party();
        party.Refuse("record-answer").Misses("answer.position", "HD-APP-12");
        party.Answers(position).State.Outcome.Should().Be(outcome);
        party["answer.answeredOn"].Should().Be("2026-03-02");
        party["answer.late"].Should().Be(false);
    }

    [TestCase("record-receipt")]
    [TestCase(null)]
    [Rule("HD-APP-12")]
    public void Only_the_handler_records_it(string? before)
    {
        var party = Application.UnderReview("2026-03-02").Consult("甲公司").Party();
        if (before is not null)
            party.Fire(before).Refuse("record-answer").Misses("answer.position", "HD-APP-12");
        party.FireOnlyAs("handler", "record-answer", new Given { ["answer.position"] = "objects" }).State.Outcome.Should().Be("objected");
    }

    [Test, Rule("HD-APP-12"), Rule("HD-SEC-07")]
    public void With_consent_a_commercial_secret_may_be_disclosed() =>
        Answered("consents").Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");

    [Test, Rule("HD-APP-12")]
    public void Objected_it_is_not_disclosed()
    {
        var application = Answered("objects");
        application.Refuse("reply", Replies.OnTheSpot).Cites("HD-APP-12", "第六条");
        var finding = new Given { ["objection.agencyFinding"] = "agrees", ["objection.agencyReasons"] = "商业秘密" };
        application.Refuse("reply", Replies.Partly.With(finding)).CitesOnly("HD-APP-12", "第六条");
    }

    [Test, Rule("HD-APP-12"), Rule("HD-APP-24")]
    public void The_refusal_records_the_agencys_own_finding()
    {
        var refusal = Replies.Refusing("third-party-objects", "commercial-secret");
        var application = Answered("objects");
        application.Refuse("reply", refusal.Without("objection.agencyFinding")).Misses("objection.agencyFinding", "HD-APP-12");
        application.Refuse("reply", refusal.Without("objection.agencyReasons")).Misses("objection.agencyReasons", "HD-APP-12");
        application.Fire("reply", refusal).State.Outcome.Should().Be("refused");
        application["objection.agencyFinding"].Should().Be("agrees");
        application["objection.agencyReasons"].Should().Be("确属商业秘密");
        application.Printed("reply-form", "labels.objection.agencyFinding").Should().Contain("也不应公开");
    }

    [Test, Rule("HD-APP-12"), Rule("HD-SEC-08")]
    public void The_rest_may_be_given_where_the_objection_is_named() =>
        Answered("objects").Fire("reply", Replies.Partly.With(Replies.Refusing("third-party-objects", "commercial-secret").Without("reply.outcome")))
            .State.Outcome.Should().Be("disclosed");

    [Test, Rule("HD-APP-12"), Rule("HD-APP-24")]
    public void An_objection_that_nobody_made_is_no_ground() =>
        Answered("consents").Refuse("reply", Replies.Refusing("third-party-objects", "commercial-secret")).CitesOnly("HD-APP-12", "附件6");

    [Test, Rule("HD-APP-12"), Rule("HD-APP-20")]
    public void The_interest_behind_the_objection_is_named() =>
        Answered("objects").Refuse("reply", Replies.Refusing("third-party-objects")).CitesOnly("HD-APP-12", "第六条");

    [Test, Rule("HD-APP-11"), Rule("HD-APP-12")]
    public void By_a_link_he_answers_and_does_nothing_else() =>
        Catalogue.Acts(Application.Consultation, LinkHolder.ThirdPartyRole).Should().Equal("record-answer");
}
