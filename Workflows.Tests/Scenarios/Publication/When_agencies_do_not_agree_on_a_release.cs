using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

public class When_agencies_do_not_agree_on_a_release
{
    [Test, Rule("HD-COO-04")]
    public void An_objection_gives_its_reasons()
    {
        var consultation = Coordinations.Consulted().Child(Coordinations.Consultation);
        consultation.Refuse("answer", Coordinations.Answer("objects").Without("answer.opinion")).Misses("answer.opinion", "HD-COO-04");
        consultation.Fire("answer", Coordinations.Answer("objects")).State.State.Should().Be("talks");
    }

    [Test, Rule("HD-COO-03")]
    public void Talks_can_end_in_agreement()
    {
        var consultation = Coordinations.Talking();
        var coordination = new Case(consultation.World, consultation.State.Parent!.Case);
        coordination["opinion.last"].Should().Be("市级标准未定");
        coordination.Refuse("conclude").CitesOnly("HD-COO-04", "第六条");
        consultation.FireOnlyAs("handler", "agree-after-talks").State.Outcome.Should().Be("agreed");
        consultation["answer.position"].Should().Be("agrees");
        coordination.Fire("conclude").State.Outcome.Should().Be("agreed");
    }

    [Test, Rule("HD-COO-04")]
    public void The_releasing_agency_ends_talks_that_lead_to_none()
    {
        var consultation = Coordinations.Talking();
        var coordination = new Case(consultation.World, consultation.State.Parent!.Case);
        coordination.Refuse("apply-for-coordination", Coordinations.Written).Cites("HD-COO-04", "第六条");
        consultation.World.Actor = Bodies.Only(Bodies.City, "asking-handler", "handler");
        consultation.Refuse("end-talks").Detail.Should().Be("须由桦甸市教育局的拟发布机关承办人（asking-handler）进行");
        consultation.World.Actor = Bodies.Only(Bodies.Bureau, "asking-handler");
        consultation.Fire("end-talks").State.Outcome.Should().Be("objected");
        consultation.World.Actor = Bodies.Everyone;
        coordination.Fire("apply-for-coordination", Coordinations.Written).State.State.Should().Be("under-coordination");
    }

    [Test, Rule("HD-COO-02")]
    public void What_needs_approval_is_approved_before_the_department_decides()
    {
        var coordination = Coordinations.Opened(Coordinations.Information.With("information.approvalKind", "statistics")).Fire("consult", Coordinations.Agencies);
        coordination.Child(Coordinations.Consultation).Answers("agrees");
        coordination.Child(Coordinations.Consultation, 1).Answers("objects");
        coordination.Refuse("apply-for-coordination", Coordinations.Written).CitesOnly("HD-COO-02", "第四条");
        Coordinations.Approved(coordination).Fire("apply-for-coordination", Coordinations.Written).State.State.Should().Be("under-coordination");
        Coordinations.Applied().State.State.Should().Be("under-coordination", "what needs no approval is not held up by it");
    }

    [Test, Rule("HD-COO-04")]
    public void It_is_not_released_but_put_to_the_competent_department_in_writing()
    {
        var coordination = Coordinations.Consulted("agrees");
        coordination.Refuse("conclude").CitesOnly("HD-COO-04", "第六条");
        coordination.Child(Coordinations.Consultation, 1).Answers("objects");
        coordination.Refuse("conclude").CitesOnly("HD-COO-04", "第六条");
        coordination.Needs("apply-for-coordination", Coordinations.Written, [.. Coordinations.Written.Keys]);
        coordination.FireOnlyAs("agency-leader", "apply-for-coordination", Coordinations.Written);
        coordination.State.State.Should().Be("under-coordination");
        coordination.Issued.Should().Equal("coordination-application 桦协申〔2026〕1号");
        coordination.Letter("coordination-application").Template.Should().Be("huadian.coordination-application");
        var decision = coordination.Child(Coordinations.Decision);
        decision.State.Agency.Should().Be(Bodies.Openness);
        decision["information.title"].Should().Be("2026年中小学收费标准");
        foreach (var (field, value) in Coordinations.Written)
        {
            decision[field].Should().Be(value);
            coordination.Printed("coordination-application", field).Should().Be((string)value!);
        }
    }

    [Test, Rule("HD-COO-04")]
    public void Own_coordination_comes_first()
    {
        Coordinations.Consulted("agrees", "agrees").Refuse("apply-for-coordination", Coordinations.Written).CitesOnly("HD-COO-04", "第六条");
        Coordinations.Consulted("objects").Refuse("apply-for-coordination", Coordinations.Written).CitesOnly("HD-COO-04", "第六条");
    }

    [Test, Rule("HD-COO-04")]
    public void The_application_has_its_four_contents()
    {
        var input = Coordinations.Written.With("information.title", "标准");
        Handover.IsComplete(Coordinations.Decision, Bodies.Bureau, Bodies.Openness, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Coordinations.Decision, Bodies.Openness, input);
    }

