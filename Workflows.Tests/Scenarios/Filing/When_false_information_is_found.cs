using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Filing;

public class When_false_information_is_found
{
    [TestCase("rumour.content")]
    [TestCase("rumour.where")]
    [TestCase("rumour.source")]
    [Rule("HD-CLR-01")]
    public void What_is_found_or_reported_says_what_where_and_by_whom(string field)
    {
        Case.RefuseToOpen(Catalogue.World(), Clarifications.Procedure, Bodies.Bureau, Clarifications.Rumour.Without(field))
            .Fields.Select(problem => problem.Field).Should().Equal(field);
        var found = Clarifications.Found();
        found["reporter.name"].Should().Be("赵一");
        found["rumour.source"].Should().Be("public");
    }

    [Test, Rule("HD-CLR-01")]
    public void Those_who_search_record_it()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("finder");
        Case.RefuseToOpen(world, Clarifications.Procedure, Bodies.Bureau, Clarifications.Rumour).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [TestCase("untrue", "confirmed")]
    [TestCase("incomplete", "confirmed")]
    [TestCase("true-information", "not-false")]
    [Rule("HD-CLR-01")]
    public void The_agency_confirms_it(string result, string state)
    {
        var found = Clarifications.Found();
        found.Needs("confirm", Clarifications.Finding(result), "confirmation.result", "confirmation.facts");
        found.FireOnlyAs("handler", "confirm", Clarifications.Finding(result));
        found.State.State.Should().Be(state);
        found["confirmation.facts"].Should().Be("没有停课通知");
        if (state == "not-false")
            found.State.Outcome.Should().Be("not-false");
    }

    [TestCase("untrue", "confirmed", "confirmed")]
    [TestCase("incomplete", "confirmed", "confirmed")]
    [TestCase("true-information", "not-false", "not-false")]
    [Rule("HD-CLR-01")]
    public void What_it_cannot_confirm_the_competent_department_does(string result, string outcome, string state)
    {
        var found = Clarifications.Found();
        found.Needs("ask-competent-department", Clarifications.Doubt, "confirmation.doubt").FireOnlyAs("handler", "ask-competent-department", Clarifications.Doubt);
        found.State.State.Should().Be("awaiting-confirmation");
        var asked = found.Child(Clarifications.Confirmation);
        asked.State.Agency.Should().Be(Bodies.City);
        asked["rumour.content"].Should().Be("全市停课");
        asked["rumour.where"].Should().Be("互联网");
        asked["confirmation.doubt"].Should().Be("涉及上级部署");
        asked.Needs("confirm", Clarifications.Finding(result), "confirmation.result", "confirmation.facts")
            .FireOnlyAs("confirmer", "confirm", Clarifications.Finding(result));
        asked.State.State.Should().Be(outcome);
        asked.State.Outcome.Should().Be(outcome);
        found.State.State.Should().Be(state);
        found["confirmation.result"].Should().Be(result);
        found["confirmation.facts"].Should().Be("没有停课通知");
    }

    [Test, Rule("HD-CLR-01")]
    public void A_question_withdrawn_comes_back_to_the_agency()
    {
        var found = Clarifications.WithCompetentDepartment();
        found.Child(Clarifications.Confirmation).Withdraw();
        found.State.State.Should().Be("found");
    }

    [Test, Rule("HD-CLR-01")]
    public void The_competent_department_takes_only_what_says_why()
    {
        var input = Clarifications.Rumour.Without("rumour.source", "reporter.name").With(Clarifications.Doubt);
        Handover.IsComplete(Clarifications.Confirmation, Bodies.Bureau, Bodies.City, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Clarifications.Confirmation, Bodies.City, input);
    }

    [TestCase("not-found")]
    [TestCase("not-clarified")]
    [Rule("HD-CLR-04")]
    public void What_is_missed_or_late_with_grave_effect_is_referred_whatever_the_state_of_the_case(string failing)
    {
        var given = Clarifications.Referral.With("referral.failing", failing);
        foreach (var found in new[] { Clarifications.Found(), Clarifications.Approved().Fire("clarify", Clarifications.Channels) })
        {
            found.Refuse("refer-to-accountability", given.With("referral.grave", false)).CitesOnly("HD-CLR-04", "第八条");
            found.Needs("refer-to-accountability", given, "referral.failing", "referral.agency", "referral.matter");
            found.FireOnlyAs("agency-leader", "refer-to-accountability", given);
            found.Issued.Last().Should().Be("referral 桦澄移〔2026〕1号");
            found.Letter("referral").Template.Should().Be("huadian.clarification-referral");
            found.Printed("referral", "referral.failing").Should().Be(failing);
            found.Printed("referral", "referral.agency").Should().Be(Bodies.Bureau);
            found.Printed("referral", "referral.matter").Should().Be("三日未澄清，引发聚集");
            var accountability = found.Child("huadian.accountability");
            accountability.State.Agency.Should().Be(Bodies.Supervision);
            found.State.Children.Should().Contain(child => child.Linked && child.Id == accountability.Id);
            accountability["source"].Should().Be("clarification");
            accountability["concerns.agency"].Should().Be(Bodies.Bureau);
            accountability["matter"].Should().Be("三日未澄清，引发聚集");
            accountability["conduct"].Should().Be("other");
            accountability["grave"].Should().Be(true);
        }
    }

    [Test, Rule("HD-CLR-04")]
    public void Whether_the_effect_is_grave_is_said() =>
        Clarifications.Found().Refuse("refer-to-accountability", Clarifications.Referral.Without("referral.grave")).Fields
            .Select(problem => problem.Field).Should().Equal("referral.grave");
}
