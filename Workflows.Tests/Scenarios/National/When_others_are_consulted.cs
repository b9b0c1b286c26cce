using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.CaseLinks;
using Workflows.Calendar;

namespace Workflows.Tests.Scenarios.National;

[Rule("N19-APP-01")]
public class When_others_are_consulted
{
    private static readonly Given Decided = Application.OnTheSpot.With("decisionOnSilence", "不涉及第三方合法权益");

    private static Case Silent()
    {
        var application = Application.UnderReview("2026-03-23").On("2026-03-24").Consult("甲公司");
        application.Party().On("2026-03-26").Fire("record-receipt");
        return application.On("2026-04-18");
    }

    [Test]
    public void A_silent_third_party_leaves_the_decision_to_the_agency()
    {
        var application = Silent();
        application.Party().State.Outcome.Should().Be("unanswered");
        application.Party().MovedOn.Should().Be("2026-04-17");
        application.State.State.Should().Be("review/examination");
        application.Due("reply").Should().Be("2026-05-18");
        application.Refuse("reply", Application.OnTheSpot).Misses("decisionOnSilence", "N19-APP-01");
        application.Fire("reply", Decided).State.Outcome.Should().Be("disclosed");
        application["decisionOnSilence"].Should().Be("不涉及第三方合法权益");
    }

    [Test]
    public void Its_late_answer_is_shown()
    {
        var application = Silent();
        application.Party().Refuse("record-late-answer").Misses("answer.position", "N19-APP-01");
        application.Party().FireOnlyAs("handler", "record-late-answer", new Given { ["answer.position"] = "objects" });
        application.Party().State.Outcome.Should().Be("unanswered");
        application.Party()["answer.late"].Should().Be(true);
        application.Party()["answer.answeredOn"].Should().Be("2026-04-18");
        application["thirdPartyAnswer.late"].Should().Be(true);
        application["thirdPartyAnswer.position"].Should().Be("objects");
    }

    [Test]
    public void The_time_for_third_parties_and_agencies_is_not_counted()
    {
        var application = Application.UnderReview("2026-03-02").On("2026-03-04").Consult("甲公司").ConsultAgency(Bodies.Price);
        application.State.State.Should().Be("review/consultation");
        application.State.Clocks["reply"].Deadline.Status.Should().Be(DueStatus.Open);
        application.Party().Answers("consents");
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be("consents");
        application["thirdPartyAnswer.late"].Should().Be(false);
        application.Agency().On("2026-03-06").Fire("record-receipt").On("2026-03-16");
        application.State.State.Should().Be("review/consultation");
        application.Refuse("reply", Application.OnTheSpot).CitesOnly("N19-APP-01", "第三十二条、第三十四条");
        application.Agency().Answers("consents");
        application.State.State.Should().Be("review/examination");
        application["agencyAnswer.name"].Should().Be("物价局");
        application["agencyAnswer.position"].Should().Be("consents");
        // 3 and 4 March are used; eighteen working days follow 16 March.
        application.Due("reply").Should().Be("2026-04-10");
    }

    [Test]
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

