using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

public class When_it_is_reviewed_before_publication
{
    [Test, Rule("HD-PRO-03"), Rule("HD-SEC-13")]
    public void Nothing_is_published_before_the_office_has_reviewed_it()
    {
        var disclosure = Disclosures.Opened();
        disclosure.Refuse("publish", Disclosures.Website).CitesOnly("HD-PRO-03", "三(二)");
        var conclusion = Disclosures.Concluding("may-disclose");
        disclosure.Needs("record-own-secrecy-conclusion", conclusion, "secrecy.inDoubt", "secrecy.conclusion", "secrecy.reasons", "secrecy.reviewer");
        disclosure.FireOnlyAs("secrecy-reviewer", "record-own-secrecy-conclusion", conclusion);
        disclosure["secrecy.decidedBy"].Should().Be("disclosure-office");
        disclosure["secrecy.reviewer"].Should().Be("孙七");
        disclosure.Fire("publish", Disclosures.Website).State.Outcome.Should().Be("published");
    }

    [Test, Rule("HD-SEC-02")]
    public void In_doubt_the_office_does_not_conclude_by_itself()
    {
        var disclosure = Disclosures.Opened();
        disclosure.Refuse("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose").With("secrecy.inDoubt", true)).CitesOnly("HD-SEC-02", "五(二)");
        disclosure.Refuse("record-own-secrecy-conclusion", Disclosures.Concluding("security-or-stability")).CitesOnly("HD-SEC-02", "五(二)");
    }

    [Test, Rule("HD-SEC-02"), Rule("HD-SEC-04"), Rule("HD-PRO-03")]
    public void It_puts_the_doubt_to_secrecy_review_with_name_content_and_reasons()
    {
        var disclosure = Disclosures.Opened();
        disclosure.Needs("escalate-secrecy", Disclosures.Escalation, "information.content", "secrecy.doubt").FireOnlyAs("handler", "escalate-secrecy", Disclosures.Escalation);
        var review = disclosure.Child(Application.Review);
        review["information.name"].Should().Be("2026年义务教育招生工作方案");
        review["information.content"].Should().Be("鉴定结论及点位");
        review["doubt"].Should().Be("点位是否涉密不能确定");
        disclosure.Refuse("escalate-secrecy", Disclosures.Escalation).CitesOnly("HD-SEC-02", null);
        Reviews.ConcludeInSecrecyOffice(review, "may-disclose");
        disclosure["secrecy.conclusion"].Should().Be("may-disclose");
        disclosure["secrecy.reasons"].Should().Be("依照保密范围");
        disclosure["secrecy.reviewer"].Should().Be("周八");
        disclosure["secrecy.decidedBy"].Should().Be("secrecy-office");
    }

    [Test, Rule("HD-SEC-03")]
    public void What_the_review_concludes_stands()
    {
        Disclosures.Escalated().Refuse("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose")).CitesOnly("HD-SEC-03", "五(二)");
        Disclosures.Found("state-secret").Refuse("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose")).CitesOnly("HD-SEC-03", "五(二)");
    }

    [Test, Rule("HD-PRO-03"), Rule("HD-SEC-06")]
    public void Nothing_is_decided_while_it_is_under_review()
    {
        var disclosure = Disclosures.Reviewed().Fire("escalate-secrecy", Disclosures.Escalation);
        disclosure.Refuse("publish", Disclosures.Website).CitesOnly("HD-PRO-03", "三(二)");
        Disclosures.Reviewed("privacy").Fire("escalate-secrecy", Disclosures.Escalation).Refuse("withhold").CitesOnly("HD-SEC-06", "三(二)");
    }

    [Test, Rule("HD-SEC-05")]
    public void An_extension_told_by_the_deciding_body_is_shown_until_it_has_concluded()
    {
        var disclosure = Disclosures.Escalated();
        var review = disclosure.Child(Application.Review).Fire("refer-to-secrecy-office", Reviews.InDoubt)
            .Fire("request-escalation", Reviews.To("secrecy-department")).Fire("approve-escalation");
        review.Child(Application.Determination).Fire("extend", new Given { ["extension.days"] = 7, ["extension.reason"] = "需鉴定" });
        disclosure["secrecy.told"].Should().Be("确定机关已延长答复期限");
        disclosure["secrecy.conclusion"].Should().BeNull();
        review.Child(Application.Determination).Fire("determine", Reviews.Concluding("may-disclose"));
        disclosure["secrecy.told"].Should().BeNull();
        disclosure["secrecy.decidedBy"].Should().Be("secrecy-department");
    }

    [TestCase("state-secret")]
    [TestCase("security-or-stability")]
    [Rule("HD-SEC-06")]
    public void What_must_not_be_disclosed_is_not_published(string conclusion) =>
        Disclosures.Found(conclusion).Refuse("publish", Disclosures.Website).CitesOnly("HD-SEC-06", "五(五)");

    [TestCase("state-secret", false)]
    [TestCase("security-or-stability", true)]
    [TestCase("commercial-secret", false)]
    [TestCase("privacy", false)]
    [Rule("HD-SEC-06")]
    public void What_is_withheld_enters_the_register(string conclusion, bool outside)
    {
        var disclosure = Disclosures.Found(conclusion).FireOnlyAs("office-head", "withhold", Disclosures.Withholding);
        disclosure.State.Outcome.Should().Be("not-published");
        var values = disclosure.Facts("non-disclosure-register").Should().ContainSingle().Which.Values;
        values["outsideReport"].Should().Be(new FieldValue.Boolean(outside));
        values.Keys.Should().Contain(["title", "description", "reason", "madeOn", "madeBy", "documentNumber"]);
        values["reason"].Should().Be(new FieldValue.Text("依照保密范围"));
    }

    [Test, Rule("HD-SEC-06")]
    public void A_state_secret_is_registered_with_its_level()
    {
        Disclosures.Found("state-secret").Refuse("withhold").Misses("information.secrecyLevel", "HD-SEC-06");
        Disclosures.Found("state-secret").Fire("withhold", Disclosures.Withholding)
            .Facts("non-disclosure-register")[0].Values["secrecyLevel"].Should().Be(new FieldValue.Text("secret"));
    }

    [Test, Rule("HD-SEC-06")]
    public void What_may_be_disclosed_is_not_withheld_as_a_secret() =>
        Disclosures.Reviewed().Refuse("withhold", Disclosures.Withholding).CitesOnly("HD-SEC-06", "三(四)");
}
