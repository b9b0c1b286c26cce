using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_a_decision_is_pre_disclosed
{
    [Test, Rule("BC-PRE-01")]
    public void The_draft_and_its_reasons_are_published_before_the_decision()
    {
        Case.OpeningNeeds(PreDisclosure.Procedure, Bodies.Commerce, PreDisclosure.Matter, "matter.title", "matter.kind", "draft.content", "draft.reasons", "decidedIn");
        var disclosure = Case.OpenOnlyAs("drafter", Catalogue.World().On("2026-03-02"), PreDisclosure.Procedure, Bodies.Commerce, PreDisclosure.Matter);
        disclosure.Refuse("decide", Decision).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.Fire("record-secrecy-check", PreDisclosure.Clear);
        disclosure.Refuse("decide", Decision).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.FireOnlyAs("office", "publish", PreDisclosure.For(3));

        disclosure.Letter("pre-disclosure-notice").Template.Should().Be("baicheng.pre-disclosure-notice");
        disclosure.Issued.Should().Equal("pre-disclosure-notice 白商预公开〔2026〕1号");
        disclosure.Printed("pre-disclosure-notice", "draft.content").Should().Be("新建两处农贸市场");
        disclosure.Printed("pre-disclosure-notice", "draft.reasons").Should().Be("方便居民");
        disclosure.Printed("pre-disclosure-notice", "clocks.window.due").Should().Be("2026-03-05");

        disclosure.Refuse("decide", Decision).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.On("2026-03-05").Refuse("decide", Decision).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.On("2026-03-06").Refuse("decide", Decision).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.Fire("complete", PreDisclosure.Adjusted).State.State.Should().Be("awaiting-decision");
        disclosure.Needs("decide", Decision, "decision.content");
        disclosure.FireOnlyAs("leader", "decide", Decision).State.Outcome.Should().Be("decided");
        disclosure["decision.decidedOn"].Should().Be("2026-03-06");
    }

    [Test, Rule("BC-PRE-01")]
    public void What_is_decided_elsewhere_ends_when_it_has_been_held()
    {
        var disclosure = PreDisclosure.Published("2026-03-02", 1, PreDisclosure.Matter.With("decidedIn", "parent")).On("2026-03-04");
        disclosure.Fire("complete", PreDisclosure.Adjusted).State.Outcome.Should().Be("held");
    }

    [Test, Rule("BC-PRE-02")]
    public void The_day_of_publication_is_not_counted_and_the_window_closes_by_itself()
    {
        var disclosure = PreDisclosure.Published("2026-03-05", 1);
        disclosure["publishedOn"].Should().Be("2026-03-05");
        disclosure.Due("window").Should().Be("2026-03-06");
        disclosure.On("2026-03-06").State.State.Should().Be("window-open");
        disclosure.On("2026-03-07").State.State.Should().Be("window-closed");
        disclosure.MovedOn.Should().Be("2026-03-06");
        disclosure.Due("window").Should().BeNull();
    }

    [TestCase(1, "2026-03-03")]
    [TestCase(2, "2026-03-04")]
    [TestCase(3, "2026-03-05")]
    [TestCase(4, "2026-03-06")]
    [TestCase(5, "2026-03-09")]
    [TestCase(6, "2026-03-10")]
    [TestCase(7, "2026-03-11")]
    [Rule("BC-PRE-02")]
    public void The_bureau_chooses_one_to_seven_working_days(int days, string last) =>
        PreDisclosure.Published("2026-03-02", days).Due("window").Should().Be(last);

    [TestCase("days-0")]
    [TestCase("days-8")]
    [Rule("BC-PRE-02")]
    public void Longer_than_seven_working_days_or_none_at_all_is_refused(string length)
    {
        var disclosure = PreDisclosure.Cleared("2026-03-02");
        var refusal = disclosure.Refuse("publish", PreDisclosure.For(7).With("window.length", length));
        refusal.Code.Should().Be(RefusalCode.Invalid);
        refusal.Fields.Select(problem => problem.Field).Should().Equal("window.length");
        disclosure.Needs("publish", PreDisclosure.For(7), "window.length");
        disclosure.State.State.Should().Be("cleared");
    }

    [Test, Rule("BC-PRE-02"), Rule("CNT-02")]
    public void Seven_working_days_over_National_Day_go_round_the_holiday_and_take_the_made_up_Saturday()
    {
        // 1 to 7 October are off; Saturday the 10th is worked.
        var disclosure = PreDisclosure.Published("2026-09-28", 7);
        disclosure.Due("window").Should().Be("2026-10-13");
        disclosure.On("2026-10-13").State.State.Should().Be("window-open");
        disclosure.On("2026-10-14").State.State.Should().Be("window-closed");
    }

    [Test, Rule("BC-PRE-02"), Rule("CNT-02")]
    public void The_last_working_day_before_Spring_Festival_can_be_a_Saturday() =>
        PreDisclosure.Published("2026-02-13", 1).Due("window").Should().Be("2026-02-14");

    [Test, Rule("BC-PRE-03")]
    public void Each_opinion_is_recorded_with_how_it_was_dealt_with_before_the_draft_is_adjusted()
    {
        var disclosure = PreDisclosure.Published("2026-03-02", 2);
        disclosure.Needs("record-opinion", new Given { ["opinion.content"] = "增加停车位" }, "opinion.content");
        disclosure.FireOnlyAs("drafter", "record-opinion", new Given { ["opinion.content"] = "增加停车位" });
        disclosure.On("2026-03-03").Says("建在城南");
        disclosure["opinion.content"].Should().Be("建在城南");
        var (first, second) = (disclosure.Child(PreDisclosure.Opinion, 0), disclosure.Child(PreDisclosure.Opinion, 1));
        first["opinion.content"].Should().Be("增加停车位");
        first["opinion.receivedOn"].Should().Be("2026-03-02");
        second["opinion.receivedOn"].Should().Be("2026-03-03");

        disclosure.On("2026-03-05").Refuse("complete", PreDisclosure.Adjusted).CitesOnly("BC-PRE-03", "第一条");
        first.Needs("deal-with", new Given { ["handling.result"] = "adopted" }, "handling.result");
        first.FireOnlyAs("drafter", "deal-with", new Given { ["handling.result"] = "adopted" }).State.Outcome.Should().Be("dealt-with");
        disclosure.Refuse("complete", PreDisclosure.Adjusted).CitesOnly("BC-PRE-03", "第一条");
        second.Needs("deal-with", new Given { ["handling.result"] = "not-adopted", ["handling.reason"] = "用地不足" }, "handling.reason");
        second.Dealt("not-adopted");
        disclosure.Needs("complete", PreDisclosure.Adjusted, "adjustment.summary");
        disclosure.FireOnlyAs("drafter", "complete", PreDisclosure.Adjusted);
        disclosure["adjustment.summary"].Should().Be("采纳一条，方案增加停车位");
        disclosure.State.State.Should().Be("awaiting-decision");
    }

    [Test, Rule("BC-PRE-03")]
    public void Opinions_are_collected_while_the_window_is_open()
    {
        var disclosure = PreDisclosure.Cleared("2026-03-02");
        disclosure.Refuse("record-opinion", new Given { ["opinion.content"] = "早到" }).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.Fire("publish", PreDisclosure.For(1)).On("2026-03-04").Refuse("record-opinion", new Given { ["opinion.content"] = "晚到" }).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("BC-PRE-03")]
    public void An_opinion_belongs_to_a_pre_disclosure()
    {
        Handover.OnlyFromAnotherCase(PreDisclosure.Opinion, Bodies.Commerce, new Given { ["opinion.content"] = "意见" });
        Handover.IsComplete(PreDisclosure.Opinion, Bodies.Commerce, Bodies.Commerce, new Given { ["opinion.from"] = "孙七", ["opinion.content"] = "意见" }, "opinion.content");
    }

    [Test, Rule("BC-PRE-04")]
    public void Nothing_is_pre_disclosed_before_the_secrecy_check()
    {
        var disclosure = PreDisclosure.Begun("2026-03-02");
        disclosure.Refuse("publish", PreDisclosure.For(7)).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.Needs("record-secrecy-check", PreDisclosure.Clear, "secrecyCheck.result", "secrecyCheck.reviewer");
        disclosure.FireOnlyAs("secrecy-reviewer", "record-secrecy-check", PreDisclosure.Clear);
        disclosure["secrecyCheck.checkedOn"].Should().Be("2026-03-02");
        disclosure.State.State.Should().Be("cleared");
    }

    [Test, Rule("BC-PRE-04")]
    public void Secrets_and_privacy_may_not_be_pre_disclosed()
    {
        var disclosure = PreDisclosure.Begun("2026-03-02").Needs("record-secrecy-check", PreDisclosure.Secrets, "secrecyCheck.found");
        disclosure.Fire("record-secrecy-check", PreDisclosure.Secrets);
        disclosure["secrecyCheck.checkedOn"].Should().Be("2026-03-02");
        disclosure.Refuse("publish", PreDisclosure.For(7)).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.Needs("revise", Revised, "draft.content", "draft.reasons");
        disclosure.FireOnlyAs("drafter", "revise", Revised);
        disclosure["secrecyCheck.found"].Should().BeNull();
        disclosure["draft.content"].Should().Be("新建两处农贸市场（不列企业报价）");
        disclosure.Refuse("publish", PreDisclosure.For(7)).Code.Should().Be(RefusalCode.NotAllowed);
        disclosure.Fire("record-secrecy-check", PreDisclosure.Clear).State.State.Should().Be("cleared");
    }

    [Test, Rule("BC-PRE-04")]
    public void What_cannot_be_freed_of_secrets_is_not_pre_disclosed()
    {
        var disclosure = PreDisclosure.Begun("2026-03-02").Fire("record-secrecy-check", PreDisclosure.Secrets);
        disclosure.FireOnlyAs("leader", "give-up").State.Outcome.Should().Be("not-permitted");
    }

    [Test, Rule("BC-PRE-05")]
    public void The_channels_are_recorded()
    {
        var disclosure = PreDisclosure.Cleared("2026-03-02").Needs("publish", PreDisclosure.For(7), "channels");
        var other = PreDisclosure.For(7).With("channels", new[] { "media", "other" }).With("channels.other", "社区公告栏");
        disclosure.Needs("publish", other, "channels.other");
        disclosure.FireOnlyAs("office", "publish", other)["channels"].Should().Be("media,other");
    }

    private static Given Decision { get; } = new() { ["decision.content"] = "同意实施" };

    private static Given Revised { get; } = new() { ["draft.content"] = "新建两处农贸市场（不列企业报价）", ["draft.reasons"] = "方便居民" };
}
