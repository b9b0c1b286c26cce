using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

public class When_the_office_reviews_a_document
{
    [Test, Rule("HD-DOC-02")]
    public void It_agrees_and_the_signer_signs()
    {
        var document = OfficialDocuments.Drafted().FireOnlyAs("office-reviewer", "agree");
        document.State.State.Should().Be("awaiting-signature");
    }

    [Test, Rule("HD-DOC-02")]
    public void It_disagrees_and_the_drafters_determine_the_attribute_anew()
    {
        var document = OfficialDocuments.Drafted().Needs("negotiate", OfficialDocuments.Objection, [.. OfficialDocuments.Objection.Keys]);
        document.FireOnlyAs("office-reviewer", "negotiate", OfficialDocuments.Objection);
        document.State.State.Should().Be("negotiation");
        document["office.attribute"].Should().Be("on-application");
        document["office.opinion"].Should().Be("只涉及部分学校");
        document.FireOnlyAs("drafter", "redetermine", OfficialDocuments.Attribute("on-application", "some"));
        document["attribute"].Should().Be("on-application");
        document.State.State.Should().Be("office-review");
    }

    [Test, Rule("HD-DOC-02")]
    public void Without_agreement_it_gives_its_opinion_and_the_signer_decides()
    {
        var document = OfficialDocuments.Drafted().Fire("negotiate", OfficialDocuments.Objection);
        var opinion = OfficialDocuments.Objection.Without("office.attribute");
        document.Needs("submit-opinion", opinion, "office.opinion").FireOnlyAs("office-reviewer", "submit-opinion", opinion);
        document.State.State.Should().Be("awaiting-signature");
        document.Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-DOC-02", "第六条第二款");
        var decision = OfficialDocuments.Attribute("on-application", "some").With("signer.reason", "同意办公室意见");
        document.Needs("decide-attribute", decision, "signer.reason").FireOnlyAs("signer", "decide-attribute", decision);
        document["attribute"].Should().Be("on-application");
        document["signer.reason"].Should().Be("同意办公室意见");
        document.Refuse("decide-attribute", decision).CitesOnly("HD-DOC-02", "第六条第二款");
        document.Fire("sign", OfficialDocuments.Number).State.State.Should().Be("signed");
    }

    [Test, Rule("HD-DOC-01"), Rule("HD-DOC-02")]
    public void An_attribute_determined_anew_says_as_much_as_the_first()
    {
        OfficialDocuments.Drafted().Fire("negotiate", OfficialDocuments.Objection)
            .Needs("redetermine", OfficialDocuments.NotDisclosed, [.. OfficialDocuments.NotDisclosed.Without("official.secrecyUntil").Keys])
            .Fire("redetermine", OfficialDocuments.NotDisclosed)["attribute.reason"].Should().Be("属于国家秘密");
        var decision = OfficialDocuments.NotDisclosed.With("signer.reason", "同意办公室意见");
        OfficialDocuments.Disputed().Needs("decide-attribute", decision, [.. decision.Without("official.secrecyUntil").Keys])
            .Fire("decide-attribute", decision)["attribute.ground"].Should().Be("state-secret");
    }

    [TestCase("proactive", "some", "HD-DOC-07", "第五条第三款")]
    [TestCase("proactive", "internal", "HD-DOC-01", "第五条第二款")]
    [TestCase("internal", "general", "HD-DOC-01", "第五条第二款")]
    [Rule("HD-DOC-01"), Rule("HD-DOC-07")]
    public void The_signer_decides_within_the_same_limits(string attribute, string scope, string rule, string article)
    {
        var reason = new Given { ["signer.reason"] = "同意草拟部门意见" };
        OfficialDocuments.Disputed().Refuse("decide-attribute", OfficialDocuments.Attribute(attribute, scope).With(reason)).CitesOnly(rule, article);
        OfficialDocuments.Disputed().Fire("decide-attribute", OfficialDocuments.Attribute("proactive").With(reason))["attribute"].Should().Be("proactive");
        OfficialDocuments.Disputed().Fire("decide-attribute", OfficialDocuments.Attribute("internal", "internal").With(reason))["attribute"].Should().Be("internal");
    }

