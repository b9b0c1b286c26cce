using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_information_is_withheld
{
    private static Case Concluded(string conclusion, string? separable = null)
    {
        var application = Application.UnderReview("2026-03-02")
            .Fire("record-findings", Application.Nothing.With("findings.personalPrivacy", "yes").With("findings.commercialSecret", "yes"))
            .Fire("escalate-secrecy", Application.Escalation);
        Reviews.ConcludeInSecrecyOffice(application.Child(Application.Review), conclusion, separable);
        return application;
    }

    [TestCase("state-secret", "state-secret", false)]
    [TestCase("commercial-secret", "commercial-secret", false)]
    [TestCase("privacy", "personal-privacy", false)]
    [TestCase("security-or-stability", "security-or-stability", true)]
    [Rule("HD-APP-20")]
    public void The_non_disclosure_register_gets_an_entry(string conclusion, string ground, bool outside)
    {
        var reply = Replies.Refusing(ground);
        var application = Concluded(conclusion);
        foreach (var field in reply.Keys.Where(key => key.StartsWith("information.")))
            application.Refuse("reply", reply.Without(field)).Misses(field, "HD-APP-20");
        Entered(application.Fire("reply", reply), outside);
    }

    [TestCase("commercial-secret", "commercial-secret", false)]
    [TestCase("privacy", "personal-privacy", false)]
    [TestCase("state-secret", "state-secret", false)]
    [TestCase("security-or-stability", "security-or-stability", true)]
    [Rule("HD-APP-20")]
    public void So_does_a_part_that_is_withheld_on_every_way_to_the_applicant(string conclusion, string ground, bool outside)
    {
        foreach (var way in new[] { Replies.OnTheSpot, Replies.Later, Replies.ForAFee })
        {
            var reply = way.With(Replies.Partly.Without("reply.onTheSpot", "fees.charged")).With(Replies.Refusing(ground)).With("reply.outcome", "partly-disclosed");
            Entered(Concluded(conclusion, "资金总额").Fire("reply", reply), outside);
        }
    }

    [Test, Rule("HD-APP-20")]
    public void Two_grounds_make_one_entry() =>
        Entered(Concluded("state-secret").Fire("reply", Replies.Refusing("state-secret", "security-or-stability")), outside: false);

    [Test, Rule("HD-APP-20"), Rule("HD-APP-15")]
    public void A_refusal_after_article_9_is_not_entered() =>
        Concluded("may-disclose").Fire("reply", Replies.Refusing("unrelated-to-needs")).Facts("non-disclosure-register").Should().BeEmpty();

    [Test, Rule("HD-APP-15"), Rule("HD-APP-27")]
    public void Unrelated_to_needs_is_no_ground_before_the_purpose_was_asked_for()
    {
        var refusal = Replies.Refusing("unrelated-to-needs");
        var application = Application.ReadyToDisclose("2026-03-02", Forms.Citizen.Without("request.purpose"));
        application.Refuse("reply", refusal).CitesOnly("HD-APP-27", null);
        application.On("2026-03-04").FireOnlyAs("handler", "ask-purpose")["request.purposeAskedOn"].Should().Be("2026-03-04");
        application.Fire("reply", refusal).State.Outcome.Should().Be("refused");
    }

    [Test, Rule("HD-APP-15"), Rule("HD-APP-27")]
    public void Or_stated()
    {
        var application = Application.ReadyToDisclose("2026-03-02", Forms.Citizen.Without("request.purpose"));
        application.Refuse("record-purpose").Misses("request.purpose", "HD-APP-27");
        application.FireOnlyAs("handler", "record-purpose", new Given { ["request.purpose"] = "好奇" });
        application["request.purpose"].Should().Be("好奇");
        application.Fire("reply", Replies.Refusing("unrelated-to-needs")).State.Outcome.Should().Be("refused");
    }

    [Test, Rule("HD-APP-27")]
    public void Any_other_reply_is_given_without_asking_for_the_purpose() =>
        Application.ReadyToDisclose("2026-03-02", Forms.Citizen.Without("request.purpose")).Fire("reply", Replies.OnTheSpot)
            .State.Outcome.Should().Be("disclosed");

    [TestCase("preliminary-review")]
    [TestCase("detailed-review/examination")]
    [Rule("HD-APP-15")]
    public void The_same_request_again_need_not_be_answered_again(string state)
    {
        var application = state == "preliminary-review" ? Application.Registered("2026-03-02") : Application.UnderReview("2026-03-02");
        application.Refuse("decline-repeat").Misses("earlierCase", "HD-APP-15");
        application.FireOnlyAs("handler", "decline-repeat", new Given { ["earlierCase"] = "桦依申〔2025〕7号" });
        application.State.Outcome.Should().Be("repeat-not-answered");
        application["earlierCase"].Should().Be("桦依申〔2025〕7号");
        application.Facts("non-disclosure-register").Should().BeEmpty();
    }

    [Test, Rule("HD-APP-15")]
    public void But_not_while_somebody_is_still_being_asked() =>
        Application.UnderReview("2026-03-02").Fire("escalate-secrecy", Application.Escalation)
            .Refuse("decline-repeat", new Given { ["earlierCase"] = "桦依申〔2025〕7号" }).CitesOnly("HD-APP-15", null);

    private static void Entered(Case application, bool outside)
    {
        var entry = application.Facts("non-disclosure-register").Should().ContainSingle().Subject;
        entry.Values["outsideReport"].Should().Be(new FieldValue.Boolean(outside));
        entry.Values.Keys.Should().Contain(["title", "description", "reason", "madeOn", "madeBy"]);
        entry.Values["title"].Should().Be(new FieldValue.Text("检测报告"));
        entry.Values.ContainsKey("secrecyLevel").Should().Be(application["information.secrecyLevel"] is not null);
        entry.Basis.Act.Should().Be("桦甸市不予公开政府信息报备制度");
    }
}