    [Test]
    public void An_agency_that_answers_before_the_others_is_shown()
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司").ConsultAgency(Bodies.Price);
        application.Agency().Fire("record-receipt").Answers("consents");
        application.State.State.Should().Be("review/consultation");
        application["agencyAnswer.name"].Should().Be("物价局");
        application["agencyAnswer.position"].Should().Be("consents");
    }

    [Test]
    public void An_agency_takes_only_what_names_the_matter()
    {
        var input = new Given { ["agencyName"] = "物价局", ["matter"] = "会签文件" };
        Handover.IsComplete(Application.Agencies, Bodies.Bureau, Bodies.Price, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Application.Agencies, Bodies.Price, input);
    }

    [Test]
    public void The_time_for_a_third_party_alone_is_not_counted_either()
    {
        var application = Application.UnderReview("2026-03-02").On("2026-03-04").Consult("甲公司");
        application.Party().On("2026-03-16").Answers("consents");
        application.Due("reply").Should().Be("2026-04-10");
    }

    [Test]
    public void A_silent_agency_consents()
    {
        var application = Application.UnderReview("2026-03-23").On("2026-03-24").ConsultAgency(Bodies.Price);
        var asked = application.Agency();
        asked.State.Agency.Should().Be(Bodies.Price);
        asked["matter"].Should().Be("会签文件");
        asked["sentOn"].Should().Be("2026-03-24");
        asked.Issued.Should().Equal("consultation-letter 机关征询〔2026〕1号");
        asked.Letter("consultation-letter").Template.Should().Be("national-2019.agency-consultation-letter");
        asked.On("2026-03-26").Fire("record-receipt")["receivedOn"].Should().Be("2026-03-26");
        asked.Due("response").Should().Be("2026-04-17");
        asked.On("2026-04-17").State.State.Should().Be("received-by-agency");
        asked.On("2026-04-18").State.Outcome.Should().Be("deemed-consent");
        asked.MovedOn.Should().Be("2026-04-17");
        application.State.State.Should().Be("review/examination");
    }

    [TestCase("consents", "consented")]
    [TestCase("objects", "objected")]
    public void An_agency_answers_itself(string position, string outcome)
    {
        var application = Application.UnderReview("2026-03-02");
        application.Refuse("consult-agencies").Misses("consultedAgencies", "N19-APP-01");
        application.World.Actor = Bodies.AllBut("handler");
        application.Refuse("consult-agencies").CitesOnly("N19-APP-01", "第三十四条");
        application.World.Actor = Bodies.Everyone;
        var asked = application.ConsultAgency(Bodies.Price).Agency();
        asked.Fire("record-receipt").Refuse("record-answer").Misses("answer.position", "N19-APP-01");
        asked.Refuse("record-answer", new Given { ["answer.position"] = "objects" }).Misses("answer.reason", "N19-APP-01");
        asked.FireOnlyAs("handler", "record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "会签" });
        asked.State.Outcome.Should().Be(outcome);
        asked["answer.answeredOn"].Should().Be("2026-03-02");
        application["agencyAnswer.position"].Should().Be(position);
    }

    [Test]
    public void A_letter_goes_to_each_third_party()
    {
        var application = Application.UnderReview("2026-03-02");
        application.Refuse("consult-third-party").Misses("thirdParties", "N19-APP-01");
        application.FireOnlyAs("handler", "consult-third-party", new Given { ["thirdParties"] = new[] { new { name = "甲公司", matter = "检测" } } });
        application["thirdParties"].Should().Be(1);
        application.ConsultAgency(Bodies.Price)["consultedAgencies"].Should().Be(1);
        var party = application.Party();
        party["matter"].Should().Be("检测");
        party["sentOn"].Should().Be("2026-03-02");
        party.Issued.Should().Equal("consultation-letter 征询〔2026〕1号");
        party.Letter("consultation-letter").Template.Should().Be("national-2019.consultation-letter");
        party.FireOnlyAs("handler", "record-receipt")["receivedOn"].Should().Be("2026-03-02");
        party.Due("response").Should().Be("2026-03-23");
    }

    [TestCase("record-receipt", "consents", "consented")]
    [TestCase("record-receipt", "objects", "objected")]
    [TestCase(null, "consents", "consented")]
    [TestCase(null, "objects", "objected")]
    public void Its_answer_is_recorded_and_told(string? before, string position, string outcome)
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司");
        var party = application.Party();
        if (before is not null)
            party.Fire(before);
        party.Refuse("record-answer").Misses("answer.position", "N19-APP-01");
        party.FireOnlyAs("handler", "record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "商业秘密" });
        party.State.Outcome.Should().Be(outcome);
        party["answer.reason"].Should().Be("商业秘密");
        party["answer.answeredOn"].Should().Be("2026-03-02");
        party["answer.late"].Should().Be(false);
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be(position);
        application["thirdPartyAnswer.late"].Should().Be(false);
    }

    [Test]
    public void A_reasonable_objection_is_followed()
    {
        var application = Objected();
        var reply = Application.OnTheSpot.With("objection.reasonable", true).With("objection.finding", "属于商业秘密");
        application.Refuse("reply", reply.Without("objection.reasonable")).Fields.Select(problem => problem.Field).Should().Equal("objection.reasonable");
        application.Refuse("reply", reply.Without("objection.finding")).Misses("objection.finding", "N19-APP-01");
        application.Refuse("reply", reply).CitesOnly("N19-APP-01", "第三十二条");
        var part = reply.With("reply.outcome", "partly-disclosed").With("reply.reasons", "部分");
        application.Refuse("reply", part.With("reply.grounds", new[] { "internal-affairs" })).CitesOnly("N19-APP-01", "第十五条、第三十二条、第三十七条");
        application.Fire("reply", part.With("reply.grounds", new[] { "commercial-secret" })).State.Outcome.Should().Be("disclosed");
    }

    [Test]
    public void An_unreasonable_one_is_not() =>
        Objected().Fire("reply", Application.OnTheSpot.With("objection.reasonable", false).With("objection.finding", "已公开")).State.Outcome.Should().Be("disclosed");

    [Test]
    public void The_public_interest_overrides_it_and_the_third_party_is_told()
    {
        Application.UnderReview("2026-03-02").Refuse("override-objection", Application.Override).CitesOnly("N19-APP-01", "第三十二条");
        var application = Objected().Needs("override-objection", Application.Override, [.. Application.Override.Keys])
            .FireOnlyAs("agency-leader", "override-objection", Application.Override);
        application.State.Flags.Should().Equal("disclosure-decided-over-objection");
        application.Issued.Should().Equal("override-notice 权告〔2026〕1号");
        application.Letter("override-notice").Template.Should().Be("national-2019.override-notice");
        application.Fire("reply", Application.OnTheSpot.With("objection.reasonable", true).With("objection.finding", "商业秘密")).State.Outcome.Should().Be("disclosed");
    }

    [Test]
    public void A_letter_that_does_not_arrive_leaves_the_decision_too()
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司");
        application.Party().Refuse("record-undelivered").Misses("undelivered.reason", "N19-APP-01");
        application.Party().FireOnlyAs("handler", "record-undelivered", new Given { ["undelivered.reason"] = "查无此人" });
        application.Party().State.Outcome.Should().Be("undelivered");
        application.Refuse("reply", Application.OnTheSpot).Misses("decisionOnSilence", "N19-APP-01");
    }

    [TestCase("party.name")]
    [TestCase("matter")]
    public void A_letter_names_addressee_and_matter(string field)
    {
        var letter = new Given { ["party.name"] = "甲公司", ["matter"] = "检测" };
        Case.RefuseToOpen(Catalogue.World(), Application.Consultation, Bodies.Bureau, letter.Without(field)).Misses(field, "N19-APP-01");
    }

    private static Case Objected()
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司");
        application.Party().Answers("objects");
        return application;
    }

    [Test]
    public void By_a_link_he_answers_and_does_nothing_else() =>
        Catalogue.Acts(Application.Consultation, LinkHolder.ThirdPartyRole).Should().Equal("record-answer");
}