    [TestCase("supervisory-organ", Bodies.Supervision)]
    [TestCase("openness-department", Bodies.Openness)]
    [Rule("HD-DOC-08")]
    public void What_was_issued_without_review_is_put_to_the_bodies_that_may_order_its_correction(string body, string agency)
    {
        var input = OfficialDocuments.Unreviewed.With("unreviewed.orderingBody", body);
        var document = OfficialDocuments.Drafted();
        document.Needs("report-unreviewed", input, [.. input.Keys]).FireOnlyAs("office-reviewer", "report-unreviewed", input);
        document.State.State.Should().Be("office-review", "the review is made up for");
        document.State.Children.Should().ContainSingle().Which.Linked.Should().BeTrue();
        var order = document.Child(Accountability.Order);
        order.State.Agency.Should().Be(agency);
        order["concerns.agency"].Should().Be(Bodies.Bureau);
        order["ground"].Should().Be("document-review");
        order["orderingBody"].Should().Be(body);
        order["matter"].Should().Be("未经办公室审核即印发");
        document.Fire("agree").Fire("sign", OfficialDocuments.Number).State.State.Should().Be("signed");
        order.Fire("order", Accountability.Demand).Fire("find-not-corrected", new Given { ["correction.result"] = "拒不补办", ["grave"] = true });
        order.Child(Accountability.Procedure).State.Agency.Should().Be(Bodies.Supervision, "what is grave leads to accountability");
    }

    [Test, Rule("HD-DOC-08")]
    public void What_was_reviewed_and_signed_is_not() =>
        OfficialDocuments.Signed().Refuse("report-unreviewed", OfficialDocuments.Unreviewed).CitesOnly("HD-DOC-08", "第十二条");

    [Test, Rule("HD-DOC-02")]
    public void The_signer_can_send_it_back()
    {
        var document = OfficialDocuments.Disputed();
        var reason = new Given { ["signer.reason"] = "再议" };
        document.Needs("send-back", reason, "signer.reason").FireOnlyAs("signer", "send-back", reason);
        document.State.State.Should().Be("office-review");
        document.Fire("agree").Fire("sign", OfficialDocuments.Number).State.State.Should().Be("signed");
    }

    [Test, Rule("HD-DOC-03")]
    public void What_the_agency_cannot_decide_is_put_to_secrecy_review()
    {
        var document = OfficialDocuments.Drafted();
        var doubt = new Given { ["secrecy.doubt"] = "点位是否涉密" };
        document.Needs("refer-to-secrecy-review", doubt, "secrecy.doubt").FireOnlyAs("office-reviewer", "refer-to-secrecy-review", doubt);
        var review = document.Child(Application.Review);
        review["information.name"].Should().Be("关于做好2026年义务教育招生工作的通知");
        review["information.content"].Should().Be("招生范围、时间和办法");
        review["doubt"].Should().Be("点位是否涉密");
        document.Refuse("refer-to-secrecy-review", doubt).CitesOnly("HD-DOC-03", null);
        document.Fire("agree").Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-DOC-03", "第六条第三款");
        Reviews.ConcludeInSecrecyOffice(review, "may-disclose");
        document["secrecy.conclusion"].Should().Be("may-disclose");
        document.Fire("sign", OfficialDocuments.Number).State.State.Should().Be("signed");
    }

    [TestCase("state-secret")]
    [TestCase("security-or-stability")]
    [Rule("HD-DOC-03")]
    public void What_was_found_secret_is_signed_only_as_not_disclosed(string conclusion)
    {
        var document = OfficialDocuments.Found(conclusion).Fire("agree");
        document.Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-DOC-03", "第六条第三款");
        document.Fire("send-back", new Given { ["signer.reason"] = "属性有误" }).Fire("negotiate", OfficialDocuments.Objection)
            .Fire("redetermine", OfficialDocuments.NotDisclosed).Fire("agree").Fire("sign", OfficialDocuments.Number).State.State.Should().Be("signed");
    }

    [Test, Rule("HD-DOC-04")]
    public void What_needs_approval_is_not_released_before_it()
    {
        var document = OfficialDocuments.Drafted(OfficialDocuments.Proactive.With("official.needsApproval", true));
        document.Needs("request-approval", OfficialDocuments.ApprovalRequest, [.. OfficialDocuments.ApprovalRequest.Keys]);
        document.FireOnlyAs("office-reviewer", "request-approval", OfficialDocuments.ApprovalRequest);
        var approval = document.Child(Application.Approval);
        approval.State.Agency.Should().Be(Bodies.Price);
        approval["information.name"].Should().Be("关于做好2026年义务教育招生工作的通知");
        approval["information.content"].Should().Be("招生范围、时间和办法");
        approval["ground"].Should().Be("价格信息须经物价部门审查");
        document.Fire("agree").Refuse("sign", OfficialDocuments.Number).Cites("HD-DOC-04", "第七条");
        approval.Fire("decide", new Given { ["decision.result"] = "approved", ["department"] = "物价局" });
        document.Fire("sign", OfficialDocuments.Number).State.State.Should().Be("signed");
    }

    [Test, Rule("HD-DOC-04")]
    public void A_refused_approval_keeps_it_from_release()
    {
        var document = OfficialDocuments.ForApproval();
        document.Child(Application.Approval).Fire("decide", new Given { ["decision.result"] = "refused", ["department"] = "物价局", ["decision.reasons"] = "未定价" });
        document.Fire("agree").Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-DOC-04", "第七条");
    }

