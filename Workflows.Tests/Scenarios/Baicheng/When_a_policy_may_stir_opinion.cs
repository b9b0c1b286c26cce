using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_a_policy_may_stir_opinion
{
    [Test, Rule("BC-OPN-02")]
    public void Its_risk_is_graded_and_a_plan_is_made()
    {
        Case.OpeningNeeds(NormativeDocument.Risk, Bodies.Commerce, Sentiment.Policy, "policy.title", "policy.content");
        var risk = Case.OpenOnlyAs("drafter", Catalogue.World().On("2026-03-02"), NormativeDocument.Risk, Bodies.Commerce, Sentiment.Policy);
        risk.Needs("assess", Sentiment.Risk, "assessment.ways", "risk.description", "risk.grade", "risk.plan");
        risk.FireOnlyAs("analyst", "assess", Sentiment.Risk).State.Outcome.Should().Be("assessed");
        risk["risk.grade"].Should().Be("medium");
    }
}
