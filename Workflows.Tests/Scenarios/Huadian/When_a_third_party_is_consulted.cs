using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_a_third_party_is_consulted
{
    private static Case Consulting(params string[] names) =>
        Application.UnderReview("2026-03-02").Fire("record-findings", Application.Secret).On("2026-03-04").Consult(names);

    [Test, Rule("HD-APP-11")]
    public void A_letter_goes_to_each_in_writing()
    {
        var application = Consulting("甲公司", "乙公司");
        application.State.State.Should().Be("detailed-review/third-party-consultation");
        application["thirdParties"].Should().Be(2);
        var party = application.Party(1);
        party.State.Agency.Should().Be(Bodies.Bureau);
        party.Issued.Should().Equal("consultation-letter 桦征询〔2026〕2号");
        party.Letter("consultation-letter").Template.Should().Be("huadian.consultation-letter");
        party["party.name"].Should().Be("乙公司");
        party["party.address"].Should().Be("吉林市");
        party["party.phone"].Should().Be("0432-1");
        party["party.email"].Should().Be("c@example.cn");
        party["interest"].Should().Be("commercial-secret");
        party["matter"].Should().Be("检测报告");
        party["sentOn"].Should().Be("2026-03-04");
    }

    [Test, Rule("HD-APP-11")]
    public void The_letter_is_the_handlers_and_names_somebody()
    {
        var application = Application.UnderReview("2026-03-02");
        application.Refuse("consult-third-party").Misses("thirdParties", "HD-APP-11");
        application.Refuse("consult-third-party", new Given { ["thirdParties"] = Array.Empty<object>() }).Misses("thirdParties", "HD-APP-11");
        application.FireOnlyAs("handler", "consult-third-party", new Given
        {
            ["thirdParties"] = new[] { new { name = "甲公司", interest = "personal-privacy", matter = "名单" } },
        });
        application.Party()["interest"].Should().Be("personal-privacy");
    }

    [Test, Rule("HD-APP-11")]
    public void A_letter_without_addressee_interest_or_matter_is_not_sent()
    {
        var letter = new Given { ["party.name"] = "甲公司", ["interest"] = "commercial-secret", ["matter"] = "检测报告" };
        foreach (var field in letter.Keys)
            Case.RefuseToOpen(Catalogue.World(), Application.Consultation, Bodies.Bureau, letter.Without(field)).Misses(field, "HD-APP-11");
    }

    [Test, Rule("HD-APP-11")]
    public void The_third_party_has_fifteen_working_days_from_its_own_receipt()
    {
        var party = Consulting("甲公司").Party();
        party.Due("response").Should().BeNull();
        party.On("2026-03-06").FireOnlyAs("handler", "record-receipt");
        party.State.State.Should().Be("received-by-party");
        party["receivedOn"].Should().Be("2026-03-06");
        party.Due("response").Should().Be("2026-03-27");
    }

    [Test, Rule("HD-APP-11")]
    public void The_reply_clock_stands_still_from_sending_to_the_answer()
    {
        var application = Consulting("甲公司");
        application.State.Clocks["reply"].Deadline.Status.Should().Be(DueStatus.Open);
        application.Party().On("2026-03-06").Fire("record-receipt").On("2026-03-16").Answers("consents");
        application.State.State.Should().Be("detailed-review/examination");
        // 3 and 4 March are used; thirteen working days follow 16 March.
        application.Due("reply").Should().Be("2026-04-02");
    }

    [Test, Rule("HD-APP-11"), Rule("HD-APP-08")]
    public void It_runs_again_when_the_last_of_several_is_done()
    {
        var application = Consulting("甲公司", "乙公司");
        application.Party(0).On("2026-03-06").Fire("record-receipt").Answers("consents");
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
        application["thirdPartyAnswer.position"].Should().Be("consents");
        application["thirdPartyAnswer.late"].Should().Be(false);
        application.State.State.Should().Be("detailed-review/third-party-consultation");
        application.Due("reply").Should().BeNull();
        application.Refuse("reply", Replies.OnTheSpot).Cites("HD-APP-11", "三(二)5");
        application.Party(1).Fire("record-receipt").On("2026-03-16").Answers("consents");
        application.State.State.Should().Be("detailed-review/examination");
        application.Due("reply").Should().Be("2026-04-02");
    }

    [Test, Rule("HD-APP-11")]
    public void What_touches_a_third_party_is_not_disclosed_before_it_was_asked()
    {
        var application = Application.ReadyToDisclose("2026-03-02").Fire("record-findings", new Given { ["findings.needsThirdPartyOpinion"] = "yes" });
        application.Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-APP-11", "第六条");
        application.Consult("甲公司").Party().Answers("consents");
        application.Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("HD-APP-11")]
    public void What_touches_nobody_is_disclosed_without_asking() =>
        Application.ReadyToDisclose("2026-03-02").Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");

    [Test, Rule("HD-APP-11")]
    public void A_letter_that_does_not_arrive_starts_no_time_and_deems_nothing()
    {
        var application = Consulting("甲公司");
        application.Party().Refuse("record-undelivered").Misses("undelivered.reason", "HD-APP-11");
        application.Party().On("2026-03-16").FireOnlyAs("handler", "record-undelivered", new Given { ["undelivered.reason"] = "查无此人" });
        application.Party().State.Outcome.Should().Be("undelivered");
        application.State.State.Should().Be("detailed-review/examination");
        application.Due("reply").Should().Be("2026-04-02");
        application.Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret"));
        application.Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-SEC-07", "五(五)");
    }
}
