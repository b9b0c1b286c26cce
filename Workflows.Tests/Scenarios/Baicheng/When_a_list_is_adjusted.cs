using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_a_list_is_adjusted
{
    [Test, Rule("BC-LST-01")]
    public void It_is_applied_for_within_ten_working_days_of_the_cause()
    {
        Case.OpeningNeeds(Lists.Procedure, Bodies.Commerce, Lists.Functions, "item.name", "adjustment.kind", "cause.kind", "cause.description", "cause.source", "cause.occurredOn");
        var adjustment = Case.OpenOnlyAs("handler", Catalogue.World().On("2026-03-05"), Lists.Procedure, Bodies.Commerce, Lists.Functions);
        adjustment.Due("application").Should().Be("2026-03-16");
        adjustment.Needs("apply", Lists.Application, "application.content", "application.legalGrounds");
        adjustment.FireOnlyAs("handler", "apply", Lists.Application);
        adjustment.Due("application").Should().BeNull();
        adjustment.State.State.Should().Be("establishment-check");
    }

    [Test, Rule("BC-LST-01"), Rule("CNT-02")]
    public void Ten_working_days_over_Spring_Festival() =>
        // 12, 13 and the made-up Saturday 14 February, then 24 to 28 (a made-up Saturday), 2 and 3 March.
        Lists.Arisen("2026-02-12", Lists.Functions.With("cause.occurredOn", "2026-02-11")).Due("application").Should().Be("2026-03-03");

    [Test, Rule("BC-LST-01")]
    public void What_a_law_is_not_the_cause_of_has_no_days_of_a_law()
    {
        var adjustment = Lists.Arisen("2026-03-05", Lists.Functions.With("law.publishedOn", "2026-01-05").With("law.effectiveOn", "2026-05-01"));
        adjustment["law.publishedOn"].Should().BeNull();
        adjustment["law.effectiveOn"].Should().BeNull();
    }

    [Test, Rule("BC-LST-02")]
    public void A_law_counts_from_its_publication_and_is_carried_out_when_it_takes_effect()
    {
        Case.OpeningNeeds(Lists.Procedure, Bodies.Commerce, Lists.Law, "law.publishedOn", "law.effectiveOn");
        var adjustment = Lists.Arisen("2026-03-05", Lists.Law);
        adjustment["cause.occurredOn"].Should().Be("2026-03-02");
        adjustment.Due("application").Should().Be("2026-03-16");
        adjustment.Fire("apply", Lists.Application).Decides(Lists.Agreed).Decides(Lists.Agreed).Decides(Lists.Agreed);
        adjustment.On("2026-04-30").Refuse("adjust", Lists.Adjusted("2026-04-30")).CitesOnly("BC-LST-02", "第八条");
        adjustment.Refuse("adjust", Lists.Adjusted("2026-05-01")).Code.Should().Be(RefusalCode.Invalid, "the day has not come");
        adjustment.On("2026-05-01").Fire("adjust", Lists.Adjusted("2026-05-01")).State.State.Should().Be("adjusted");
    }

    [Test, Rule("BC-LST-02")]
    public void Any_other_cause_is_carried_out_when_it_is_approved() =>
        Lists.Approved("2026-03-05").Fire("adjust", Lists.Adjusted("2026-03-05")).State.State.Should().Be("adjusted");

    [Test, Rule("BC-LST-02")]
    public void What_is_not_applied_for_in_time_comes_to_the_establishment_body_which_may_order_it()
    {
        var adjustment = Lists.Arisen("2026-03-05", Lists.Law).On("2026-03-16");
        adjustment.State.State.Should().Be("preparing");
        adjustment.On("2026-03-17").State.State.Should().Be("overdue");
        adjustment.MovedOn.Should().Be("2026-03-16");
        var supervision = adjustment.Child(Lists.Supervision);
        supervision.State.Agency.Should().Be(Bodies.Establishment);
        supervision["ground"].Should().Be("not-applied");
        supervision["source"].Should().Be("overdue");
        supervision["matter"].Should().Be("家电补贴企业备案");
        supervision.Refuse("order", Lists.Order("correct").With("order.correctBy", "2026-03-31")).CitesOnly("BC-LST-02", "第八条");
        supervision.Fire("order", Lists.Order("apply").With("order.correctBy", "2026-03-31"));

        adjustment.Needs("apply", Lists.Application, "application.content", "application.legalGrounds");
        adjustment.FireOnlyAs("handler", "apply", Lists.Application).State.State.Should().Be("establishment-check");
        adjustment.Child(Lists.Opinion).State.Agency.Should().Be(Bodies.Establishment);
        supervision.Fire("confirm-corrected").State.Outcome.Should().Be("corrected");
    }

    [Test, Rule("BC-LST-02")]
    public void Other_grounds_need_no_order_to_apply() =>
        Lists.Reported("not-published").Fire("order", Lists.Order("correct")).State.State.Should().Be("ordered");

    [Test, Rule("BC-LST-03")]
    public void The_establishment_body_checks_the_legal_body_reviews_and_the_government_approves()
    {
        var adjustment = Lists.Applied("2026-03-05");
        foreach (var (index, agency, stage) in new[] { (0, Bodies.Establishment, "establishment-check"), (1, Bodies.BaichengLegal, "legality-review"), (2, Bodies.Baicheng, "government-approval") })
        {
            adjustment.State.State.Should().Be(stage);
            adjustment.Refuse("adjust", Lists.Adjusted("2026-03-05")).Code.Should().Be(RefusalCode.NotAllowed);
            var opinion = adjustment.Child(Lists.Opinion, index);
            opinion.State.Agency.Should().Be(agency);
            opinion["stage"].Should().Be(stage);
            opinion["item.name"].Should().Be("家电补贴企业备案");
            opinion["adjustment.kind"].Should().Be("add");
            opinion["application.content"].Should().Be("申请增加");
            opinion["application.legalGrounds"].Should().Be("某条例第八条");
            opinion.Needs("decide", Lists.Agreed, "result").Needs("decide", Lists.Refused, "reasons");
            opinion.FireOnlyAs("decider", "decide", Lists.Agreed).State.Outcome.Should().Be("agreed");
        }

        adjustment.State.State.Should().Be("approved");
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [Rule("BC-LST-03")]
    public void Each_of_the_three_can_refuse(int agreeing)
    {
        var adjustment = Lists.Applied("2026-03-05");
        for (var i = 0; i < agreeing; i++)
            adjustment.Decides(Lists.Agreed);
        adjustment.Decides(Lists.Refused).State.Outcome.Should().Be("refused");
        adjustment["refusal.reasons"].Should().Be("没有设定依据");
        adjustment.Child(Lists.Opinion, agreeing).State.Outcome.Should().Be("refused");
    }

    [Test, Rule("BC-LST-03")]
    public void The_list_is_changed_and_published_in_a_prominent_place()
    {
        var adjustment = Lists.Approved("2026-03-05").On("2026-03-10");
        adjustment.Needs("adjust", Lists.Adjusted("2026-03-09"), "adjustedOn").FireOnlyAs("handler", "adjust", Lists.Adjusted("2026-03-09"));
        adjustment.Due("publication").Should().Be("2026-04-07");
        adjustment.Refuse("publish-list", new Given { ["publication.ways"] = new[] { "newspaper" } }).CitesOnly("BC-LST-03", "第十条");
        adjustment.Needs("publish-list", Lists.OnTheSite, "publication.ways");
        adjustment.FireOnlyAs("office", "publish-list", Lists.OnTheSite).State.Outcome.Should().Be("adjusted");
        adjustment["publishedOn"].Should().Be("2026-03-10");
    }

    [Test, Rule("BC-LST-03")]
    public void An_opinion_is_asked_for_by_an_adjustment()
    {
        var asked = Lists.Application.With("stage", "legality-review").With("item.name", "备案").With("adjustment.kind", "add");
        Handover.OnlyFromAnotherCase(Lists.Opinion, Bodies.BaichengLegal, asked);
        Handover.IsComplete(Lists.Opinion, Bodies.Commerce, Bodies.BaichengLegal, asked, [.. asked.Keys]);
    }
}
