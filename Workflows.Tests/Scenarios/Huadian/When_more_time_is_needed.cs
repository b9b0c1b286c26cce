using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_more_time_is_needed
{
    private static Given For(int days) => new() { ["extension.days"] = days, ["extension.reason"] = "档案尚未整理完毕" };

    [TestCase("preliminary-review")]
    [TestCase("accepted")]
    [TestCase("detailed-review/examination")]
    [TestCase("detailed-review/third-party-consultation")]
    [Rule("HD-APP-10")]
    public void The_head_of_the_office_extends_once_by_at_most_fifteen_working_days_and_tells_the_applicant(string state)
    {
        var application = state switch
        {
            "preliminary-review" => Application.Registered("2026-03-02"),
            "accepted" => Application.Accepted("2026-03-02"),
            "detailed-review/examination" => Application.UnderReview("2026-03-02"),
            _ => Application.UnderReview("2026-03-02").Consult("甲公司"),
        };
        application.Needs("extend", For(15), "extension.days", "extension.reason");
        application.Refuse("extend", For(16)).CitesOnly("HD-APP-10", "第十条第二款");
        application.Refuse("extend", For(0)).CitesOnly("HD-APP-10", "第十条第二款");
        application.FireOnlyAs("office-head", "extend", For(15));
        application.State.State.Should().Be(state);
        application.Issued.Last().Should().Be("extension-notice 桦延期〔2026〕1号");
        application.Letter("extension-notice").Template.Should().Be("huadian.extension-notice");
        application.Printed("extension-notice", "extension.reason").Should().Be("档案尚未整理完毕");
        application.Refuse("extend", For(1)).CitesOnly("HD-APP-10", "第十条第二款");
    }

    [Test, Rule("HD-APP-10")]
    public void Neither_the_handler_nor_the_head_of_the_agency_can_agree()
    {
        var application = Application.UnderReview("2026-03-02");
        application.World.Actor = Bodies.Only(Bodies.Bureau, "handler", "registrar", "agency-leader", "secrecy-reviewer");
        application.Refuse("extend", For(5)).CitesOnly("HD-APP-10", "第十条第二款");
    }

    [Test, Rule("HD-APP-10")]
    public void The_days_follow_the_last_day_of_the_period()
    {
        var application = Application.UnderReview("2026-03-02").On("2026-03-23").Fire("extend", For(15));
        application.Due("reply").Should().Be("2026-04-14");
        application.Printed("extension-notice", "clocks.reply.due").Should().Be("2026-04-14");
    }

    [Test, Rule("HD-APP-10")]
    public void After_the_due_date_it_is_too_late()
    {
        var application = Application.UnderReview("2026-03-02").On("2026-03-24");
        application.Refuse("extend", For(5)).CitesOnly("HD-APP-10", "第十条第二款");
        application.Due("reply").Should().Be("2026-03-23");
    }

    [Test, Rule("HD-APP-10"), Rule("HD-APP-22")]
    public void An_application_registered_anew_can_be_extended_again()
    {
        var application = Application.UnderReview("2026-03-02").Fire("extend", For(15))
            .Fire("request-correction", new Given { ["correction.points"] = "年度", ["correction.allPointsTold"] = true })
            .On("2026-03-26").Fire("correct", Application.Officer);
        application.Due("reply").Should().Be("2026-04-17");
        application.Fire("extend", For(1)).Due("reply").Should().Be("2026-04-20");
    }

    [Test, Rule("HD-APP-13")]
    public void Force_majeure_suspends_the_period_and_both_ends_are_notified()
    {
        var flood = new Given { ["forceMajeure.cause"] = "force-majeure", ["forceMajeure.reason"] = "洪水" };
        var application = Application.UnderReview("2026-03-02").On("2026-03-04");
        application.Refuse("end-force-majeure", new Given { ["forceMajeure.endReason"] = "水退" }).CitesOnly("HD-APP-13", "第十一条");
        application.Needs("raise-force-majeure", flood, [.. flood.Keys]).FireOnlyAs("handler", "raise-force-majeure", flood);
        application.State.Flags.Should().Equal("force-majeure");
        application.Due("reply").Should().BeNull();
        application.Issued.Last().Should().Be("force-majeure-suspended 桦期中〔2026〕1号");
        application.Letter("force-majeure-suspended").Template.Should().Be("huadian.force-majeure-suspended");
        application.Refuse("raise-force-majeure", flood).CitesOnly("HD-APP-13", "第十一条");

        application.On("2026-03-16").Refuse("end-force-majeure").Misses("forceMajeure.endReason", "HD-APP-13");
        application.FireOnlyAs("handler", "end-force-majeure", new Given { ["forceMajeure.endReason"] = "水退" });
        application.State.Flags.Should().BeEmpty();
        application.Due("reply").Should().Be("2026-04-02");
        application.Issued.Last().Should().Be("force-majeure-resumed 桦期复〔2026〕1号");
        application.Letter("force-majeure-resumed").Template.Should().Be("huadian.force-majeure-resumed");
    }

    [Test, Rule("HD-APP-13")]
    public void Another_statutory_cause_suspends_it_too() =>
        Application.Accepted("2026-03-02").Fire("raise-force-majeure", new Given { ["forceMajeure.cause"] = "other-statutory", ["forceMajeure.reason"] = "专家评审" })
            .Due("reply").Should().BeNull();

    [Test, Rule("HD-APP-27")]
    public void Secrecy_review_does_not_stop_the_clock_and_the_handler_is_advised()
    {
        var application = Application.UnderReview("2026-03-02").On("2026-03-04").Fire("escalate-secrecy", Application.Escalation);
        application.Due("reply").Should().Be("2026-03-23");
        application["handling.advice"].Should().BeOfType<string>().Which.Should().Contain("照常计算").And.Contain("延长");
        application.Fire("extend", For(15)).Due("reply").Should().Be("2026-04-14");
    }

    [Test, Rule("HD-APP-27")]
    public void Neither_does_an_approval()
    {
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", new Given { ["findings.needsApproval"] = "yes" })
            .On("2026-03-04").Fire("request-approval", Application.ApprovalRequest);
        application.Due("reply").Should().Be("2026-03-23");
        application["handling.advice"].Should().BeOfType<string>().Which.Should().Contain("报请批准");
    }
}