    [TestCase("may-be-released", "agreed")]
    [TestCase("not-to-be-released", "not-released")]
    [Rule("HD-COO-04")]
    public void The_department_studies_it_with_agencies_and_experts_and_answers_in_writing(string result, string outcome)
    {
        var coordination = Coordinations.Applied();
        var decision = coordination.Child(Coordinations.Decision);
        decision.Refuse("answer", Coordinations.Result(result)).Code.Should().Be(RefusalCode.NotAllowed);
        decision.Needs("record-study", Coordinations.Study, [.. Coordinations.Study.Keys]).FireOnlyAs("coordinator", "record-study", Coordinations.Study);
        decision.Needs("answer", Coordinations.Result(result), [.. Coordinations.Result(result).Keys]);
        decision.FireOnlyAs("coordinating-leader", "answer", Coordinations.Result(result));
        decision.State.Outcome.Should().Be(result);
        decision.Issued.Should().Equal("coordination-answer 桦协定〔2026〕1号");
        decision.Letter("coordination-answer").Template.Should().Be("huadian.coordination-answer");
        decision.Printed("coordination-answer", "study.experts").Should().Be("价格专家二人");
        coordination.State.Outcome.Should().Be(outcome);
        coordination["answer.reasons"].Should().Be("标准已核定");
    }

    [Test, Rule("HD-COO-04")]
    public void An_application_withdrawn_returns_to_own_coordination()
    {
        var coordination = Coordinations.Applied();
        coordination.Child(Coordinations.Decision).Withdraw();
        coordination.State.State.Should().Be("own-coordination");
    }

    [Test, Rule("HD-COO-05")]
    public void What_was_released_without_it_is_objected_to_and_the_remedy_is_coordinated()
    {
        var objection = Coordinations.Raised();
        var remedy = objection.Child(Coordinations.Remedy);
        remedy.State.Agency.Should().Be(Bodies.Bureau);
        remedy["released.title"].Should().Be("收费标准");
        remedy["objection"].Should().Be("标准尚未核定");
        remedy.Needs("propose-remedy", Coordinations.Measures, "remedy.measures").FireOnlyAs("handler", "propose-remedy", Coordinations.Measures);
        remedy.State.Outcome.Should().Be("proposed");
        objection["remedy.measures"].Should().Be("更正并说明");
        objection.State.State.Should().Be("remedy-proposed");
        objection.FireOnlyAs("handler", "accept-remedy").State.Outcome.Should().Be("remedied");
    }

    [Test, Rule("HD-COO-05")]
    public void A_remedy_that_is_not_enough_is_coordinated_again()
    {
        var objection = Coordinations.Proposed();
        var again = new Given { ["objection"] = "未说明原因" };
        objection.Needs("reject-remedy", again, "objection").FireOnlyAs("handler", "reject-remedy", again);
        objection.State.State.Should().Be("raised");
        objection.Child(Coordinations.Remedy, 1)["objection"].Should().Be("未说明原因");
    }

    [Test, Rule("HD-COO-05")]
    public void A_grave_inconsistency_leads_to_accountability_of_the_agency_that_released_it()
    {
        var objection = Coordinations.Proposed().Fire("accept-remedy");
        var consequence = new Given { ["consequence"] = "家长多缴费" };
        objection.Needs("report-grave-consequence", consequence, "consequence").FireOnlyAs("agency-leader", "report-grave-consequence", consequence);
        var fact = objection.Facts("grave-inconsistency").Should().ContainSingle().Subject;
        fact.Agency.Should().Be(Bodies.Bureau);
        fact.Values.Keys.Should().BeEquivalentTo("matter", "title", "foundOn");
        objection.State.Children.Last().Linked.Should().BeTrue();
        var accountability = objection.Child(Accountability.Procedure);
        accountability.State.Agency.Should().Be(Bodies.Supervision);
        accountability["source"].Should().Be("coordination");
        accountability["concerns.agency"].Should().Be(Bodies.Bureau);
        accountability["conduct"].Should().Be("other");
        accountability["matter"].Should().Be("家长多缴费");
        accountability["grave"].Should().Be(true);
    }

    [TestCase("released.title")]
    [TestCase("released.agency")]
    [TestCase("objection")]
    [Rule("HD-COO-05")]
    public void An_objection_names_what_whose_and_why(string field) =>
        Case.RefuseToOpen(Catalogue.World(), Coordinations.Objection, Bodies.Price, Coordinations.Objecting.Without(field)).Fields.Select(problem => problem.Field).Should().Equal(field);

    [Test, Rule("HD-COO-05")]
    public void The_agency_touched_objects()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Coordinations.Objection, Bodies.Price, Coordinations.Objecting).Code.Should().Be(RefusalCode.NotAllowed);
        var input = Coordinations.Objecting.Without("released.agency");
        Handover.IsComplete(Coordinations.Remedy, Bodies.Price, Bodies.Bureau, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Coordinations.Remedy, Bodies.Bureau, input);
    }
}
