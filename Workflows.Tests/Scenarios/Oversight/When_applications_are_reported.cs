using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_applications_are_reported
{
    private static readonly TestCaseData[] Answers =
    [
        new("already-public", "already-public"), new("not-this-agency", "not-this-agency"), new("not-found", "not-found"), new("repeat-not-answered", "repeat-not-answered"),
        new("awaiting-payment", "disclosed"), new("awaiting-delivery", "disclosed"), new("delivered", "disclosed"), new("refused", "refused"),
        new("replied-already-public", "already-public"), new("replied-not-this-agency", "not-this-agency"), new("replied-not-found", "not-found"),
    ];

    [TestCase("2026-06-15", "2026-07-01", "first-half", "2026-07-15")]
    [TestCase("2025-12-08", "2026-01-01", "second-half", "2026-01-15", Description = "New Year, 1 to 3 January; Sunday 4 January is worked")]
    [Rule("HD-APP-26")]
    public void The_calendar_opens_it_twice_a_year(string published, string day, string period, string due)
    {
        var report = Scheduled.On(day, Scheduled.Publish(Catalogue.World().On(published), ApplicationReports.Procedure), ApplicationReports.Procedure, Bodies.Bureau);
        report.State.State.Should().Be("gathered");
        report["period"].Should().Be(period);
        report["level"].Should().Be("direct");
        report.Due("report").Should().Be(due);
    }

    [Test, Rule("HD-APP-26")]
    public void It_opens_in_January_and_July_and_a_zone_collects() =>
        Scheduled.Until("2027-07-01", Scheduled.Publish(Catalogue.World().On("2026-06-15"), ApplicationReports.Procedure), ApplicationReports.Procedure, "period", "level").Should().BeEquivalentTo(
            "2026-07-01 huadian.bureau first-half direct", "2026-07-01 huadian.price first-half collector",
            "2027-01-01 huadian.bureau second-half direct", "2027-01-01 huadian.price second-half collector",
            "2027-07-01 huadian.bureau first-half direct", "2027-07-01 huadian.price first-half collector");

    [TestCase("2026-09-28", "2026-10-16", Description = "National Day, 1 to 7 October; 10 October is worked")]
    [TestCase("2026-02-12", "2026-03-04", Description = "Spring Festival, 15 to 23 February; 14 and 28 February are worked")]
    [Rule("HD-APP-26")]
    public void The_openness_department_can_ask_for_another_which_has_ten_working_days_too(string day, string due) =>
        Case.Open(Catalogue.World().On(day), ApplicationReports.Procedure, Bodies.Bureau, ApplicationReports.First.With("period", "special")).Due("report").Should().Be(due);

    [Test, Rule("HD-APP-26")]
    public void It_holds_the_applications_of_the_period()
    {
        Case.OpeningNeeds(ApplicationReports.Procedure, Bodies.Bureau, ApplicationReports.First, "period", "level");
        var report = Case.OpenOnlyAs("handler", ApplicationReports.Answered().On("2026-07-01"), ApplicationReports.Procedure, Bodies.Bureau, ApplicationReports.First);
        var registered = Rows(report, "registered").Should().ContainSingle().Subject;
        registered["case"].Should().Be(new FieldValue.Text("桦依申〔2026〕1号"));
        registered["registeredOn"].Should().Be(new FieldValue.Date(Engine.World.Day("2026-03-02")));
        registered["channel"].Should().NotBeNull();
        registered["applicantKind"].Should().Be(new FieldValue.Text("citizen"));
        var answered = Rows(report, "answered").Should().ContainSingle().Subject;
        answered["outcome"].Should().Be(new FieldValue.Text("refused"));
        answered["occurredOn"].Should().Be(new FieldValue.Date(Engine.World.Day("2026-03-02")));
        var next = Case.Open(report.World.On("2027-01-01"), ApplicationReports.Procedure, Bodies.Bureau, ApplicationReports.First);
        Rows(next, "registered").Should().BeEmpty("each is reported once");
    }

    [TestCaseSource(nameof(Answers))]
    [Rule("HD-APP-26")]
    public void Every_answer_counts_once(string state, string outcome)
    {
        var application = Routes.To(Application.Procedure, state);
        application.Facts("application-registered").Should().ContainSingle();
        application.Facts("application-answered").Should().ContainSingle().Which.Values["outcome"].Should().Be(new FieldValue.Text(outcome));
    }

    [Test, Rule("HD-APP-26")]
    public void A_repeat_found_late_counts_too() =>
        Application.UnderReview("2026-03-02").Fire("decline-repeat", new Given { ["earlierCase"] = "桦依申〔2025〕7号" })
            .Facts("application-answered").Should().ContainSingle().Which.Values["outcome"].Should().Be(new FieldValue.Text("repeat-not-answered"));

    [Test, Rule("HD-APP-26")]
    public void A_zone_reports_for_those_below_it_and_everybody_else_for_itself()
    {
        var world = ApplicationReports.Answered();
        Case.Open(world, Application.Procedure, Bodies.Price, Forms.Citizen).Fire("register", Application.Officer).Fire("end-not-found");
        var zone = Case.Open(world, ApplicationReports.Procedure, Bodies.City, ApplicationReports.Collected);
        zone.State.State.Should().Be("gathered");
        Rows(zone, "registered").Should().ContainSingle("the price bureau is not below it");
        Rows(zone, "answered").Should().ContainSingle();
        var own = Case.Open(world, ApplicationReports.Procedure, Bodies.Bureau, ApplicationReports.First);
        Rows(own, "registered").Should().ContainSingle();
        Rows(own, "answered").Should().ContainSingle();
        var superior = ApplicationReports.Gathered(agency: Bodies.City);
        Rows(superior, "registered").Should().BeEmpty();
        Rows(superior, "answered").Should().BeEmpty();
    }

    [Test, Rule("HD-APP-26")]
    public void The_head_signs_it()
    {
        var report = ApplicationReports.Gathered().Needs("draft", ApplicationReports.Draft, "summary", "problems").FireOnlyAs("handler", "draft", ApplicationReports.Draft);
        report.State.State.Should().Be("awaiting-signature");
        report.Needs("send-back", ApplicationReports.Remarks, "remarks").FireOnlyAs("agency-leader", "send-back", ApplicationReports.Remarks);
        report.State.State.Should().Be("gathered");
        report["remarks"].Should().Be("请说明逾期情况");
        report.Fire("draft", ApplicationReports.Draft).FireOnlyAs("agency-leader", "report");
        report.State.State.Should().Be("reported");
        report.State.Clocks.Should().BeEmpty();
        report.Issued.Should().Equal("application-report 桦依报〔2026〕1号");
        report.Letter("application-report").Template.Should().Be("huadian.application-report");
        report.Printed("application-report", "answered").Should().Contain("桦依申〔2026〕1号");
        report.Printed("application-report", "summary").Should().Be("登记1件，答复1件");
        report.Printed("application-report", "problems").Should().Be("无");
    }

    [Test, Rule("HD-APP-26")]
    public void It_goes_to_the_openness_department()
    {
        var report = ApplicationReports.Reported();
        var receipt = report.Child(ApplicationReports.Receipt);
        receipt.State.Agency.Should().Be(Bodies.Openness);
        receipt["period"].Should().Be("first-half");
        receipt["registered"].Should().Be(1);
        receipt["answered"].Should().Be(1);
        receipt["summary"].Should().Be("登记1件，答复1件");
        receipt["problems"].Should().Be("无");
        receipt.FireOnlyAs("openness-reviewer", "accept");
        receipt.State.State.Should().Be("accepted");
        receipt.State.Outcome.Should().Be("accepted");
        report.State.State.Should().Be("completed");
        report.State.Outcome.Should().Be("completed");
    }

    [Test, Rule("HD-APP-26")]
    public void What_it_returns_is_drafted_anew()
    {
        var report = ApplicationReports.Reported();
        var receipt = report.Child(ApplicationReports.Receipt);
        receipt.Needs("return", ApplicationReports.Remarks, "remarks").FireOnlyAs("openness-reviewer", "return", ApplicationReports.Remarks);
        receipt.State.State.Should().Be("returned");
        receipt.State.Outcome.Should().Be("returned");
        report.State.State.Should().Be("gathered");
        report["remarks"].Should().Be("请说明逾期情况");
        report.Fire("draft", ApplicationReports.Draft).Fire("report").Child(ApplicationReports.Receipt, 1).Fire("accept");
        report["remarks"].Should().BeNull();
        report.State.State.Should().Be("completed");
    }

    [Test, Rule("HD-APP-26")]
    public void The_department_is_told_everything()
    {
        var told = ApplicationReports.Draft.With("period", "first-half")
            .With("registered", new[] { new Given { ["registeredOn"] = "2026-03-02", ["channel"] = "web", ["applicantKind"] = "citizen" } })
            .With("answered", new[] { new Given { ["registeredOn"] = "2026-03-02", ["outcome"] = "refused" } });
        Handover.IsComplete(ApplicationReports.Receipt, Bodies.Bureau, Bodies.Openness, told, "period", "summary", "problems");
        Handover.OnlyFromAnotherCase(ApplicationReports.Receipt, Bodies.Openness, told);
    }

    private static ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Rows(Case report, string list) =>
        report.State.Fields.GetValueOrDefault(list) is FieldValue.Rows rows ? rows.Items : [];
}
