using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Filing;

public class When_it_is_clarified
{
    [Test, Rule("HD-CLR-02"), Rule("HD-CLR-03"), Rule("HD-CLR-01")]
    public void In_a_departments_name_its_head_approves()
    {
        var one = Clarifications.Confirmed();
        one.Needs("prepare", Clarifications.Plan, [.. Clarifications.Plan.Keys]).FireOnlyAs("handler", "prepare", Clarifications.Plan);
        one.State.State.Should().Be("approval");
        one.Refuse("submit-to-city").CitesOnly("HD-CLR-02", "第七条第(二)项");
        one.FireOnlyAs("agency-leader", "approve");
        one.State.State.Should().Be("approved");
        one.State.Children.Should().BeEmpty();
        one.Needs("clarify", Clarifications.Channels, "clarification.channels").FireOnlyAs("handler", "clarify", Clarifications.Channels);
        one.State.Outcome.Should().Be("clarified");
        one["clarification.releasedOn"].Should().Be("2026-03-02");
        one["clarification.channels"].Should().Be("government-site,radio");
        one.Issued.Should().Equal("clarification 桦澄清〔2026〕1号");
        one.Letter("clarification").Template.Should().Be("huadian.clarification");
        one.Printed("clarification", "clarification.content").Should().Be("各校照常上课");
    }

    [Test, Rule("HD-CLR-02")]
    public void A_head_who_declines_sends_it_back_with_the_reasons()
    {
        var one = Clarifications.Prepared(Clarifications.Plan);
        var reasons = new Given { ["approval.reasons"] = "措辞不妥" };
        one.Needs("decline", reasons, "approval.reasons").FireOnlyAs("agency-leader", "decline", reasons);
        one.State.State.Should().Be("confirmed");
        one["approval.reasons"].Should().Be("措辞不妥");
    }

    [Test, Rule("HD-CLR-02")]
    public void In_the_citys_name_the_city_approves()
    {
        var one = Clarifications.Prepared(Clarifications.Plan.With("clarification.name", "city"));
        one.Refuse("approve").CitesOnly("HD-CLR-02", "第七条第(一)项");
        one.FireOnlyAs("agency-leader", "submit-to-city");
        one.State.State.Should().Be("city-approval");
        var approval = one.Child("huadian.approval");
        approval.State.Agency.Should().Be(Bodies.Government);
        approval["information.content"].Should().Be("各校照常上课");
        approval["ground"].Should().Be("以市政府名义澄清，须经市政府批准");
        approval.Fire("decide", Clarifications.Approving);
        one.State.State.Should().Be("approved");
    }

    [Test, Rule("HD-CLR-02")]
    public void What_is_important_or_sensitive_the_head_and_then_the_city_approve()
    {
        var one = Clarifications.Prepared(Clarifications.Plan.With("clarification.importantOrSensitive", true)).Fire("approve");
        one.State.State.Should().Be("city-approval");
        var approval = one.Child("huadian.approval");
        approval.State.Agency.Should().Be(Bodies.Government);
        approval["ground"].Should().Be("涉及重要事项或敏感问题，须经市政府批准");
        approval.Fire("decide", Clarifications.RefusingApproval);
        one.State.State.Should().Be("confirmed");
        one["approval.reasons"].Should().Be("暂缓");
    }

    [Test, Rule("HD-CLR-02")]
    public void What_touches_others_has_the_consent_of_each_of_them_first()
    {
        var one = Clarifications.Confirmed();
        one.Refuse("prepare", Clarifications.TouchingOthers.Without("departments")).Misses("departments", "HD-CLR-02");
        one.Fire("prepare", Clarifications.TouchingOthers).State.State.Should().Be("consent");
        one["clarification.touchesOthers"].Should().Be(true);
        one.Refuse("approve");
        var (first, second) = (one.Child(Clarifications.Consent), one.Child(Clarifications.Consent, 1));
        first.State.Agency.Should().Be(Bodies.Price);
        second.State.Agency.Should().Be(Bodies.Secrecy);
        first["rumour.content"].Should().Be("全市停课");
        first["clarification.content"].Should().Be("各校照常上课");
        first["matter"].Should().Be("收费标准");
        first.Needs("answer", Clarifications.Refusing, "answer.position", "answer.reasons").FireOnlyAs("agency-leader", "answer", Clarifications.Consenting);
        first.State.State.Should().Be("consented");
        first.State.Outcome.Should().Be("consented");
        one.State.State.Should().Be("consent", "one has not answered");
        second.Fire("answer", Clarifications.Consenting);
        one.State.State.Should().Be("approval");
    }

    [TestCase(0)]
    [TestCase(1)]
    [Rule("HD-CLR-02")]
    public void Without_it_the_text_is_thought_over(int refusing)
    {
        var one = Clarifications.Prepared(Clarifications.TouchingOthers);
        var departments = new[] { one.Child(Clarifications.Consent), one.Child(Clarifications.Consent, 1) };
        for (var index = 0; index < departments.Length; index++)
        {
            one.State.State.Should().Be("consent");
            departments[index].Fire("answer", index == refusing ? Clarifications.Refusing : Clarifications.Consenting);
        }

        departments[refusing].State.Outcome.Should().Be("refused");
        one.State.State.Should().Be("confirmed");
        one.Fire("prepare", Clarifications.TouchingOthers);
        foreach (var again in new[] { one.Child(Clarifications.Consent, 2), one.Child(Clarifications.Consent, 3) })
            again.Fire("answer", Clarifications.Consenting);
        one.State.State.Should().Be("approval", "what was refused before does not count");
    }

    [Test, Rule("HD-CLR-02")]
    public void Why_it_was_refused_comes_back()
    {
        var one = Clarifications.Prepared(Clarifications.TouchingOthers);
        one.Child(Clarifications.Consent).Fire("answer", Clarifications.Consenting);
        one.Child(Clarifications.Consent, 1).Fire("answer", Clarifications.Refusing);
        one["approval.reasons"].Should().Be("口径不一致");
    }

    [Test, Rule("HD-CLR-02")]
    public void A_department_is_asked_by_another_case_and_about_a_text()
    {
        var input = new Given { ["rumour.content"] = "停课", ["clarification.content"] = "照常", ["matter"] = "收费" };
        Handover.IsComplete(Clarifications.Consent, Bodies.Bureau, Bodies.Price, input, [.. input.Keys]);
        Handover.OnlyFromAnotherCase(Clarifications.Consent, Bodies.Price, input);
    }

    [Test, Rule("HD-CLR-03")]
    public void An_emergency_follows_its_own_rules()
    {
        var one = Clarifications.Confirmed();
        foreach (var field in new[] { "emergencyRule.name", "emergencyRule.approval" })
            one.Refuse("prepare", Clarifications.Emergency.Without(field)).Misses(field, "HD-CLR-03");
        one.Refuse("prepare", Clarifications.Plan.Without("emergency")).Misses("emergency", "HD-CLR-03");
        one.Fire("prepare", Clarifications.Emergency).State.State.Should().Be("approved");
        one.State.Children.Should().BeEmpty();
        one["emergencyRule.name"].Should().Be("突发事件应对法");
        one["emergencyRule.approval"].Should().Be("应急指挥部批准");
        one.Fire("clarify", Clarifications.Channels).State.Outcome.Should().Be("clarified");
    }
}
