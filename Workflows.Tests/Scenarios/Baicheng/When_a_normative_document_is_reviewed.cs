using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>The legality review by the legal section.</summary>
public class When_a_normative_document_is_reviewed
{
    private static readonly string[] Everything = ["draft", "drafting-note", "legal-grounds", "opinions-summary", "argumentation"];

    private static readonly Given Materials = NormativeDocument.Draft.With("draft.text", "办法草案第二稿").With("opinions.summary", "收到五条意见").With("argumentation.record", "论证会纪要");

    [Test, Rule("BC-NRM-02"), Rule("BC-NRM-03")]
    public void Seven_working_days_run_from_complete_materials()
    {
        var document = NormativeDocument.ReadyForReview("2026-03-02").On("2026-03-03");
        document.FireOnlyAs("drafter", "submit");
        document.State.State.Should().Be("making/legality-review");
        document.Due("legality-review").Should().Be("2026-03-12");
        document.Needs("issue-review-opinion", NormativeDocument.Lawful, "review.conclusion", "review.opinion");
        document.FireOnlyAs("legal-section", "issue-review-opinion", NormativeDocument.Lawful);
        document.State.State.Should().Be("making/reviewed");
        document.Issued.Should().Equal("review-opinion 白商法审〔2026〕1号");
        document.Letter("review-opinion").Template.Should().Be("baicheng.legality-review-opinion");
        document.Printed("review-opinion", "review.opinion").Should().Be("符合上位法");
        document.Due("legality-review").Should().BeNull();
    }

    [Test, Rule("BC-NRM-03"), Rule("CNT-02")]
    public void Seven_working_days_over_Spring_Festival()
    {
        // 12 and 13 February, Saturday the 14th, then from the 24th on.
        var document = NormativeDocument.UnderReview("2026-02-11");
        document.Due("legality-review").Should().Be("2026-02-27");
    }

    [TestCase("draft.note", "drafting-note")]
    [TestCase("draft.legalGrounds", "legal-grounds")]
    [TestCase("opinions.summary", "opinions-summary")]
    [TestCase("argumentation.record", "argumentation")]
    [Rule("BC-NRM-02")]
    public void What_is_missing_is_told_and_the_clock_waits_for_it(string field, string material)
    {
        var document = NormativeDocument.ReadyForReview("2026-03-02", null, field).Fire("submit");
        document.State.State.Should().Be("making/materials-incomplete");
        document.Due("legality-review").Should().BeNull();
        document.Refuse("tell-incomplete", Missing("draft")).CitesOnly("BC-NRM-02", "三");
        document.Refuse("issue-review-opinion", NormativeDocument.Lawful).Code.Should().Be(RefusalCode.NotAllowed);
        document.Needs("tell-incomplete", Missing(material), "materials.missing").FireOnlyAs("legal-section", "tell-incomplete", Missing(material));
        document["materials.toldOn"].Should().Be("2026-03-02");
        document.Due("legality-review").Should().BeNull();
        document.On("2026-03-09").Needs("supplement", new Given { [field] = "补充的材料" }, field);
        document.FireOnlyAs("drafter", "supplement", new Given { [field] = "补充的材料" });
        document[field].Should().Be("补充的材料");
        document.State.State.Should().Be("making/legality-review");
        document.Due("legality-review").Should().Be("2026-03-18");
    }

    [Test, Rule("BC-NRM-02")]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var document = NormativeDocument.ReadyForReview("2026-03-02", null, "draft.note", "draft.legalGrounds").Fire("submit");
        document.Refuse("tell-incomplete", Missing("drafting-note")).CitesOnly("BC-NRM-02", "三");
        document.Refuse("tell-incomplete", Missing("legal-grounds")).CitesOnly("BC-NRM-02", "三");
        document.Fire("tell-incomplete", Missing("drafting-note", "legal-grounds"));
        document.Issued.Should().Equal("incomplete-materials-notice 白商法补〔2026〕1号");
        document.Letter("incomplete-materials-notice").Template.Should().Be("baicheng.incomplete-materials-notice");
        document.Printed("incomplete-materials-notice", "materials.missing").Should().Contain("drafting-note").And.Contain("legal-grounds");
    }

    [Test, Rule("BC-NRM-02")]
    public void What_is_found_wanting_in_the_review_is_told_once_and_the_clock_begins_anew()
    {
        var document = NormativeDocument.UnderReview("2026-03-02").On("2026-03-04").Needs("tell-incomplete", Missing(Everything), "materials.missing");
        document.FireOnlyAs("legal-section", "tell-incomplete", Missing(Everything));
        document["materials.toldOn"].Should().Be("2026-03-04");
        document.Due("legality-review").Should().BeNull();
        document.Issued.Should().Equal("incomplete-materials-notice 白商法补〔2026〕1号");
        document.On("2026-03-10").Fire("supplement", Materials);
        document["draft.text"].Should().Be("办法草案第二稿");
        document.Due("legality-review").Should().Be("2026-03-19");
        document.Refuse("tell-incomplete", Missing("draft")).CitesOnly("BC-NRM-02", "三");
        document.Fire("issue-review-opinion", NormativeDocument.Lawful).State.State.Should().Be("making/reviewed");
    }

    [Test, Rule("BC-NRM-02"), Rule("BC-NRM-03")]
    public void A_revised_draft_is_submitted_anew_and_can_be_told_anew()
    {
        var document = NormativeDocument.UnderReview("2026-03-02").Fire("tell-incomplete", Missing("draft")).Fire("supplement", new Given { ["draft.text"] = "第二稿" });
        document.Fire("issue-review-opinion", NormativeDocument.ToRevise).State.State.Should().Be("making/ready-for-review");
        document.Issued.Should().Contain("review-opinion 白商法审〔2026〕1号");
        document.On("2026-03-09").Fire("submit", new Given { ["draft.text"] = "第三稿" });
        document["draft.text"].Should().Be("第三稿");
        document.Due("legality-review").Should().Be("2026-03-18");
        document.Fire("tell-incomplete", Missing("draft")).State.State.Should().Be("making/awaiting-supplement");
    }

    [Test, Rule("BC-NRM-03")]
    public void A_complex_one_gets_seven_working_days_more_with_the_leaders_approval_and_no_more()
    {
        var document = NormativeDocument.UnderReview("2026-03-02");
        document.Due("legality-review").Should().Be("2026-03-11");
        document.Refuse("extend-review", More(8)).Cites("BC-NRM-03", "三");
        document.Needs("extend-review", More(7), "review.extensionReason");
        document.FireOnlyAs("leader-in-charge", "extend-review", More(7));
        document["review.extensionReason"].Should().Be("complex");
        document.Due("legality-review").Should().Be("2026-03-20");
        document.Refuse("extend-review", More(1)).Cites("BC-NRM-03", "三");
    }

    [Test, Rule("BC-NRM-03")]
    public void After_the_due_date_it_is_too_late_to_extend()
    {
        var document = NormativeDocument.UnderReview("2026-03-02").On("2026-03-12");
        document.Refuse("extend-review", More(7)).Cites("BC-NRM-03", "三");
        document.Fire("issue-review-opinion", NormativeDocument.Lawful).State.State.Should().Be("making/reviewed");
    }

    private static Given Missing(params string[] materials) => new() { ["materials.missing"] = materials };

    private static Given More(int days) => new() { ["review.extensionReason"] = "complex", ["review.extensionDays"] = days };
}
