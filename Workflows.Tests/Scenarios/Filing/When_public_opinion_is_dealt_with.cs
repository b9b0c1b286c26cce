using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Filing;

public class When_public_opinion_is_dealt_with
{
    [Test, Rule("HD-OPN-01"), Rule("HD-OPN-02"), Rule("HD-OPN-03")]
    public void It_is_reported_assessed_handled_and_evaluated_in_that_order()
    {
        var opinion = Opinions.Collected(Opinions.Emergency("major"));
        foreach (var later in new[] { "assess", "begin-handling", "finish-handling", "evaluate" })
            opinion.Refuse(later);
        opinion.Needs("report", Opinions.Report, [.. Opinions.Report.Keys]).FireOnlyAs("collector", "report", Opinions.Report);
        opinion.State.State.Should().Be("reported");
        opinion.Issued.Should().Equal("report 桦舆情〔2026〕1号");
        opinion.Letter("report").Template.Should().Be("huadian.public-opinion-report");
        opinion.Printed("report", "report.content").Should().Be("经过和反映");
        opinion.Printed("report", "report.recipients").Should().Contain("committee");

        opinion.Needs("assess", Opinions.Assessment, "assessment.trend", "assessment.opinion").FireOnlyAs("handler", "assess", Opinions.Assessment);
        opinion.State.State.Should().Be("assessed");
        opinion["assessment.trend"].Should().Be("热度上升");
        opinion["assessment.opinion"].Should().Be("发布权威信息");
        opinion["assessment.meeting"].Should().Be("3月2日，宣传、应急");

        opinion.Needs("begin-handling", Opinions.Plan, "handling.plan", "handling.guidance").FireOnlyAs("handler", "begin-handling", Opinions.Plan);
        opinion.State.State.Should().Be("handling");
        opinion["handling.plan"].Should().Be("澄清并回应");
        opinion["handling.guidance"].Should().Be("正面引导");
        opinion["handling.emergencyPlan"].Should().Be(false);

        opinion.Needs("finish-handling", Opinions.Result, "handling.result").FireOnlyAs("handler", "finish-handling", Opinions.Result);
        opinion.State.State.Should().Be("evaluation");
        opinion["handling.result"].Should().Be("已平息");

        opinion.Needs("evaluate", Opinions.Evaluation, [.. Opinions.Evaluation.Keys]).FireOnlyAs("agency-leader", "evaluate", Opinions.Evaluation);
        opinion.State.Outcome.Should().Be("evaluated");
        opinion["evaluation.experience"].Should().Be("回应及时");
        opinion["evaluation.problems"].Should().Be("渠道单一");
    }

    [Test, Rule("HD-OPN-03"), Rule("HD-OPN-02")]
    public void Evaluation_follows_what_is_major_and_nothing_else()
    {
        Opinions.Finished(Opinions.Sensitive).State.State.Should().Be("evaluation");
        var other = Opinions.Assessed(Opinions.Any).Fire("begin-handling", Opinions.Plan.Without("handling.guidance")).Fire("finish-handling", Opinions.Result);
        other.State.State.Should().Be("handled");
        other.State.Outcome.Should().Be("handled");
    }

    [TestCase("late")]
    [TestCase("omitted")]
    [TestCase("concealed")]
    [TestCase("withheld")]
    [Rule("HD-OPN-03")]
    public void What_is_reported_late_or_not_is_referred_whatever_the_state_of_the_case(string failing)
    {
        var given = Opinions.Failing(failing);
        foreach (var opinion in new[] { Opinions.Collected(Opinions.Emergency("major")), Opinions.Finished(Opinions.Any) })
        {
            opinion.Needs("refer-to-accountability", given, [.. given.Keys]).FireOnlyAs("agency-leader", "refer-to-accountability", given);
            opinion.Issued.Last().Should().Be("referral 桦舆移〔2026〕1号");
            opinion.Letter("referral").Template.Should().Be("huadian.public-opinion-referral");
            opinion.Printed("referral", "referral.failing").Should().Be(failing);
            opinion.Printed("referral", "referral.agency").Should().Be(Bodies.Bureau);
            opinion.Printed("referral", "referral.matter").Should().Be("次日才报送");
            var accountability = opinion.Child("huadian.accountability");
            accountability.State.Agency.Should().Be(Bodies.Supervision);
            opinion.State.Children.Should().Contain(child => child.Linked && child.Id == accountability.Id);
            accountability["source"].Should().Be("public-opinion");
            accountability["concerns.agency"].Should().Be(Bodies.Bureau);
            accountability["matter"].Should().Be("次日才报送");
            accountability["conduct"].Should().Be("other");
        }
    }

    [Test, Rule("HD-OPN-03")]
    public void Poor_work_is_referred_when_the_evaluation_has_found_its_effect()
    {
        var given = Opinions.Failing("poor-work");
        Opinions.Finished(Opinions.Sensitive).Refuse("refer-to-accountability", given).CitesOnly("HD-OPN-03", "一(五)");
        Opinions.Finished(Opinions.Sensitive).Fire("evaluate", Opinions.Evaluation).Refuse("refer-to-accountability", given).CitesOnly("HD-OPN-03", "一(五)");
        Opinions.Finished(Opinions.Sensitive).Fire("evaluate", Opinions.Evaluation.With("evaluation.poorWork", true))
            .Fire("refer-to-accountability", given).Issued.Should().Contain("referral 桦舆移〔2026〕1号");
    }
}
