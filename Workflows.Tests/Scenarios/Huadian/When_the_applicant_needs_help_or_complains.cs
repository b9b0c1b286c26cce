using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_applicant_needs_help_or_complains
{
    private static readonly Given Complaint = new()
    {
        ["complaint.receivedBy"] = "openness-department",
        ["complaint.madeOn"] = "2026-03-02",
        ["complaint.content"] = "逾期未答复",
    };

    [TestCase("reading")]
    [TestCase("sight")]
    [TestCase("hearing")]
    [Rule("HD-APP-21")]
    public void Help_with_reading_sight_or_hearing_is_recorded(string need)
    {
        var help = new Given { ["assistance.need"] = need, ["assistance.given"] = "代读" };
        var application = Application.Received("2026-03-02").Needs("record-assistance", help, [.. help.Keys]);
        application.FireOnlyAs(["registrar", "handler"], "record-assistance", help);
        application["assistance.given"].Should().Be("代读");
        var fact = application.Facts("assistance").Should().ContainSingle().Subject;
        fact.Values["need"].Should().Be(new FieldValue.Text(need));
        fact.Basis.Article.Should().Be("第五条第三款");
    }

    private static readonly string[] States =
    [
        "received", "suspended", "already-public", "not-this-agency", "not-found", "repeat-not-answered",
        "delivered", "refused", "replied-already-public", "replied-not-this-agency", "replied-not-found",
    ];

    [TestCaseSource(nameof(States)), Rule("HD-APP-19")]
    public void A_complaint_can_be_recorded_before_and_after_the_end(string state)
    {
        var application = Routes.To(Application.Procedure, state);
        application.Needs("record-complaint", Complaint, [.. Complaint.Keys]);
        application.FireOnlyAs(["registrar", "handler"], "record-complaint", Complaint).State.State.Should().Be(state);
        application["complaint.content"].Should().Be("逾期未答复");
        var fact = application.Facts("complaint").Should().ContainSingle().Subject;
        fact.Values.Keys.Should().Equal("madeOn", "receivedBy");
        fact.Basis.Article.Should().Be("第十七条第一款");
    }

    [TestCase("superior", Bodies.City)]
    [TestCase("supervisory-organ", Bodies.Supervision)]
    [TestCase("openness-department", Bodies.Openness)]
    [Rule("HD-APP-19")]
    public void A_complaint_opens_an_investigation_at_the_body_that_received_it(string receivedBy, string body)
    {
        var application = Application.Received("2026-03-02").Fire("record-complaint", Complaint.With("complaint.receivedBy", receivedBy));
        var child = application.State.Children.Should().ContainSingle().Subject;
        child.Should().Match<Workflows.Engine.ChildCase>(opened => opened.Linked && opened.Procedure == Accountability.Procedure && opened.Agency == body);
        var accountability = application.Child(Accountability.Procedure);
        accountability["source"].Should().Be("complaint");
        accountability["receivedBy"].Should().Be(receivedBy);
        accountability["concerns.agency"].Should().Be(Bodies.Bureau);
        accountability["matter"].Should().Be("逾期未答复");
    }
}
