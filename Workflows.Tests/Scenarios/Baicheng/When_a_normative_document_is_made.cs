using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>From research to the collective decision.</summary>
public class When_a_normative_document_is_made
{
    private static readonly Given Reasons = new() { ["preDisclosure.reasons"] = "规范补贴发放" };

    [Test, Rule("BC-NRM-01")]
    public void Drafting_opinions_argumentation_review_and_decision_follow_one_another()
    {
        Case.OpeningNeeds(NormativeDocument.Procedure, Bodies.Commerce, NormativeDocument.Planned, "normative.title", "research.summary");
        var document = Case.OpenOnlyAs("drafter", Catalogue.World().On("2026-03-02"), NormativeDocument.Procedure, Bodies.Commerce, NormativeDocument.Planned);
        NothingLater(document, "finish-soliciting", "finish-argumentation", "submit", "issue-review-opinion", "decide", "sign", "hand-over");
        document.Needs("finish-draft", NormativeDocument.Draft, "draft.text").FireOnlyAs("drafter", "finish-draft", NormativeDocument.Draft);
        document.State.State.Should().Be("making/soliciting-opinions");
        NothingLater(document, "finish-argumentation", "submit", "issue-review-opinion", "decide", "sign", "hand-over");
        document.Needs("finish-soliciting", NormativeDocument.Solicited, "opinions.ways").FireOnlyAs("drafter", "finish-soliciting", NormativeDocument.Solicited);
        NothingLater(document, "submit", "issue-review-opinion", "decide", "sign", "hand-over");
        document.Needs("finish-argumentation", NormativeDocument.Argued, "argumentation.form").FireOnlyAs("drafter", "finish-argumentation", NormativeDocument.Argued);
        NothingLater(document, "issue-review-opinion", "decide", "sign", "hand-over");
        document.Fire("submit");
        NothingLater(document, "decide", "sign", "hand-over");
        document.Fire("issue-review-opinion", NormativeDocument.Lawful);
        NothingLater(document, "sign", "hand-over");
        document.PreDisclosed("2026-03-04").Needs("decide", NormativeDocument.Decided("adopted"), "decision.meeting", "decision.result");
        document.FireOnlyAs("office", "decide", NormativeDocument.Decided("adopted"));
        document["decision.decidedOn"].Should().Be("2026-03-04");
        NothingLater(document, "sign", "hand-over");
        document.State.State.Should().Be("adopted");
    }

    [Test, Rule("BC-NRM-01")]
    public void What_the_meeting_sends_back_is_reviewed_and_decided_again()
    {
        var document = NormativeDocument.Reviewed("2026-03-02").PreDisclosed("2026-03-04").Fire("decide", NormativeDocument.Decided("revise"));
        document["decision.decidedOn"].Should().Be("2026-03-04");
        NothingLater(document, "decide", "prepare-issue", "sign");
        document.Fire("submit", new Given { ["draft.text"] = "办法草案第二稿" });
        NothingLater(document, "decide", "prepare-issue", "sign");
        document.Fire("issue-review-opinion", NormativeDocument.Lawful).Fire("decide", NormativeDocument.Decided("adopted")).State.State.Should().Be("adopted");
    }

    [Test, Rule("BC-NRM-01")]
    public void What_the_meeting_rejects_is_neither_issued_nor_published()
    {
        var document = NormativeDocument.Reviewed("2026-03-02").PreDisclosed("2026-03-04").Fire("decide", NormativeDocument.Decided("rejected"));
        document.State.Outcome.Should().Be("rejected");
        document["decision.decidedOn"].Should().Be("2026-03-04");
    }

    [Test, Rule("BC-NRM-08")]
    public void The_collective_decision_needs_a_completed_pre_disclosure()
    {
        var document = NormativeDocument.Reviewed("2026-03-02");
        document.Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-NRM-08", "第三条第(二)项");
        document.Needs("pre-disclose", Reasons, "preDisclosure.reasons").FireOnlyAs("drafter", "pre-disclose", Reasons);
        document.Refuse("pre-disclose", Reasons).CitesOnly("BC-NRM-08", null);

        var disclosure = document.Child(PreDisclosure.Procedure);
        disclosure["matter.title"].Should().Be("家电补贴管理办法");
        disclosure["matter.kind"].Should().Be("normative-document");
        disclosure["draft.content"].Should().Be("办法草案");
        disclosure["draft.reasons"].Should().Be("规范补贴发放");
        disclosure.Fire("record-secrecy-check", PreDisclosure.Clear).Fire("publish", PreDisclosure.For(7));
        document.On("2026-03-11").Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-NRM-08", "第三条第(二)项");
        document.On("2026-03-12").Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-NRM-08", "第三条第(二)项");
        disclosure.Fire("complete", PreDisclosure.Adjusted).State.Outcome.Should().Be("held");
        document["preDisclosure.adjustment"].Should().Be("采纳一条，方案增加停车位");
        document.Fire("decide", NormativeDocument.Decided("adopted")).State.State.Should().Be("adopted");
    }

    [Test, Rule("BC-NRM-08")]
    public void A_pre_disclosure_that_was_not_permitted_is_none()
    {
        var document = NormativeDocument.Reviewed("2026-03-02").Fire("pre-disclose", Reasons);
        document.Child(PreDisclosure.Procedure).Fire("record-secrecy-check", PreDisclosure.Secrets).Fire("give-up");
        document.Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-NRM-08", "第三条第(二)项");
    }

    [Test, Rule("BC-NRM-08")]
    public void A_second_pre_disclosure_holds_up_the_decision_while_it_is_open()
    {
        var document = NormativeDocument.Reviewed("2026-03-02").PreDisclosed("2026-03-04").Fire("pre-disclose", Reasons);
        document.Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-NRM-08", "第三条第(二)项");
    }

    [Test, Rule("BC-OPN-02")]
    public void A_major_policy_that_touches_the_people_has_its_risk_graded_first()
    {
        Case.OpeningNeeds(NormativeDocument.Procedure, Bodies.Commerce, NormativeDocument.Planned, "normative.majorPolicy");
        var document = NormativeDocument.Reviewed("2026-03-02", NormativeDocument.Planned.With("normative.majorPolicy", true)).PreDisclosed("2026-03-04");
        document.Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-OPN-02", "二(二)");
        document.FireOnlyAs("drafter", "assess-risk");
        document.Refuse("decide", NormativeDocument.Decided("adopted")).CitesOnly("BC-OPN-02", "二(二)");
        var risk = document.Child(NormativeDocument.Risk);
        risk["policy.title"].Should().Be("家电补贴管理办法");
        risk["policy.content"].Should().Be("办法草案");
        risk.Fire("assess", Sentiment.Risk);
        document.Fire("decide", NormativeDocument.Decided("adopted")).State.State.Should().Be("adopted");
    }

    [Test, Rule("BC-OPN-02")]
    public void Any_other_document_needs_no_assessment() =>
        NormativeDocument.Adopted("2026-03-02", "2026-03-04").State.State.Should().Be("adopted");

    private static void NothingLater(Case document, params string[] triggers)
    {
        foreach (var trigger in triggers)
            document.Refuse(trigger).Code.Should().Be(RefusalCode.NotAllowed, trigger);
    }
}