    [Test, Rule("HD-DOC-04")]
    public void What_needs_none_is_not_sent_for_approval()
    {
        OfficialDocuments.Drafted().Refuse("request-approval", OfficialDocuments.ApprovalRequest).CitesOnly("HD-DOC-04", "第七条");
        OfficialDocuments.Signed().State.State.Should().Be("signed");
    }

    [Test, Rule("HD-DOC-05")]
    public void The_agencies_of_a_joint_document_agree_on_it_and_are_told_after_signing()
    {
        var document = OfficialDocuments.Drafted(OfficialDocuments.Joint);
        document.Needs("consult-joint-agencies", OfficialDocuments.Others, "joint.agencies").FireOnlyAs("office-reviewer", "consult-joint-agencies", OfficialDocuments.Others);
        document.State.Children.Select(child => child.Agency).Should().Equal(Bodies.Price, Bodies.City);
        var other = document.Child(OfficialDocuments.Agreement);
        other["official.title"].Should().Be("关于做好2026年义务教育招生工作的通知");
        other["attribute"].Should().Be("proactive");
        var opinion = new Given { ["answer.opinion"] = "附件依申请公开" };
        other.Needs("propose-otherwise", opinion, "answer.opinion").FireOnlyAs("office-reviewer", "propose-otherwise", opinion);
        document["joint.proposal"].Should().Be("附件依申请公开");
        other.FireOnlyAs("office-reviewer", "agree");
        other.State.Outcome.Should().Be("agreed");
        document.Child(OfficialDocuments.Agreement, 1).Fire("agree");
        document["joint.proposal"].Should().BeNull();
        document.Fire("agree").Fire("sign", OfficialDocuments.Number);
        document.Issued.Should().Equal("attribute-feedback 桦文馈〔2026〕1号");
        document.Letter("attribute-feedback").Template.Should().Be("huadian.attribute-feedback");
        document.Printed("attribute-feedback", "joint.agencies").Should().Contain("桦甸市物价局").And.Contain("吉林市教育局");
    }

    [Test, Rule("HD-DOC-05")]
    public void Without_the_agreement_of_all_it_is_not_signed()
    {
        var document = OfficialDocuments.Consulting();
        document.Child(OfficialDocuments.Agreement).Fire("agree");
        document.Fire("agree").Refuse("sign", OfficialDocuments.Number).Cites("HD-DOC-05", "第八条");
        OfficialDocuments.Agreed(OfficialDocuments.Joint).Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-DOC-05", "第八条");
    }

    [Test, Rule("HD-DOC-02"), Rule("HD-DOC-05")]
    public void Another_attribute_needs_their_agreement_again()
    {
        var document = OfficialDocuments.Consulting();
        document.Child(OfficialDocuments.Agreement).Fire("agree");
        document.Child(OfficialDocuments.Agreement, 1).Fire("agree");
        document.Fire("negotiate", OfficialDocuments.Objection).Fire("redetermine", OfficialDocuments.Attribute("on-application"))
            .Fire("agree").Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-DOC-05", "第八条");
    }

    [TestCase("proactive")]
    [TestCase("on-application")]
    [TestCase("internal")]
    [Rule("HD-DOC-05")]
    public void Whatever_its_attribute_they_are_told(string attribute)
    {
        var document = OfficialDocuments.Drafted(OfficialDocuments.Joint.With(OfficialDocuments.Attribute(attribute, attribute == "internal" ? "internal" : "general")))
            .Fire("consult-joint-agencies", OfficialDocuments.Others);
        document.Child(OfficialDocuments.Agreement).Fire("agree");
        document.Child(OfficialDocuments.Agreement, 1).Fire("agree");
        document.Fire("agree").Fire("sign", OfficialDocuments.Number).Printed("attribute-feedback", "attribute").Should().Be(attribute);
    }

    [Test, Rule("HD-DOC-05")]
    public void What_is_not_joint_needs_nobodys_agreement()
    {
        OfficialDocuments.Drafted().Refuse("consult-joint-agencies", OfficialDocuments.Others).CitesOnly("HD-DOC-05", "第八条");
        OfficialDocuments.Signed().Issued.Should().BeEmpty();
    }

    [Test, Rule("HD-DOC-05")]
    public void The_other_agency_is_told_what_and_which()
    {
        var input = new Given { ["official.title"] = "通知", ["attribute"] = "proactive" };
        Handover.IsComplete(OfficialDocuments.Agreement, Bodies.Bureau, Bodies.Price, input, "official.title", "attribute");
        Handover.OnlyFromAnotherCase(OfficialDocuments.Agreement, Bodies.Price, input);
    }
}
