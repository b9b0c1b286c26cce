using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Scenarios.Filing;
using Workflows.Tests.Scenarios.Publication;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_what_has_been_disclosed_is_inspected
{
    [Test, Rule("HD-SEC-11")]
    public void The_calendar_opens_it_on_the_first_of_every_month()
    {
        var world = Scheduled.Publish(Catalogue.World().On("2026-01-05"), Inspections.Procedure);
        Scheduled.Until("2027-01-01", world, Inspections.Procedure).Should().BeEquivalentTo(
            Enumerable.Range(2, 11).Select(month => $"2026-{month:00}-01 huadian.secrecy").Append("2027-01-01 huadian.secrecy"), "also on National Day");
        var inspection = Scheduled.On("2027-01-01", world, Inspections.Procedure, Bodies.Secrecy);
        inspection.State.State.Should().Be("under-inspection");
        inspection.Child(Inspections.Opinion).State.State.Should().Be("asked");
        inspection["items"].Should().BeNull("nothing has been disclosed");
    }

    [Test, Rule("HD-SEC-11")]
    public void Everything_disclosed_since_the_last_time_is_looked_at_once()
    {
        var world = Disclosures.Published().World.On("2026-04-01");
        var first = Case.OpenOnlyAs("inspector", world, Inspections.Procedure, Bodies.Secrecy, new Given());
        var row = ((FieldValue.Rows)first.State.Fields["items"]).Items.Should().ContainSingle().Subject;
        row["title"].Should().Be(new FieldValue.Text("2026年义务教育招生工作方案"));
        row["agency"].Should().Be(new FieldValue.Text(Bodies.Bureau));
        row["documentNumber"].Should().Be(new FieldValue.Text("桦教发〔2026〕9号"));
        row["publishedOn"].Should().Be(new FieldValue.Date(Engine.World.Day("2026-03-06")));
        Inspections.In(world.On("2026-05-06"))["items"].Should().BeNull();
    }

    [Test, Rule("HD-SEC-11")]
    public void What_a_clarification_says_is_looked_at_too()
    {
        var clarified = Routes.To(Clarifications.Procedure, "clarified");
        clarified.Facts("disclosed-information").Should().ContainSingle().Which.Values["agency"].Should().Be(new FieldValue.Text(clarified.State.Agency));
        Inspections.In(clarified.World)["items"].Should().Be(1);
    }

    [Test, Rule("HD-SEC-11")]
    public void The_openness_department_and_the_supervisory_organ_take_part()
    {
        var inspection = Inspections.Begun();
        var (openness, supervision) = (inspection.Child(Inspections.Opinion), inspection.Child(Inspections.Opinion, 1));
        openness.State.Agency.Should().Be(Bodies.Openness);
        supervision.State.Agency.Should().Be(Bodies.Supervision);
        openness["items"].Should().Be(1);
        supervision["items"].Should().Be(1);
        inspection.Refuse("conclude", Inspections.Summary).CitesOnly("HD-SEC-11", "四(二)5");
        openness.Needs("give-opinion", Inspections.Heard, [.. Inspections.Heard.Keys]).FireOnlyAs("joint-inspector", "give-opinion", Inspections.Heard);
        openness.State.State.Should().Be("openness-given");
        openness.State.Outcome.Should().Be("openness-given");
        inspection["openness.opinion"].Should().Be("未发现其他问题");
        inspection["openness.inspector"].Should().Be("吴九");
        inspection["supervision.opinion"].Should().BeNull();
        inspection.Refuse("conclude", Inspections.Summary).CitesOnly("HD-SEC-11", "四(二)5");
        supervision.Fire("give-opinion", Inspections.Heard.With("inspector", "郑十"));
        supervision.State.State.Should().Be("supervision-given");
        supervision.State.Outcome.Should().Be("supervision-given");
        inspection["supervision.opinion"].Should().Be("未发现其他问题");
        inspection["supervision.inspector"].Should().Be("郑十");
        inspection.Needs("conclude", Inspections.Summary, "summary").FireOnlyAs("inspector", "conclude", Inspections.Summary);
        inspection.State.State.Should().Be("concluded");
        inspection.State.Outcome.Should().Be("concluded");
        inspection["summary"].Should().Be("检查1条，1条责成补救");
        inspection.Issued.Should().Equal("inspection-report 桦密检〔2026〕1号");
        inspection.Letter("inspection-report").Template.Should().Be("huadian.inspection-report");
        inspection.Printed("inspection-report", "items").Should().Contain("2026年义务教育招生工作方案");
    }

    [TestCase(0, "openness-department", Bodies.Openness)]
    [TestCase(1, "supervisory-organ", Bodies.Supervision)]
    [Rule("HD-SEC-11")]
    public void Withdrawn_a_body_is_asked_again(int which, string body, string agency)
    {
        var again = new Given { ["joint.body"] = body };
        var inspection = Inspections.Begun();
        inspection.Child(Inspections.Opinion, 1 - which).Fire("give-opinion", Inspections.Heard);
        inspection.Refuse("ask-opinion-again", again).CitesOnly("HD-SEC-11", null);
        inspection.Child(Inspections.Opinion, which).Withdraw();
        inspection.Needs("ask-opinion-again", again, "joint.body").FireOnlyAs("inspector", "ask-opinion-again", again);
        var asked = inspection.Child(Inspections.Opinion, 2);
        asked.State.Agency.Should().Be(agency);
        asked["items"].Should().Be(1);
        asked.Fire("give-opinion", Inspections.Heard);
        inspection.Refuse("ask-opinion-again", again).CitesOnly("HD-SEC-11", null);
        inspection.Fire("conclude", Inspections.Summary).State.State.Should().Be("concluded");
    }

    [Test, Rule("HD-SEC-11")]
    public void A_finding_opens_remedial_work_at_once()
    {
        var inspection = Inspections.Begun().JointlyHeard();
        inspection.Needs("record-finding", Inspections.Finding, [.. Inspections.Finding.Without("finding.documentNumber").Keys]);
        inspection.FireOnlyAs("inspector", "record-finding", Inspections.Finding);
        inspection["finding.agency"].Should().Be(Bodies.Bureau);
        var remedy = inspection.Child(Inspections.Remedy);
        remedy.State.Agency.Should().Be(Bodies.Bureau);
        remedy.State.State.Should().Be("ordered");
        remedy.Due("remedy").Should().Be("2026-04-02");
        remedy["information.title"].Should().Be("2026年义务教育招生工作方案");
        remedy["information.documentNumber"].Should().Be("桦教发〔2026〕9号");
        remedy["ground"].Should().Be("privacy");
        remedy["description"].Should().Be("附件列有学生住址");
        remedy["demands"].Should().Be("撤下附件，遮盖后重新公开");
        remedy.Issued.Should().Equal("remedial-order 桦补救〔2026〕1号");
        remedy.Letter("remedial-order").Template.Should().Be("huadian.remedial-order");
        remedy.Printed("remedial-order", "remedy.by").Should().Be("2026-04-02");
        inspection.Refuse("conclude", Inspections.Summary).CitesOnly("HD-SEC-11", "四(二)5");
        inspection.State.Children.Should().NotContain(child => child.Procedure == "huadian.accountability", "only a leak goes there by itself");
    }

    [Test, Rule("HD-SEC-11")]
    public void The_agency_withdraws_it_and_the_inspectors_confirm()
    {
        var remedy = Inspections.Ordered();
        remedy.Needs("report", Inspections.Remedied, [.. Inspections.Remedied.Keys]).FireOnlyAs("handler", "report", Inspections.Remedied);
        remedy.State.State.Should().Be("reported");
        remedy.State.Clocks.Should().BeEmpty();
        var withdrawn = remedy.Facts("withdrawn-information").Should().ContainSingle().Which.Values;
        withdrawn["title"].Should().Be(new FieldValue.Text("2026年义务教育招生工作方案"));
        withdrawn["withdrawnOn"].Should().Be(new FieldValue.Date(Engine.World.Day("2026-04-01")));
        remedy.World.Actor = Bodies.Only(Bodies.Bureau, [.. Bodies.Roles]);
        remedy.Refuse("confirm").Code.Should().Be(RefusalCode.NotAllowed);
        remedy.World.Actor = Bodies.Only(Bodies.Secrecy, "asking-inspector");
        remedy.Fire("confirm");
        remedy.World.Actor = Bodies.Everyone;
        remedy.State.State.Should().Be("remedied");
        remedy.State.Outcome.Should().Be("remedied");
        var inspection = Secrets.Of(remedy);
        inspection["remedy.title"].Should().Be("2026年义务教育招生工作方案");
        inspection["remedy.summary"].Should().Be("附件已撤下");
        inspection.JointlyHeard().Fire("conclude", Inspections.Summary).State.State.Should().Be("concluded");
    }

    [Test, Rule("HD-SEC-11")]
    public void What_is_not_remedied_enough_is_demanded_again()
    {
        var remedy = Inspections.Ordered().Fire("report", Inspections.Remedied.With("remedy.measures", new[] { "replaced" }));
        remedy.Facts("withdrawn-information").Should().BeEmpty();
        remedy.Needs("demand-more", Inspections.More, [.. Inspections.More.Keys]);
        remedy.World.Actor = Bodies.Only(Bodies.Bureau, [.. Bodies.Roles]);
        remedy.Refuse("demand-more", Inspections.More).Code.Should().Be(RefusalCode.NotAllowed);
        remedy.World.Actor = Bodies.Only(Bodies.Secrecy, "asking-inspector");
        remedy.Fire("demand-more", Inspections.More);
        remedy.World.Actor = Bodies.Everyone;
        remedy.State.State.Should().Be("ordered");
        remedy.Due("remedy").Should().Be("2026-04-07");
        remedy["remedy.shortcomings"].Should().Be("搜索引擎仍有快照");
        remedy.Issued.Should().Equal("remedial-order 桦补救〔2026〕1号", "remedial-order 桦补救〔2026〕2号");
    }

    [TestCase("state-secret")]
    [TestCase("work-secret")]
    [Rule("HD-SEC-11")]
    public void A_leak_is_dealt_with_by_law(string ground)
    {
        var inspection = Inspections.Begun().Fire("record-finding", Inspections.Leak.With("finding.ground", ground));
        inspection.Child(Inspections.Remedy)["ground"].Should().Be(ground);
        var accountability = inspection.Child("huadian.accountability");
        accountability.State.Agency.Should().Be(Bodies.Supervision);
        inspection.State.Children.Should().ContainSingle(child => child.Linked && child.Id == accountability.Id);
        accountability["source"].Should().Be("inspection");
        accountability["conduct"].Should().Be("secret-leaked");
        accountability["concerns.agency"].Should().Be(Bodies.Bureau);
        accountability["matter"].Should().Be("附件列有学生住址");
    }

    [Test, Rule("HD-SEC-11")]
    public void Anything_else_is_referred_when_the_law_asks_for_it()
    {
        foreach (var inspection in new[] { Inspections.Begun(), Inspections.Begun().JointlyHeard().Fire("conclude", Inspections.Summary) })
        {
            inspection.Needs("refer-to-accountability", Inspections.Referral, [.. Inspections.Referral.Keys]).FireOnlyAs("inspector", "refer-to-accountability", Inspections.Referral);
            var accountability = inspection.Child("huadian.accountability");
            inspection.State.Children.Should().ContainSingle(child => child.Linked && child.Id == accountability.Id);
            accountability["conduct"].Should().Be("unapproved-disclosure");
            accountability["concerns.agency"].Should().Be(Bodies.Bureau);
            accountability["matter"].Should().Be("附件未经审查即公开");
            accountability["source"].Should().Be("inspection");
        }
    }

    [Test, Rule("HD-SEC-11")]
    public void No_rule_makes_it_a_finding_of_the_assessment() =>
        Inspections.Begun().JointlyHeard().Fire("record-finding", Inspections.Leak).Facts("assessment-finding").Should().BeEmpty();

    [Test, Rule("HD-SEC-11")]
    public void Remedial_work_that_is_called_off_holds_up_nothing()
    {
        var inspection = Inspections.Begun().JointlyHeard().Fire("record-finding", Inspections.Finding);
        inspection.Child(Inspections.Remedy).Withdraw();
        inspection["remedy.title"].Should().BeNull();
        inspection.Fire("conclude", Inspections.Summary).State.State.Should().Be("concluded");
    }

    [Test, Rule("HD-SEC-11")]
    public void Neither_body_nor_agency_is_asked_but_by_an_inspection()
    {
        var item = new Given { ["title"] = "方案", ["agency"] = Bodies.Bureau, ["publishedOn"] = "2026-03-06" };
        var asked = new Given { ["participant"] = "openness-department", ["items"] = new[] { item } };
        Handover.IsComplete(Inspections.Opinion, Bodies.Secrecy, Bodies.Openness, asked, "participant");
        Handover.OnlyFromAnotherCase(Inspections.Opinion, Bodies.Openness, asked);
        var order = new Given
        {
            ["information.title"] = "方案",
            ["information.documentNumber"] = "9号",
            ["ground"] = "privacy",
            ["description"] = "住址",
            ["demands"] = "撤下",
            ["remedy.by"] = "2026-04-02",
        };
        Handover.IsComplete(Inspections.Remedy, Bodies.Secrecy, Bodies.Bureau, order, [.. order.Without("information.documentNumber").Keys]);
        Handover.OnlyFromAnotherCase(Inspections.Remedy, Bodies.Bureau, order);
    }
}
