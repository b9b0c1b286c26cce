using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_somebody_is_held_to_account
{
    private const string Act = "桦甸市政府信息公开责任追究制度";

    [Test, Rule("HD-ACC-01")]
    public void A_lead_names_source_agency_conduct_and_matter()
    {
        foreach (var field in new[] { "source", "concerns.agency", "conduct", "matter" })
            Case.RefuseToOpen(Catalogue.World(), Accountability.Procedure, Bodies.Supervision, Accountability.Lead.Without(field)).Misses(field, "HD-ACC-01");
        var opened = Accountability.Opened(Accountability.Lead);
        opened["source"].Should().Be("inspection");
        opened["concerns.agency"].Should().Be(Bodies.Bureau);
        opened["matter"].Should().Be("未经审查公开内部文件");
    }

    [Test, Rule("HD-ACC-01")]
    public void Only_an_investigator_opens_it()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("investigator");
        Case.RefuseToOpen(world, Accountability.Procedure, Bodies.Supervision, Accountability.Lead).Detail.Should().Contain("（investigator）");
    }

    [TestCase("duty-not-performed")]
    [TestCase("false-content")]
    [TestCase("secret-leaked")]
    [TestCase("unapproved-disclosure")]
    [TestCase("private-gain")]
    [TestCase("application-obstructed")]
    [TestCase("unlawful-fee")]
    [TestCase("inspection-obstructed")]
    [TestCase("other")]
    [Rule("HD-ACC-01")]
    public void Each_of_the_nine_kinds_of_conduct_can_be_named(string conduct) =>
        Accountability.Opened(Accountability.Lead.With("conduct", conduct))["conduct"].Should().Be(conduct);

    [Test, Rule("HD-ACC-01")]
    public void What_is_upheld_is_ordered_to_be_corrected_within_a_time()
    {
        var one = Accountability.Opened(Accountability.Lead).FireOnlyAs("investigator", "investigate");
        one.State.State.Should().Be("investigation");
        one.Needs("order-correction", Accountability.Upheld, [.. Accountability.Upheld.Keys]);
        one.FireOnlyAs("decision-maker", "order-correction", Accountability.Upheld);
        one.Due("correction").Should().Be("2026-03-20");
        one.Issued.Should().Equal("correction-order 桦责改〔2026〕1号");
        one.Printed("correction-order", "labels.concerns.agency").Should().Be("桦甸市教育局");
        one.Letter("correction-order").Template.Should().Be("huadian.correction-order");
        one.Refuse("confirm-correction").Misses("correction.result", "HD-ACC-01");
        one.FireOnlyAs("investigator", "confirm-correction", new Given { ["correction.result"] = "已撤下" });
        one["correction.result"].Should().Be("已撤下");
        one.State.Outcome.Should().Be("corrected");
    }

    [Test, Rule("HD-ACC-01")]
    public void Who_answers_for_it_is_decided_only_where_it_is_grave()
    {
        var light = Accountability.Ordered(Accountability.Lead, grave: false);
        light.Refuse("decide", Accountability.Decision).CitesOnly("HD-ACC-01", "第五条");

        light.Refuse("find-grave").Misses("investigation.findings", "HD-ACC-02");
        light.FireOnlyAs("decision-maker", "find-grave", new Given { ["investigation.findings"] = "逾期拒不改正" })["grave"].Should().Be(true);
        light.Refuse("confirm-correction", new Given { ["correction.result"] = "已撤下" }).CitesOnly("HD-ACC-01", "第五条");
        light.Needs("decide", Accountability.Decision, "decision.measures", "decision.summary", "decision.persons");
        light.FireOnlyAs("decision-maker", "decide", Accountability.Decision);
        light.State.Outcome.Should().Be("sanctioned");
        light["decision.measures"].Should().Be("public-criticism,sanction");
        light["decision.persons"].Should().Be(1);
        light["decision.summary"].Should().Be("通报批评并给予处分");
        light.State.Clocks.Should().BeEmpty();
        light.Issued.Should().Equal("correction-order 桦责改〔2026〕1号", "accountability-decision 桦责追〔2026〕1号");
        light.Letter("accountability-decision").Template.Should().Be("huadian.accountability-decision");
    }

    [Test, Rule("HD-ACC-01")]
    public void Criticism_alone_names_no_person()
    {
        var one = Routes.To(Accountability.Procedure, "criticised");
        one.State.Outcome.Should().Be("criticised");
        one.Issued.Should().Contain("accountability-decision 桦责追〔2026〕1号");
    }

    [TestCase("investigation")]
    [TestCase("correction-ordered")]
    [Rule("HD-ACC-01")]
    public void A_suspected_crime_goes_to_the_judicial_organs(string state)
    {
        var one = Routes.To(Accountability.Procedure, state);
        one.Needs("hand-to-judiciary", Accountability.Crime, [.. Accountability.Crime.Keys]);
        one.FireOnlyAs("decision-maker", "hand-to-judiciary", Accountability.Crime).State.Outcome.Should().Be("handed-to-judiciary");
        one["judicial.organ"].Should().Be("桦甸市人民检察院");
        one.Letter("judicial-transfer").Should().Match<Workflows.Engine.CaseEvent.DocumentIssued>(
            letter => letter.Template == "huadian.judicial-transfer" && letter.Number.Text == one.State.Reference);
        one.LastMove.Basis.Article.Should().Be("第四条第二款");
    }

    [TestCase("superior", Bodies.City)]
    [TestCase("openness-department", Bodies.Openness)]
    [Rule("HD-ACC-01")]
    public void A_body_that_received_a_complaint_orders_correction_and_refers_what_is_grave(string receivedBy, string body)
    {
        var one = Accountability.Ordered(Accountability.Complaint.With("receivedBy", receivedBy), grave: false, Bodies.Openness);
        one.Refuse("refer").CitesOnly("HD-ACC-01", "第五条");
        one.Fire("find-grave", new Given { ["investigation.findings"] = "拒不改正" });
        one.Refuse("decide", Accountability.Decision).CitesOnly("HD-ACC-01", "第三条");
        one.FireOnlyAs("decision-maker", "refer").State.Outcome.Should().Be("referred");
        var referred = one.Child(Accountability.Procedure);
        referred.State.Agency.Should().Be(Bodies.Supervision);
        referred["source"].Should().Be("referred");
        referred["concerns.agency"].Should().Be(Bodies.Bureau);
        referred["grave"].Should().Be(true);
        referred.Fire("investigate").Fire("order-correction", Accountability.Upheld.With("grave", true)).Fire("decide", Accountability.Decision).State.Outcome.Should().Be("sanctioned");
        body.Should().NotBeEmpty();
    }

    [Test, Rule("HD-ACC-01")]
    public void The_supervisory_organ_refers_to_nobody() =>
        Accountability.Ordered(Accountability.Lead, grave: true).Refuse("refer").CitesOnly("HD-ACC-01", "第三条");

    [Test, Rule("HD-ACC-02")]
    public void A_complaint_is_investigated_by_the_body_that_received_it_and_the_complainant_is_told()
    {
        foreach (var field in new[] { "receivedBy", "complaint.madeOn" })
            Case.RefuseToOpen(Catalogue.World(), Accountability.Procedure, Bodies.Openness, Accountability.Complaint.Without(field)).Misses(field, "HD-ACC-02");
        var one = Accountability.Opened(Accountability.Complaint, Bodies.Openness);
        one["receivedBy"].Should().Be("openness-department");
        one["complaint.madeOn"].Should().Be("2026-02-27");
        one["complainant.name"].Should().Be("赵六");
        one.FireOnlyAs("investigator", "investigate").State.State.Should().Be("investigation");
        one.Needs("order-correction", Accountability.Upheld, "investigation.findings", "correction.demands", "correction.by");
        one.FireOnlyAs("decision-maker", "order-correction", Accountability.Upheld).State.State.Should().Be("correction-ordered");
        one["correction.demands"].Should().Be("撤下文件并补办审查");
        one.Issued.Should().Equal("correction-order 桦责改〔2026〕1号", "complaint-reply 桦责追〔2026〕1号");
        one.Letter("correction-order").Template.Should().Be("huadian.correction-order");
        one.Printed("complaint-reply", "complainant.name").Should().Be("赵六");
        one.Letter("complaint-reply").Template.Should().Be("huadian.complaint-reply");
        one.Fire("confirm-correction", new Given { ["correction.result"] = "已答复" }).State.Outcome.Should().Be("corrected");
    }

    [Test, Rule("HD-ACC-02")]
    public void A_complaint_that_is_not_true_ends_with_a_reply()
    {
        var one = Accountability.Investigated(Accountability.Complaint, Bodies.Openness);
        one.Refuse("find-unfounded").Misses("investigation.findings", "HD-ACC-02");
        one.FireOnlyAs("decision-maker", "find-unfounded", new Given { ["investigation.findings"] = "未发现违反规定" });
        one.State.Outcome.Should().Be("unfounded");
        one["investigation.findings"].Should().Be("未发现违反规定");
        one.Issued.Should().Equal("complaint-reply 桦责追〔2026〕1号");
        Accountability.Ordered(Accountability.Lead, grave: false).Issued.Should().NotContain(issued => issued.StartsWith("complaint-reply", StringComparison.Ordinal));
    }

    [TestCase("received")]
    [TestCase("sanctioned")]
    [Rule("HD-ACC-03")]
    public void Compensation_is_recorded_before_and_after_the_end(string state)
    {
        var loss = new Given { ["compensation.recipient"] = "third-person", ["compensation.name"] = "丙公司", ["compensation.loss"] = "直接损失", ["compensation.amount"] = 1200.50 };
        var one = Routes.To(Accountability.Procedure, state).Needs("record-compensation", loss, [.. loss.Keys]);
        one.FireOnlyAs("investigator", "record-compensation", loss);
        one["compensation.name"].Should().Be("丙公司");
        one["compensation.loss"].Should().Be("直接损失");
        var fact = one.Facts("compensation").Should().ContainSingle().Subject;
        fact.Agency.Should().Be(Bodies.Bureau);
        fact.Values["amount"].Should().Be(new FieldValue.Number(1200.50m));
        fact.Values["recipient"].Should().Be(new FieldValue.Text("third-person"));
        fact.Basis.Should().Match<LegalBasis>(basis => basis.Article == "第六条" && basis.Act == Act);
    }
}
