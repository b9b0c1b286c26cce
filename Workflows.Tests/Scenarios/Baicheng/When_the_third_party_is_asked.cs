using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.CaseLinks;
using Workflows.Calendar;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_the_third_party_is_asked
{
    private static Case Asked()
    {
        var application = Application.UnderReview("2026-03-23").On("2026-03-24").Consult("甲公司");
        application.Party().On("2026-03-26").Fire("record-receipt");
        return application;
    }

    [Test, Rule("BC-APP-02")]
    public void Silence_for_fifteen_working_days_is_deemed_refusal()
    {
        var application = Asked();
        application.Party().Due("response").Should().Be("2026-04-17");
        application.On("2026-04-17").Party().State.State.Should().Be("received-by-party");
        application.On("2026-04-18").Party().State.Outcome.Should().Be("deemed-refusal");
        application.Party().MovedOn.Should().Be("2026-04-17");
        application.State.State.Should().Be("review/examination");
        application.Due("reply").Should().Be("2026-05-11");
        application.Refuse("reply", Application.OnTheSpot).CitesOnly("BC-APP-02", "四");
        application.Refuse("reply", Application.Partly.With("reply.grounds", new[] { "state-secret" }).With("information.secrecyLevel", "secret")).CitesOnly("BC-APP-02", "四");
        application.Fire("reply", Application.Partly).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("BC-APP-02")]
    public void A_late_consent_undoes_nothing_but_is_shown()
    {
        var application = Asked();
        var party = application.Party().On("2026-04-20");
        party.Refuse("record-late-answer").Misses("answer.position", "BC-APP-02");
        party.FireOnlyAs("handler", "record-late-answer", new Given { ["answer.position"] = "consents" });
        party.State.Outcome.Should().Be("deemed-refusal");
        party["answer.answeredOn"].Should().Be("2026-04-20");
        party["answer.late"].Should().Be(true);
        application["thirdPartyAnswer.late"].Should().Be(true);
        application.Refuse("reply", Application.OnTheSpot).CitesOnly("BC-APP-02", "四");
    }

    [TestCase("record-receipt", "consents", "consented")]
    [TestCase("record-receipt", "objects", "objected")]
    [TestCase(null, "consents", "consented")]
    [TestCase(null, "objects", "objected")]
    [Rule("BC-APP-02")]
    public void An_answer_is_recorded_and_told(string? before, string position, string outcome)
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司");
        var party = application.Party();
        if (before is not null)
            party.FireOnlyAs("handler", before)["receivedOn"].Should().Be("2026-03-02");
        party.Refuse("record-answer").Misses("answer.position", "BC-APP-02");
        party.FireOnlyAs("handler", "record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "商业秘密" });
        party.State.Outcome.Should().Be(outcome);
        party["answer.reason"].Should().Be("商业秘密");
        party["answer.answeredOn"].Should().Be("2026-03-02");
        party["answer.late"].Should().Be(false);
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be(position);
        application["thirdPartyAnswer.late"].Should().Be(false);
        if (outcome == "objected")
            application.Refuse("reply", Application.OnTheSpot).CitesOnly("BC-APP-02", "四");
        else
            application.Fire("reply", Application.OnTheSpot).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("BC-APP-02"), Rule("BC-APP-03")]
    public void A_letter_goes_to_each_and_the_clock_stands_still_until_the_last_is_done()
    {
        var application = Application.UnderReview("2026-03-02").On("2026-03-04");
        application.Refuse("consult-third-party").Misses("thirdParties", "BC-APP-02");
        application.FireOnlyAs("handler", "consult-third-party", new Given { ["thirdParties"] = new[] { new { name = "甲公司", interest = "personal-privacy", matter = "名单" } } });
        application.Consult("乙公司");
        application.State.State.Should().Be("review/third-party-consultation");
        application.Party(1).Issued.Should().Equal("consultation-letter 白商征询〔2026〕2号");
        application.Party(1).Letter("consultation-letter").Template.Should().Be("baicheng.consultation-letter");
        application.Party(1)["sentOn"].Should().Be("2026-03-04");
        application.Party(1)["matter"].Should().Be("名单");
        application.Party(1)["interest"].Should().Be("commercial-secret");
        application["thirdParties"].Should().Be(1);
        application.State.Clocks["reply"].Deadline.Status.Should().Be(DueStatus.Open);
        application.Party(0).Answers("consents");
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be("consents");
        application["thirdPartyAnswer.late"].Should().Be(false);
        application.State.State.Should().Be("review/third-party-consultation");
        application.Refuse("reply", Application.OnTheSpot).CitesOnly("BC-APP-02", "四");
        application.Party(1).On("2026-03-16").Answers("consents");
        application.State.State.Should().Be("review/examination");
        application.Due("reply").Should().Be("2026-04-02");
    }

    [Test, Rule("BC-APP-02")]
    public void A_letter_that_does_not_arrive_is_no_consent()
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司");
        application.Party().Refuse("record-undelivered").Misses("undelivered.reason", "BC-APP-02");
        application.Party().FireOnlyAs("handler", "record-undelivered", new Given { ["undelivered.reason"] = "查无此人" });
        application.Party().State.Outcome.Should().Be("undelivered");
        application.Refuse("reply", Application.OnTheSpot).CitesOnly("BC-APP-02", "四");
    }

    [Test, Rule("BC-APP-02")]
    public void The_one_who_answers_late_is_the_one_who_is_shown()
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司", "乙公司");
        application.Party(0).Fire("record-receipt").On("2026-03-24");
        application.Party(1).Answers("objects");
        application["thirdPartyAnswer.name"].Should().Be("乙公司");
        application.Party(0).Fire("record-late-answer", new Given { ["answer.position"] = "consents" });
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be("consents");
    }

    [Test, Rule("BC-APP-02")]
    public void A_letter_names_party_interest_and_matter()
    {
        var letter = new Given { ["party.name"] = "甲公司", ["interest"] = "commercial-secret", ["matter"] = "名单" };
        foreach (var field in letter.Keys)
            Case.RefuseToOpen(Catalogue.World(), Application.Consultation, Bodies.Commerce, letter.Without(field)).Misses(field, "BC-APP-02");
    }

    [Test, Rule("BC-APP-02")]
    public void By_a_link_he_answers_and_does_nothing_else() =>
        Catalogue.Acts(Application.Consultation, LinkHolder.ThirdPartyRole).Should().Equal("record-answer");
}
