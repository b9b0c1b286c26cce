using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

public class When_a_release_is_coordinated
{
    [TestCase("made")]
    [TestCase("held")]
    [TestCase("joint")]
    [Rule("HD-COO-01")]
    public void Who_made_it_holds_it_or_organised_it_discloses_it(string origin)
    {
        Coordinations.Opened(Coordinations.Information.With("information.origin", origin)).State.State.Should().Be("own-coordination");
        Refused(Coordinations.Information.With("information.origin", "elsewhere")).CitesOnly("HD-COO-01", "第二条、第三条");
    }

    [TestCase("information.title")]
    [TestCase("information.content")]
    [TestCase("information.origin")]
    [TestCase("information.approvalKind")]
    [Rule("HD-COO-01"), Rule("HD-COO-02"), Rule("HD-COO-03")]
    public void It_says_what_and_whose_and_whether_it_needs_approval(string field) =>
        Refused(Coordinations.Information.Without(field)).Fields.Select(problem => problem.Field).Should().Equal(field);

    [Test, Rule("HD-COO-01")]
    public void The_disclosure_office_opens_it()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Coordinations.Procedure, Bodies.Bureau, Coordinations.Information).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [TestCase("emergency")]
    [TestCase("foreign-trade")]
    [TestCase("geographic")]
    [TestCase("statistics")]
    [TestCase("other")]
    [Rule("HD-COO-02")]
    public void What_needs_approval_is_approved_first(string kind)
    {
        var coordination = Coordinations.Opened(Coordinations.Information.With("information.approvalKind", kind));
        coordination.Refuse("conclude").CitesOnly("HD-COO-02", "第四条");
        coordination.Needs("request-approval", Coordinations.ApprovalRequest, [.. Coordinations.ApprovalRequest.Keys]);
        coordination.FireOnlyAs("handler", "request-approval", Coordinations.ApprovalRequest);
        var approval = coordination.Child(Application.Approval);
        approval.State.Agency.Should().Be(Bodies.Price);
        approval["information.name"].Should().Be("2026年中小学收费标准");
        approval["information.content"].Should().Be("各项收费标准");
        approval["ground"].Should().Be("统计信息须经审批");
        approval.Fire("decide", new Given { ["decision.result"] = "approved", ["department"] = "统计局" });
        coordination.Fire("conclude").State.Outcome.Should().Be("agreed");
    }

    [Test, Rule("HD-COO-02")]
    public void While_an_approval_is_open_nothing_is_concluded()
    {
        var coordination = Coordinations.Approved(Coordinations.Opened(Coordinations.Information.With("information.approvalKind", "statistics")));
        coordination.Fire("request-approval", Coordinations.ApprovalRequest).Refuse("conclude").CitesOnly("HD-COO-02", "第四条");
    }

    [Test, Rule("HD-COO-02")]
    public void What_needs_none_is_not_sent_for_approval()
    {
        Coordinations.Opened().Refuse("request-approval", Coordinations.ApprovalRequest).CitesOnly("HD-COO-02", "第四条");
        Coordinations.Consulted("agrees", "agrees").Fire("conclude").State.Outcome.Should().Be("agreed");
    }

    [Test, Rule("HD-COO-03")]
    public void The_agencies_touched_are_consulted_and_agree()
    {
        var coordination = Coordinations.Opened();
        coordination.Refuse("conclude").CitesOnly("HD-COO-03", "第五条");
        coordination.Needs("consult", Coordinations.Agencies, "consulted").FireOnlyAs("handler", "consult", Coordinations.Agencies);
        coordination.State.Children.Select(child => child.Agency).Should().Equal(Bodies.Price, Bodies.City);
        var consultation = coordination.Child(Coordinations.Consultation);
        consultation["information.title"].Should().Be("2026年中小学收费标准");
        consultation["information.content"].Should().Be("各项收费标准");
        consultation["matter"].Should().Be("收费标准由物价部门核定");
        consultation.Needs("answer", Coordinations.Answer("agrees"), "answer.position").FireOnlyAs("handler", "answer", Coordinations.Answer("agrees"));
        consultation.State.Outcome.Should().Be("agreed");
        coordination["opinion.last"].Should().Be("标准尚未核定");
        coordination.Child(Coordinations.Consultation, 1).Fire("answer", Coordinations.Answer("agrees"));
        coordination.FireOnlyAs("handler", "conclude").State.Outcome.Should().Be("agreed");
    }

    [Test, Rule("HD-COO-03")]
    public void They_are_told_what_touches_them()
    {
        var input = new Given { ["information.title"] = "标准", ["information.content"] = "内容", ["matter"] = "核定" };
        Handover.IsComplete(Coordinations.Consultation, Bodies.Bureau, Bodies.Price, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Coordinations.Consultation, Bodies.Price, input);
    }

    [Test, Rule("HD-COO-03")]
    public void It_can_be_left_unreleased()
    {
        var coordination = Coordinations.Consulted("agrees");
        var reason = new Given { ["abandoned.reason"] = "标准未定" };
        coordination.Refuse("abandon", reason).CitesOnly("HD-COO-03", null);
        coordination.Child(Coordinations.Consultation, 1).Answers("objects");
        coordination.Needs("abandon", reason, "abandoned.reason").FireOnlyAs("agency-leader", "abandon", reason);
        coordination.State.Outcome.Should().Be("not-released");
    }

    [Test, Rule("HD-COO-01"), Rule("HD-COO-03")]
    public void What_touches_others_is_published_only_after_it()
    {
        var disclosure = Disclosures.Reviewed();
        disclosure.Refuse("publish", Disclosures.Website.Without("coordination.touchesOthers")).Misses("coordination.touchesOthers", "HD-COO-03");
        disclosure.Refuse("publish", Disclosures.Website.With("coordination.touchesOthers", true)).CitesOnly("HD-COO-03", "第五条");
        var input = new Given { ["information.content"] = "收费标准", ["information.origin"] = "held", ["coordination.touchesOthers"] = true, ["coordination.approvalKind"] = "none" };
        disclosure.Refuse("coordinate-release", input.With("coordination.touchesOthers", false)).CitesOnly("HD-COO-03", "第五条");
        disclosure.Needs("coordinate-release", input, [.. input.Keys]).FireOnlyAs("handler", "coordinate-release", input);
        var coordination = disclosure.Child(Coordinations.Procedure);
        coordination.State.Agency.Should().Be(Bodies.Bureau);
        coordination["information.title"].Should().Be("2026年义务教育招生工作方案");
        coordination["information.content"].Should().Be("收费标准");
        coordination["information.origin"].Should().Be("held");
        coordination.Fire("consult", Coordinations.Agencies);
        coordination.Child(Coordinations.Consultation).Fire("answer", Coordinations.Answer("agrees"));
        coordination.Child(Coordinations.Consultation, 1).Fire("answer", Coordinations.Answer("agrees"));
        coordination.Fire("conclude");
        disclosure.Fire("publish", Disclosures.Website.With("coordination.touchesOthers", true)).State.Outcome.Should().Be("published");
    }

    [Test, Rule("HD-COO-01"), Rule("HD-COO-02"), Rule("HD-COO-03")]
    public void So_is_what_needs_approval()
    {
        var disclosure = Disclosures.Opened(information: Disclosures.Information.With("information.joint", "leading")).Fire("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose"));
        disclosure.Refuse("publish", Disclosures.Website.Without("coordination.approvalKind")).Misses("coordination.approvalKind", "HD-COO-02");
        disclosure.Refuse("publish", Disclosures.Website.With("coordination.approvalKind", "statistics")).CitesOnly("HD-COO-02", "第四条");
        disclosure.Fire("coordinate-release", new Given { ["information.content"] = "统计", ["information.origin"] = "joint", ["coordination.touchesOthers"] = false, ["coordination.approvalKind"] = "statistics" });
        var coordination = disclosure.Child(Coordinations.Procedure);
        coordination["information.origin"].Should().Be("joint");
        coordination["information.approvalKind"].Should().Be("statistics");
        Coordinations.Approved(coordination).Fire("conclude");
        disclosure.Fire("publish", Disclosures.Website.With("coordination.approvalKind", "statistics")).State.Outcome.Should().Be("published");
        Disclosures.Reviewed().Fire("publish", Disclosures.Website).State.Outcome.Should().Be("published");
    }

    private static Refusal Refused(Given input) => Case.RefuseToOpen(Catalogue.World().On("2026-03-02"), Coordinations.Procedure, Bodies.Bureau, input);
}
