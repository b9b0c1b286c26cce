using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Publication;

public class When_a_policy_is_interpreted
{
    private static readonly string[] PlanFields = ["draftingNote", "plan.outline", "plan.forms", "plan.channels", "plan.time"];

    [Test, Rule("HD-INT-01")]
    public void Whoever_drafts_interprets()
    {
        Refused(Interpretations.Document.With("policy.draftedHere", false)).CitesOnly("HD-INT-01", "二(一)");
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("drafter");
        Case.RefuseToOpen(world, Interpretations.Procedure, Bodies.Bureau, Interpretations.Document).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [TestCase("policy.title")]
    [TestCase("policy.kind")]
    [TestCase("policy.draftedHere")]
    [Rule("HD-INT-01")]
    public void The_document_is_named(string field) => Refused(Interpretations.Document.Without(field)).Fields.Select(problem => problem.Field).Should().Equal(field);

    [TestCaseSource(nameof(PlanFields))]
    [Rule("HD-INT-01"), Rule("HD-INT-03")]
    public void Drafting_note_and_plan_are_submitted_with_it(string field) =>
        Refused(Interpretations.Document.Without(field)).Fields.Select(problem => problem.Field).Should().Equal(field);

    [TestCase("point")]
    [TestCase("source")]
    [Rule("HD-INT-03")]
    public void Each_point_of_the_outline_names_its_source(string column)
    {
        var point = new Given { ["point"] = "免试就近入学", ["source"] = "义务教育法第十二条" };
        Refused(Interpretations.Document.With("plan.outline", new[] { point.Without(column) }))
            .Fields.Should().ContainSingle().Which.Field.Should().StartWith("plan.outline");
    }

    [Test, Rule("HD-INT-03")]
    public void The_plan_has_outline_form_channel_and_time()
    {
        var interpretation = Interpretations.Opened();
        interpretation.Issued.Should().Equal("interpretation-plan 桦解读〔2026〕1号");
        interpretation.Letter("interpretation-plan").Template.Should().Be("huadian.interpretation-plan");
        interpretation.Printed("interpretation-plan", "plan.time").Should().Be("文件公开后三个工作日内");
        interpretation.Printed("interpretation-plan", "plan.outline").Should().Contain("义务教育法第十二条");
        interpretation.State.State.Should().Be("plan-approval");
    }

    [Test, Rule("HD-INT-03")]
    public void A_plan_that_is_returned_is_submitted_again()
    {
        var interpretation = Interpretations.Opened();
        var reason = new Given { ["plan.returnedReason"] = "缺少出处" };
        interpretation.Needs("return-plan", reason, "plan.returnedReason").FireOnlyAs("approver", "return-plan", reason);
        interpretation.State.State.Should().Be("plan-revision");
        interpretation.Needs("resubmit-plan", Interpretations.Plan, PlanFields).FireOnlyAs("drafter", "resubmit-plan", Interpretations.Plan);
        interpretation.State.State.Should().Be("plan-approval");
        interpretation.Issued.Should().HaveCount(2);
    }

    [Test, Rule("HD-INT-02"), Rule("HD-INT-05")]
    public void A_normative_document_goes_first_to_legal_office_and_inspection_office()
    {
        var interpretation = Interpretations.Opened("normative");
        interpretation.State.State.Should().Be("plan-review");
        interpretation.Issued.Should().HaveCount(1);
        interpretation.State.Children.Select(child => child.Agency).Should().Equal(Bodies.Legal, Bodies.Inspection);
        for (var index = 0; index < 2; index++)
        {
            var review = interpretation.Child(Interpretations.Review, index);
            review["policy.title"].Should().Be("桦甸市义务教育招生办法");
            review["draftingNote"].Should().Be("为规范招生");
            review["plan.outline"].Should().Be(1);
            interpretation.State.State.Should().Be("plan-review");
            review.FireOnlyAs("plan-reviewer", "pass").State.Outcome.Should().Be("passed");
        }

        interpretation.State.State.Should().Be("plan-approval");
    }

    [Test, Rule("HD-INT-02")]
    public void They_review_drafting_note_and_plan()
    {
        var input = new Given { ["policy.title"] = "办法", ["draftingNote"] = "说明", ["plan.outline"] = new[] { new { point = "一", source = "二" } } };
        Handover.IsComplete(Interpretations.Review, Bodies.Bureau, Bodies.Legal, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Interpretations.Review, Bodies.Legal, input);
    }

    [TestCase(0)]
    [TestCase(1)]
    [Rule("HD-INT-02")]
    public void When_one_of_them_wants_changes_the_plan_is_revised_and_both_review_it_again(int which)
    {
        var interpretation = Interpretations.Opened("normative");
        for (var index = 0; index < 2; index++)
        {
            var review = interpretation.Child(Interpretations.Review, index);
            if (index == which)
                review.Needs("ask-for-changes", Interpretations.Changes, "opinion").FireOnlyAs("plan-reviewer", "ask-for-changes", Interpretations.Changes).State.Outcome.Should().Be("changes-wanted");
            else
                review.Fire("pass");
        }

        interpretation.State.State.Should().Be("plan-revision");
        interpretation["review.opinion"].Should().Be("补充出处");
        interpretation.Fire("resubmit-plan", Interpretations.Plan);
        interpretation.State.State.Should().Be("plan-review");
        interpretation.Issued.Should().HaveCount(2);
        interpretation.State.Children.Select(child => child.Agency).Should().Equal(Bodies.Legal, Bodies.Inspection, Bodies.Legal, Bodies.Inspection);
        for (var index = 2; index < 4; index++)
        {
            interpretation.Child(Interpretations.Review, index)["policy.title"].Should().Be("桦甸市义务教育招生办法");
            interpretation.Child(Interpretations.Review, index).Fire("pass");
        }

        interpretation.State.State.Should().Be("plan-approval");
    }

    [Test, Rule("HD-INT-05")]
    public void The_plan_for_a_rule_type_document_passes_the_legal_office()
    {
        var interpretation = Interpretations.Opened("rule-type");
        interpretation.State.Children.Select(child => child.Agency).Should().Equal(Bodies.Legal);
        interpretation.Issued.Should().HaveCount(1);
        interpretation.Child(Interpretations.Review).Fire("ask-for-changes", Interpretations.Changes);
        interpretation.State.State.Should().Be("plan-revision");
        interpretation.Fire("resubmit-plan", Interpretations.Plan).State.State.Should().Be("plan-review");
        interpretation.Issued.Should().HaveCount(2);
        interpretation.Child(Interpretations.Review, 1).Fire("pass");
        interpretation.State.State.Should().Be("plan-approval");
    }

    [Test, Rule("HD-INT-05")]
    public void On_approval_the_materials_are_written_at_once()
    {
        var interpretation = Interpretations.Opened().FireOnlyAs("approver", "approve-plan");
        interpretation.State.State.Should().Be("drafting-materials");
        interpretation.Needs("complete-materials", Interpretations.Materials, [.. Interpretations.Materials.Keys]).FireOnlyAs("drafter", "complete-materials", Interpretations.Materials);
        interpretation.State.State.Should().Be("materials-ready");
    }

    [Test, Rule("HD-INT-06")]
    public void The_materials_follow_the_approved_plan()
    {
        Interpretations.Approved().Refuse("complete-materials", Interpretations.Materials.With("materials.followsPlan", false)).CitesOnly("HD-INT-06", "五(二)");
        Interpretations.Approved().Fire("complete-materials", Interpretations.Materials).State.State.Should().Be("materials-ready");
    }

    [Test, Rule("HD-INT-04")]
    public void Of_a_document_published_before_the_Spring_Festival_it_is_published_by_25_February()
    {
        var interpretation = Interpretations.Opened(day: "2026-02-09").Fire("approve-plan").Fire("complete-materials", Interpretations.Materials);
        interpretation.On("2026-02-13").Fire("record-publication", Interpretations.PublishedOn("2026-02-13"));
        // Saturday 14 February is worked in exchange and the first; 15 to 23 February is the holiday; 24 and 25 February are the second and third.
        interpretation.Due("interpretation").Should().Be("2026-02-25");
    }

    [Test, Rule("HD-INT-04")]
    public void The_days_count_from_the_publication_however_late_it_is_recorded()
    {
        var interpretation = Interpretations.Ready().On("2026-09-30").Needs("record-publication", Interpretations.PublishedOn("2026-09-28"), "policy.publishedOn");
        interpretation.Fire("record-publication", Interpretations.PublishedOn("2026-09-28").With("policy.number", "桦政发〔2026〕6号")).Due("interpretation").Should().Be("2026-10-08");
        interpretation["policy.number"].Should().Be("桦政发〔2026〕6号");
        Interpretations.Opened().Refuse("record-publication", Interpretations.PublishedOn("2026-09-22")).Fields.Should().ContainSingle();
    }

    [Test, Rule("HD-INT-04"), Rule("HD-INT-06")]
    public void The_information_centre_publishes_and_counts()
    {
        var interpretation = Interpretations.Ready().On("2026-09-30");
        interpretation.Refuse("submit-for-publication").CitesOnly("HD-INT-04", "三(三)");
        interpretation.Fire("record-publication", Interpretations.PublishedOn("2026-09-30")).FireOnlyAs("drafter", "submit-for-publication");
        interpretation.State.State.Should().Be("with-information-centre");
        var publication = interpretation.Child(Interpretations.Publication);
        publication.State.Agency.Should().Be(Bodies.Information);
        publication["policy.title"].Should().Be("桦甸市义务教育招生办法");
        publication["policy.kind"].Should().Be("policy");
        publication["materials.text"].Should().Be("一问一答");
        publication.On("2026-10-10").Needs("publish", Interpretations.Portal, [.. Interpretations.Portal.Keys]).FireOnlyAs("publisher", "publish", Interpretations.Portal);
        publication.State.Outcome.Should().Be("published");
        publication.Facts("interpretation-published").Should().ContainSingle().Which.Values.Keys.Should().BeEquivalentTo("title", "publishedOn");
        interpretation.State.Outcome.Should().Be("published");
        interpretation["publishedOn"].Should().Be("2026-10-10");
        interpretation["publication.place"].Should().Be("www.huadian.gov.cn/jd/1");
        interpretation.State.Clocks.Should().BeEmpty();
    }

    [Test, Rule("HD-INT-05"), Rule("HD-INT-06")]
    public void It_can_be_deepened_afterwards()
    {
        var interpretation = Interpretations.Published();
        var more = Interpretations.Materials.With("materials.text", "家长关心的问题");
        interpretation.Refuse("deepen", more.With("materials.followsPlan", false)).CitesOnly("HD-INT-06", "五(二)");
        interpretation.Needs("deepen", more, [.. more.Keys]).FireOnlyAs("drafter", "deepen", more);
        interpretation.State.Children.Last().Linked.Should().BeTrue();
        var publication = interpretation.Child(Interpretations.Publication, 1);
        publication.State.Agency.Should().Be(Bodies.Information);
        publication["policy.title"].Should().Be("桦甸市义务教育招生办法");
        publication["policy.kind"].Should().Be("policy");
        publication["materials.text"].Should().Be("家长关心的问题");
        publication.Fire("publish", Interpretations.Portal).State.Outcome.Should().Be("published");
    }

    [Test, Rule("HD-INT-06")]
    public void The_centre_answers_what_the_public_asks()
    {
        var interpretation = Interpretations.Published();
        var publication = interpretation.Child(Interpretations.Publication);
        var answer = new Given { ["question"] = "何时报名", ["answer"] = "八月" };
        publication.Needs("record-answer", answer, [.. answer.Keys]).FireOnlyAs("publisher", "record-answer", answer);
        publication["answer"].Should().Be("八月");
        publication.Facts("interpretation-answered").Should().ContainSingle().Which.Values.Keys.Should().BeEquivalentTo("title", "answeredOn");
    }

    [Test, Rule("HD-INT-06")]
    public void The_city_portal_comes_first() =>
        Interpretations.Submitted().Child(Interpretations.Publication).Refuse("publish", Interpretations.Portal.With("publication.channels", new[] { "media" })).CitesOnly("HD-INT-06", "五(一)");

    [Test, Rule("HD-INT-05")]
    public void That_of_a_rule_type_document_is_on_the_departments_site_too()
    {
        var portal = Interpretations.Portal.With("publication.channels", new[] { "city-portal" });
        Interpretations.Submitted("rule-type").Child(Interpretations.Publication).Refuse("publish", portal).CitesOnly("HD-INT-05", "三(四)");
        Interpretations.Submitted().Child(Interpretations.Publication).Fire("publish", portal).State.Outcome.Should().Be("published");
        Handover.IsComplete(Interpretations.Publication, Bodies.Bureau, Bodies.Information, Materials, "policy.kind");
    }

    [Test, Rule("HD-INT-06")]
    public void The_centre_takes_the_materials_from_the_drafters()
    {
        Handover.IsComplete(Interpretations.Publication, Bodies.Bureau, Bodies.Information, Materials, [.. Materials.Keys]);
        Handover.OnlyFromAnotherCase(Interpretations.Publication, Bodies.Information, Materials);
        var interpretation = Interpretations.Submitted();
        interpretation.Child(Interpretations.Publication).Withdraw();
        interpretation.State.State.Should().Be("materials-ready");
    }

    [Test, Rule("HD-INT-06")]
    public void The_coordinating_section_urges()
    {
        var urged = new Given { ["urged"] = "秘书科电话督促" };
        Interpretations.Opened().Needs("record-urging", urged, "urged").FireOnlyAs("drafter", "record-urging", urged)["urged"].Should().Be("秘书科电话督促");
    }

    private static Given Materials { get; } = new() { ["policy.title"] = "办法", ["policy.kind"] = "policy", ["materials.text"] = "问答" };

    private static Refusal Refused(Given input) => Case.RefuseToOpen(Catalogue.World(), Interpretations.Procedure, Bodies.Bureau, input);
}
