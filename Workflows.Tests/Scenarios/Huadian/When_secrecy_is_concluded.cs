using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_secrecy_is_concluded
{
    private static Case Reviewed(string conclusion, string? separablePart = null)
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing).Fire("escalate-secrecy", Application.Escalation);
        Reviews.ConcludeInSecrecyOffice(application.Child(Application.Review), conclusion, separablePart);
        return application;
    }

    private static Given PartlyFor(string ground) => Replies.Partly.With(Replies.Refusing(ground)).With("reply.outcome", "partly-disclosed");

    [TestCase("disclosed")]
    [TestCase("partly-disclosed")]
    [Rule("HD-APP-16")]
    public void Nothing_is_disclosed_before_it_is(string outcome)
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing.With("findings.commercialSecret", "yes"));
        application.Refuse("reply", outcome == "disclosed" ? Replies.OnTheSpot : Replies.Partly).Cites("HD-APP-16", "三(二)");
    }

    [Test, Rule("HD-APP-16")]
    public void May_be_disclosed_is_disclosed() =>
        Reviewed("may-disclose").Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");

    [Test, Rule("HD-APP-16")]
    public void A_refusal_needs_no_conclusion_but_secrecy_is_no_ground_without_one()
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing);
        application.Refuse("reply", Replies.Refusing("state-secret")).CitesOnly("HD-APP-16", "三(四)");
        application.Refuse("reply", Replies.Refusing("security-or-stability")).CitesOnly("HD-APP-16", "三(四)");
        application.Fire("reply", Replies.Refusing("unrelated-to-needs")).State.Outcome.Should().Be("refused");
    }

    [TestCase("state-secret")]
    [TestCase("security-or-stability")]
    [Rule("HD-SEC-06"), Rule("HD-SEC-08")]
    public void A_state_secret_and_a_danger_are_never_disclosed(string conclusion)
    {
        var application = Reviewed(conclusion);
        application.Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-SEC-06", "五(五)");
        application.Refuse("reply", PartlyFor(conclusion)).CitesOnly("HD-SEC-06", "五(六)");
        application.Refuse("override-objection", Application.Override).Cites("HD-SEC-06", "五(五)");
        application.Fire("reply", Replies.Refusing(conclusion)).State.Outcome.Should().Be("refused");
    }

    [TestCase("findings.stateSecret", "yes")]
    [TestCase("findings.stateSecret", "doubt")]
    [TestCase("findings.securityOrStability", "yes")]
    [TestCase("findings.securityOrStability", "doubt")]
    [Rule("HD-SEC-06")]
    public void Nor_what_the_handler_found_or_doubted(string finding, string answer)
    {
        var application = Reviewed("may-disclose").Fire("record-findings", new Given { [finding] = answer, ["findings.commercialSecret"] = "yes" });
        application.Refuse("reply", Replies.OnTheSpot).Cites("HD-SEC-06", "五(五)");
        application.Refuse("reply", PartlyFor("commercial-secret")).CitesOnly("HD-SEC-06", "五(六)");
        application.Refuse("override-objection", Application.Override).CitesOnly("HD-SEC-06", "五(五)");
    }

    [TestCase("commercial-secret")]
    [TestCase("privacy")]
    [Rule("HD-SEC-06"), Rule("HD-SEC-07")]
    public void A_commercial_secret_and_privacy_are_not_disclosed_without_consent(string conclusion) =>
        Reviewed(conclusion).Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-SEC-07", "五(五)");

    [TestCase("findings.commercialSecret", "yes")]
    [TestCase("findings.commercialSecret", "doubt")]
    [TestCase("findings.personalPrivacy", "yes")]
    [TestCase("findings.personalPrivacy", "doubt")]
    [Rule("HD-SEC-06"), Rule("HD-SEC-07")]
    public void Nor_what_the_handler_found_or_doubted_to_be_one(string finding, string answer) =>
        Reviewed("may-disclose").Fire("record-findings", new Given { [finding] = answer }).Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-SEC-07", "五(五)");

    [TestCase("commercial-secret")]
    [TestCase("privacy")]
    [Rule("HD-SEC-07")]
    public void The_head_may_decide_to_disclose_in_the_public_interest_and_notifies_the_right_holder(string conclusion)
    {
        var application = Reviewed(conclusion).Needs("override-objection", Application.Override, [.. Application.Override.Keys])
            .FireOnlyAs("agency-leader", "override-objection", Application.Override);
        application.State.Flags.Should().Equal("disclosure-decided-over-objection");
        application.Issued.Last().Should().Be("override-notice 桦权告〔2026〕1号");
        application.Letter("override-notice").Template.Should().Be("huadian.override-notice");
        application.Printed("override-notice", "override.content").Should().Be("检测数据");
        application.Printed("override-notice", "override.reasons").Should().Be("涉及学生安全");
        application.Printed("override-notice", "override.rightHolders").Should().Contain("甲公司");
        application.Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("HD-SEC-07"), Rule("HD-APP-12")]
    public void Also_over_a_recorded_objection()
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Secret)
            .Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret")).Consult("甲公司");
        application.Party().Answers("objects");
        application.Fire("override-objection", Application.Override).Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("HD-SEC-07")]
    public void One_who_consents_does_not_consent_for_another()
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Secret)
            .Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret")).Consult("甲公司", "乙公司");
        application.Party(0).Answers("consents");
        application.Party(1).Answers("objects");
        application.Refuse("reply", Replies.OnTheSpot).Cites("HD-SEC-07", "五(五)");
    }

    [Test, Rule("HD-SEC-07")]
    public void There_is_nothing_to_override_without_a_secret() =>
        Reviewed("may-disclose").Refuse("override-objection", Application.Override).CitesOnly("HD-SEC-07", "五(五)");

    [TestCase("state-secret", "state-secret")]
    [TestCase("security-or-stability", "security-or-stability")]
    [TestCase("commercial-secret", "commercial-secret")]
    [Rule("HD-SEC-08"), Rule("HD-SEC-06")]
    public void The_separable_part_is_given_and_may_not_be_refused(string conclusion, string ground)
    {
        var application = Reviewed(conclusion, "资金总额");
        application.Refuse("reply", Replies.Refusing(ground)).CitesOnly("HD-SEC-08", "五(六)");
        application.Fire("reply", PartlyFor(ground)).State.Outcome.Should().Be("disclosed");
        application["reply.withheldPart"].Should().Be("供应商报价");
    }

    [Test, Rule("HD-SEC-08")]
    public void Its_own_conclusion_names_the_separable_part_too()
    {
        var application = Application.UnderReview("2026-03-02");
        application.Refuse("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret", "总额").Without("secrecy.separablePart"))
            .Misses("secrecy.separablePart", "HD-SEC-08");
        application.Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret", "总额"))["secrecy.separablePart"].Should().Be("总额");
    }
}
