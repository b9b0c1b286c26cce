using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_third_party_stays_silent
{
    private static Case Asked()
    {
        var application = Application.UnderReview("2026-03-23").Fire("record-findings", Application.Secret)
            .Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret"))
            .On("2026-03-24").Consult("甲公司");
        application.Party().On("2026-03-26").Fire("record-receipt");
        return application;
    }

    [Test, Rule("HD-APP-12")]
    public void Huadian_deems_consent_by_itself_when_the_time_is_up()
    {
        // Fifteen working days after 26 March, past the Qingming holiday.
        var party = Asked().Party();
        party.On("2026-04-17").State.State.Should().Be("received-by-party");
        party.On("2026-04-18").State.Outcome.Should().Be("deemed-consent");
        party.MovedOn.Should().Be("2026-04-17");
        party.LastMove.Basis.Article.Should().Be("第六条");
    }

    [Test, Rule("HD-APP-11")]
    public void The_reply_clock_runs_again_from_the_end_of_the_third_partys_time()
    {
        var application = Asked().On("2026-04-18");
        application.State.State.Should().Be("detailed-review/examination");
        // 24 March was used; fourteen working days follow 17 April, past Labour Day and through its make-up Saturday.
        application.Due("reply").Should().Be("2026-05-11");
    }

    [Test, Rule("HD-APP-12"), Rule("HD-SEC-07")]
    public void Silence_is_as_good_as_consent() =>
        Asked().On("2026-04-20").Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");

    [Test, Rule("HD-APP-12")]
    public void A_later_objection_undoes_nothing_but_is_shown_to_the_handler()
    {
        var application = Asked();
        var party = application.Party().On("2026-04-21");
        party.Refuse("record-answer", new Given { ["answer.position"] = "objects" }).CitesOnly("HD-APP-12", "第六条");
        party.Refuse("record-late-answer").Misses("answer.position", "HD-APP-12");
        party.FireOnlyAs("handler", "record-late-answer", new Given { ["answer.position"] = "objects", ["answer.reason"] = "迟复" });
        party.State.Outcome.Should().Be("deemed-consent");
        party["answer.late"].Should().Be(true);
        party["answer.answeredOn"].Should().Be("2026-04-21");
        application["thirdPartyAnswer.position"].Should().Be("objects");
        application["thirdPartyAnswer.late"].Should().Be(true);
        application.Due("reply").Should().Be("2026-05-11");
        application.Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("HD-APP-12")]
    public void The_one_who_answers_late_is_the_one_who_is_shown()
    {
        var application = Application.UnderReview("2026-03-02").Consult("甲公司", "乙公司");
        application.Party(0).Fire("record-receipt").On("2026-03-24");
        application.Party(1).Fire("record-undelivered", new Given { ["undelivered.reason"] = "查无此人" });
        application["thirdPartyAnswer.name"].Should().Be("乙公司");
        application.Party(0).Fire("record-late-answer", new Given { ["answer.position"] = "objects" });
        application["thirdPartyAnswer.name"].Should().Be("甲公司");
    }

    [TestCase("delivered")]
    [TestCase("refused")]
    [TestCase("replied-already-public")]
    [TestCase("replied-not-this-agency")]
    [TestCase("replied-not-found")]
    [Rule("HD-APP-12")]
    public void An_objection_after_the_reply_is_recorded(string state)
    {
        var application = Asked().On("2026-04-20").Fire("reply", state switch
        {
            "delivered" => Replies.OnTheSpot,
            "refused" => Replies.Refusing("commercial-secret"),
            "replied-already-public" => Replies.AlreadyPublic,
            "replied-not-this-agency" => Replies.NotThisAgency,
            _ => Replies.NotFound,
        });
        application.Party().On("2026-04-22").Fire("record-late-answer", new Given { ["answer.position"] = "objects" });
        application.State.State.Should().Be(state);
        var fact = application.Facts("late-third-party-answer").Should().ContainSingle().Subject;
        fact.Values.Keys.Should().Equal("answeredOn", "position");
        fact.Basis.Article.Should().Be("第六条");
    }
}
