using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_application_is_examined
{
    [TestCase("findings.stateSecret", "三(二)5")]
    [TestCase("findings.securityOrStability", "第八条第(二)项")]
    [TestCase("findings.commercialSecret", "三(二)5")]
    [TestCase("findings.personalPrivacy", "三(二)5")]
    [TestCase("findings.needsApproval", "三(二)5")]
    [TestCase("findings.needsThirdPartyOpinion", "三(二)5")]
    [Rule("HD-APP-08")]
    public void No_reply_is_possible_before_this_finding_is_recorded(string missing, string article)
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing.Without(missing));
        foreach (var reply in new[] { Replies.AlreadyPublic, Replies.NotFound, Replies.NotThisAgency, Replies.Refusing("unrelated-to-needs") })
            application.Refuse("reply", reply).CitesOnly("HD-APP-08", article);
        application.Fire("record-findings", new Given { [missing] = "no" }).Fire("reply", Replies.NotFound).State.Closed.Should().BeTrue();
    }

    [Test, Rule("HD-APP-08")]
    public void Findings_are_the_handlers_and_can_be_recorded_one_by_one()
    {
        var application = Application.UnderReview("2026-03-02").FireOnlyAs("handler", "record-findings", new Given { ["findings.stateSecret"] = "doubt" });
        application["findings.stateSecret"].Should().Be("doubt");
        application.Fire("record-findings", new Given { ["findings.personalPrivacy"] = "yes" })["findings.stateSecret"].Should().Be("doubt");
    }

    [TestCase("findings.stateSecret")]
    [TestCase("findings.securityOrStability")]
    [TestCase("findings.commercialSecret")]
    [TestCase("findings.personalPrivacy")]
    [TestCase("findings.needsApproval")]
    [TestCase("findings.needsThirdPartyOpinion")]
    [Rule("HD-APP-08")]
    public void Not_applicable_is_only_for_what_is_not_here(string finding)
    {
        var application = Application.ReadyToDisclose("2026-03-02").Fire("record-findings", new Given { [finding] = "not-applicable" });
        application.Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-APP-08", "三(二)5");
        application.Fire("reply", Replies.NotFound).State.Outcome.Should().Be("not-found");
    }

    [Test, Rule("HD-APP-08")]
    public void What_needs_approval_goes_to_the_approving_body_and_not_out_before()
    {
        var application = Application.ReadyToDisclose("2026-03-02");
        application.Refuse("request-approval", Application.ApprovalRequest).CitesOnly("HD-APP-08", "三(二)5");
        application.Fire("record-findings", new Given { ["findings.needsApproval"] = "yes" });
        application.Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-APP-08", "第七条");
        application.Needs("request-approval", Application.ApprovalRequest, [.. Application.ApprovalRequest.Keys]);
        application.FireOnlyAs("handler", "request-approval", Application.ApprovalRequest);
        application.Refuse("reply", Replies.OnTheSpot).Cites("HD-APP-08", "三(二)5");

        var approval = application.Child(Application.Approval);
        approval.State.Agency.Should().Be(Bodies.Price);
        approval["information.name"].Should().Be("校舍安全鉴定报告");
        approval["information.content"].Should().Be("鉴定结论及点位");
        approval["ground"].Should().Be("价格信息须经物价部门批准");
        var decision = new Given { ["decision.result"] = "approved", ["department"] = "桦甸市物价局", ["decision.documentNumber"] = "桦价批1号" };
        approval.Needs("decide", decision, "decision.result", "department").FireOnlyAs("approver", "decide", decision);
        approval.State.Outcome.Should().Be("approved");
        approval.Issued.Should().Equal("approval-decision 桦报批〔2026〕1号");
        application["approval.department"].Should().Be("桦甸市物价局");
        application["handling.advice"].Should().BeNull();
        application.Fire("reply", Replies.OnTheSpot).State.Outcome.Should().Be("disclosed");
    }

    [Test, Rule("HD-APP-08")]
    public void The_approving_body_takes_only_what_names_information_and_ground()
    {
        var input = new Given { ["information.name"] = "报告", ["information.content"] = "结论", ["ground"] = "价格法" };
        Handover.IsComplete(Application.Approval, Bodies.Bureau, Bodies.Price, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Application.Approval, Bodies.Price, input);
    }

    [Test, Rule("HD-APP-08"), Rule("HD-APP-24")]
    public void A_reply_is_the_handlers() =>
        Application.ReadyToDisclose("2026-03-02").FireOnlyAs("handler", "reply", Replies.OnTheSpot).State.State.Should().Be("delivered");

    [Test, Rule("HD-APP-24"), Rule("HD-APP-08")]
    public void A_refused_approval_is_replied_with_the_department_that_refused()
    {
        var application = Application.ReadyToDisclose("2026-03-02").Fire("record-findings", new Given { ["findings.needsApproval"] = "yes" });
        application.Refuse("reply", Replies.Refusing("approval-refused")).CitesOnly("HD-APP-24", "附件6");
        var approval = application.Fire("request-approval", Application.ApprovalRequest).Child(Application.Approval);
        var decision = new Given { ["decision.result"] = "refused", ["department"] = "桦甸市物价局", ["decision.reasons"] = "尚未定价" };
        approval.Needs("decide", decision, "decision.reasons").Fire("decide", decision);
        approval.State.Outcome.Should().Be("refused");
        approval.Issued.Should().Equal("approval-decision 桦报批〔2026〕1号");
        approval.Letter("approval-decision").Template.Should().Be("huadian.approval-decision");
        application.Refuse("reply", Replies.OnTheSpot).CitesOnly("HD-APP-08", "第七条");
        application.Fire("reply", Replies.Refusing("approval-refused")).State.Outcome.Should().Be("refused");
        application.Printed("reply-form", "approval.department").Should().Be("桦甸市物价局");
        application.Printed("reply-form", "labels.reply.grounds").Should().Contain("按国家规定需要批准");
        application.Facts("non-disclosure-register").Should().BeEmpty();
    }

    [Test, Rule("HD-APP-22"), Rule("HD-APP-14")]
    public void An_unclear_request_is_told_once_and_in_full()
    {
        var points = new Given { ["correction.points"] = "请写明年度", ["correction.allPointsTold"] = true };
        var application = Application.UnderReview("2026-03-02").Needs("request-correction", points, "correction.points", "correction.allPointsTold");
        application.Refuse("request-correction", points.With("correction.allPointsTold", false)).CitesOnly("HD-APP-22", "第八条第(五)项");
        application.FireOnlyAs("handler", "request-correction", points);
        application.State.State.Should().Be("correction-requested");
        application.State.Closed.Should().BeFalse();
        application.Due("reply").Should().BeNull();
        application.Issued.Last().Should().Be("correction-notice 桦补正〔2026〕1号");
        application.Letter("correction-notice").Template.Should().Be("huadian.notice-correction");
        application.Printed("correction-notice", "correction.points").Should().Be("请写明年度");
    }

    [Test, Rule("HD-APP-22")]
    public void What_is_still_being_asked_elsewhere_is_ended_before_a_correction()
    {
        var application = Application.UnderReview("2026-03-02").Fire("escalate-secrecy", Application.Escalation);
        application.Refuse("request-correction", new Given { ["correction.points"] = "年度", ["correction.allPointsTold"] = true }).CitesOnly("HD-APP-22", null);
    }

    [Test, Rule("HD-APP-22"), Rule("HD-APP-09")]
    public void The_corrected_application_is_registered_anew_and_examined_anew()
    {
        var application = Application.ReadyToDisclose("2026-03-02").Fire("record-own-secrecy-conclusion", Application.Conclusion("may-disclose", "总额"))
            .Fire("request-correction", new Given { ["correction.points"] = "年度", ["correction.allPointsTold"] = true })
            .On("2026-12-01");
        application.State.State.Should().Be("correction-requested", "no period for abandonment exists");
        application.Needs("correct", Application.Officer, "handling.officer").FireOnlyAs("registrar", "correct", Application.Officer.With("request.description", "2025年度预算"));
        application.State.State.Should().Be("preliminary-review");
        application["registeredOn"].Should().Be("2026-12-01");
        application["request.description"].Should().Be("2025年度预算");
        foreach (var cleared in Application.Nothing.Keys.Concat(["secrecy.conclusion", "secrecy.separable", "secrecy.separablePart", "secrecy.reviewer", "secrecy.decidedBy", "preliminary.result"]))
            application[cleared].Should().BeNull(cleared);
        application.Due("reply").Should().Be("2026-12-22");
        application.Issued.TakeLast(2).Should().Equal("application-form 桦依申〔2026〕1号", "receipt 桦依申〔2026〕1号");
        application.Fire("accept", Application.Genuine).Fire("begin-detailed-review", Application.InOrder).Refuse("reply", Replies.NotFound).Cites("HD-APP-08", "三(二)5");
    }

    [Test, Rule("HD-APP-22")]
    public void A_decision_in_the_public_interest_does_not_outlive_the_correction()
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Secret).Fire("override-objection", Application.Override)
            .Fire("request-correction", new Given { ["correction.points"] = "年度", ["correction.allPointsTold"] = true })
            .Fire("correct", Application.Officer);
        application.State.Flags.Should().BeEmpty();
    }
}
