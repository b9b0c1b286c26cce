using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Publication;

public class When_information_is_put_forward
{
    [TestCase("2026-02-02", "2026-03-06", Description = "Spring Festival, 15 to 23 February; 14 and 28 February are worked")]
    [TestCase("2026-09-24", "2026-10-29", Description = "Mid-Autumn and National Day; 10 October is worked")]
    [Rule("HD-PRO-01")]
    public void It_is_published_within_twenty_working_days_of_the_day_on_which_it_was_made_or_changed(string made, string due)
    {
        var disclosure = Disclosures.Opened("2026-11-02", Disclosures.Information.With("information.changedOrMadeOn", made));
        disclosure.Due("publication").Should().Be(due);
        disclosure.Due("publication-by-law").Should().BeNull();
        disclosure["information.changedOrMadeOn"].Should().Be(made);
        disclosure.State.State.Should().Be("review");
    }

    [Test, Rule("HD-PRO-01")]
    public void Without_that_day_the_limit_counts_from_the_day_on_which_it_was_put_forward()
    {
        var disclosure = Disclosures.Opened("2026-03-04", Disclosures.Information.Without("information.changedOrMadeOn"));
        disclosure["information.changedOrMadeOn"].Should().Be("2026-03-04");
        disclosure.Due("publication").Should().Be("2026-04-01");
    }

    [Test, Rule("HD-PRO-01")]
    public void What_is_not_made_yet_has_no_limit() =>
        Case.RefuseToOpen(Catalogue.World().On("2026-03-02"), Disclosures.Procedure, Bodies.Bureau, Disclosures.Information.With("information.changedOrMadeOn", "2026-03-03"))
            .Fields.Select(problem => problem.Field).Should().Equal("information.changedOrMadeOn");

    [TestCase("information.title")]
    [TestCase("source")]
    [Rule("HD-PRO-01")]
    public void It_has_a_title_and_a_source(string field) =>
        Case.RefuseToOpen(Catalogue.World(), Disclosures.Procedure, Bodies.Bureau, Disclosures.Information.Without(field).With("information.changedOrMadeOn", null))
            .Fields.Select(problem => problem.Field).Should().Equal(field);

    [Test, Rule("HD-PRO-01")]
    public void Only_the_disclosure_office_puts_it_forward()
    {
        var world = Catalogue.World().On("2026-03-02");
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Disclosures.Procedure, Bodies.Bureau, Disclosures.Information).Code.Should().Be(RefusalCode.NotAllowed);
        world.Actor = Bodies.Only(Bodies.Bureau, "handler");
        Case.Open(world, Disclosures.Procedure, Bodies.Bureau, Disclosures.Information).State.State.Should().Be("review");
    }

    [Test, Rule("HD-PRO-01")]
    public void A_law_can_set_another_limit_which_is_named()
    {
        var disclosure = Disclosures.Opened();
        var law = new Given { ["limit.law"] = "突发事件应对法 第五十三条", ["limit.until"] = "2026-03-09" };
        disclosure.Needs("apply-other-limit", law, "limit.law", "limit.until").FireOnlyAs("office-head", "apply-other-limit", law);
        disclosure.Due("publication").Should().BeNull("the general limit does not apply");
        disclosure.Due("publication-by-law").Should().Be("2026-03-09");
        disclosure["limit.kind"].Should().Be("other");
        disclosure["limit.law"].Should().Be("突发事件应对法 第五十三条");
    }

    [Test, Rule("HD-PRO-01")]
    public void What_is_not_within_the_scope_is_withdrawn_by_the_head_of_the_office_with_the_reason()
    {
        var disclosure = Disclosures.Escalated();
        var reason = new Given { ["withdrawal.reason"] = "只涉及部分人，属于依申请公开" };
        disclosure.Refuse("withdraw", reason).CitesOnly("HD-PRO-01", null);
        disclosure.Child(Huadian.Application.Review).Withdraw();
        disclosure.Needs("withdraw", reason, "withdrawal.reason").FireOnlyAs("office-head", "withdraw", reason);
        disclosure.State.State.Should().Be("not-published");
        disclosure.State.Outcome.Should().Be("not-published");
        disclosure.Facts("catalogue-proactive").Should().BeEmpty();
        disclosure.Facts("non-disclosure-register").Should().BeEmpty();
    }

    [Test, Rule("HD-PRO-01")]
    public void Publication_ends_the_limit()
    {
        var disclosure = Disclosures.Reviewed().On("2026-03-06").FireOnlyAs("handler", "publish", Disclosures.Website);
        disclosure.State.State.Should().Be("published");
        disclosure.State.Outcome.Should().Be("published");
        disclosure["publishedOn"].Should().Be("2026-03-06");
        disclosure.State.Clocks.Should().BeEmpty();
    }
}
