using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>From the adopted text to its publication and filing.</summary>
public class When_a_normative_document_is_issued
{
    [Test, Rule("BC-NRM-04")]
    public void The_text_has_its_types_is_countersigned_by_the_legal_section_and_signed_by_the_head()
    {
        var document = NormativeDocument.Adopted("2026-03-02", "2026-03-04");
        document.Needs("prepare-issue", NormativeDocument.ForIssue, "normative.type", "normative.disclosureType");
        document.FireOnlyAs("drafter", "prepare-issue", NormativeDocument.ForIssue);
        document.Refuse("sign", NormativeDocument.Number).Cites("BC-NRM-04", "四");
        document.Needs("return-text", Objection, "countersign.objection").FireOnlyAs("legal-section", "return-text", Objection);
        document.State.State.Should().Be("adopted");
        document.Fire("prepare-issue", NormativeDocument.ForIssue).FireOnlyAs("legal-section", "countersign");
        document.Needs("sign", NormativeDocument.Number, "normative.number").FireOnlyAs("head", "sign", NormativeDocument.Number);
        document["normative.issuedOn"].Should().Be("2026-03-04");
        document.State.State.Should().Be("issued/with-section");
    }

    [Test, Rule("BC-NRM-05")]
    public void Three_days_are_calendar_days()
    {
        NormativeDocument.Issued("2026-03-02", "2026-03-04", "2026-03-09").Due("filing").Should().Be("2026-03-12");
        NormativeDocument.Issued("2026-03-02", "2026-03-04", "2026-03-05").Due("filing").Should().Be("2026-03-09", "the third day, the 8th, is a Sunday");
    }

    [Test, Rule("BC-NRM-05")]
    public void It_is_filed_with_the_eight_materials_on_paper_and_scanned()
    {
        var document = NormativeDocument.Issued("2026-03-02", "2026-03-04", "2026-03-05");
        Files(document);
        document.Refuse("file", NormativeDocument.Filing).CitesOnly("BC-NRM-05", null);
        document.Due("filing").Should().BeNull();
        document.State.State.Should().Be("issued/with-section", "filing is no step to publication");
    }

    [Test, Rule("BC-NRM-05"), Rule("BC-NRM-01")]
    public void Filing_is_a_duty_and_no_gate_to_publication()
    {
        var document = NormativeDocument.HandedOver().Published().On("2026-03-20");
        document.State.State.Should().Be("published");
        document.State.Closed.Should().BeFalse("the filing is still owed");
        document.Due("filing").Should().Be("2026-03-09");
        Files(document);
        document.State.Outcome.Should().Be("completed");
    }

    [Test, Rule("BC-NRM-06")]
    public void The_interpretation_is_written_along_with_it_and_goes_out_with_it()
    {
        var document = NormativeDocument.Adopted("2026-03-02", "2026-03-04").Needs("prepare-issue", NormativeDocument.ForIssue, "interpretation.text");
        document.Fire("prepare-issue", NormativeDocument.ForIssue).Fire("countersign").Fire("sign", NormativeDocument.Number).FireOnlyAs("drafter", "hand-over");
        document.Child(Publication.Procedure)["information.interpretation"].Should().Be("一问一答");
    }

    [Test, Rule("BC-NRM-07")]
    public void It_goes_to_the_office_and_out_within_twenty_working_days_of_issue()
    {
        var document = NormativeDocument.Issued("2026-03-02", "2026-03-04", "2026-03-05");
        document["normative.issuedOn"].Should().Be("2026-03-05");
        document.Due("handing-over").Should().Be("2026-04-02");
        document.Due("publication").Should().Be("2026-04-02");
        document.On("2026-03-10").FireOnlyAs("drafter", "hand-over");
        document["handedOverOn"].Should().Be("2026-03-10");
        document.Due("handing-over").Should().BeNull();

        var publication = document.Child(Publication.Procedure);
        publication["information.title"].Should().Be("家电补贴管理办法");
        publication["information.documentNumber"].Should().Be("白商规〔2026〕1号");
        publication["information.content"].Should().Be("办法草案");
        publication["source"].Should().Be("normative-document");
        publication.Due("publication").Should().Be("2026-04-02", "it counts from issue, not from handing over");
        document.Fire("file", NormativeDocument.Filing).On("2026-03-12").Published();
        document.State.Outcome.Should().Be("completed");
        document["publishedOn"].Should().Be("2026-03-12");
    }

    [Test, Rule("BC-NRM-07")]
    public void Published_before_it_is_filed_ends_the_publication_clock()
    {
        var document = NormativeDocument.HandedOver().Published();
        document["publishedOn"].Should().Be("2026-03-05");
        document.Due("publication").Should().BeNull();
    }

    [Test, Rule("BC-NRM-07"), Rule("CNT-02")]
    public void Handed_over_in_time_and_published_late_is_late()
    {
        // Issued on 30 September: 8, 9 and the made-up Saturday 10 October are the first three days.
        var document = NormativeDocument.Issued("2026-09-21", "2026-09-23", "2026-09-30");
        document.Due("publication").Should().Be("2026-11-03");
        document.On("2026-11-03").Fire("hand-over").On("2026-11-04");
        document.Events.OfType<CaseEvent.Warned>().Should().Contain(warned => warned.Clock == "publication" && warned.Left == 0, "it is overdue");
        document.Due("publication").Should().Be("2026-11-03");
        document.Published().State.State.Should().Be("published");
    }

    [Test, Rule("BC-NRM-07")]
    public void What_the_office_sends_back_is_handed_over_again()
    {
        var document = NormativeDocument.HandedOver();
        document.Child(Publication.Procedure).Fire("decline", new Given { ["decline.reason"] = "解读材料缺附件" });
        document.State.State.Should().Be("issued/with-section");
        document.Due("publication").Should().Be("2026-04-02");
        document.Fire("hand-over").Child(Publication.Procedure, 1).Fire("publish", Publication.OnTheSite);
        document.State.State.Should().Be("published");
    }

    [Test, Rule("BC-NRM-07")]
    public void A_normative_document_is_always_for_publication()
    {
        var document = NormativeDocument.Adopted("2026-03-02", "2026-03-04");
        document.Refuse("prepare-issue", NormativeDocument.ForIssue.With("normative.disclosureType", "not-disclosed")).CitesOnly("BC-NRM-07", "七");
        document.Fire("prepare-issue", NormativeDocument.ForIssue).State.State.Should().Be("awaiting-countersign");
    }

    private static readonly Given Objection = new() { ["countersign.objection"] = "与审议通过的文本不一致" };

    private static void Files(Case document)
    {
        document.Needs("file", NormativeDocument.Filing, "filing.materials", "filing.paper", "filing.scan");
        var all = (string[])NormativeDocument.Filing["filing.materials"]!;
        foreach (var one in all)
            document.Refuse("file", NormativeDocument.Filing.With("filing.materials", all.Except([one]))).CitesOnly("BC-NRM-05", "五");
        document.Refuse("file", NormativeDocument.Filing.With("filing.paper", false)).CitesOnly("BC-NRM-05", "五");
        document.Refuse("file", NormativeDocument.Filing.With("filing.scan", false)).CitesOnly("BC-NRM-05", "五");
        document.FireOnlyAs("drafter", "file", NormativeDocument.Filing);
        document["filing.filedOn"].Should().NotBeNull();
        document.Issued.Should().Contain("filing-record 白商规备〔2026〕1号");
        document.Letter("filing-record").Template.Should().Be("baicheng.filing-record");
    }
}
