using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>The establishment body hears citizens and orders corrections.</summary>
public class When_the_lists_are_supervised
{
    private static readonly Given Proposal = new() { ["accountability.proposal"] = "追究分管负责人的责任" };

    [Test, Rule("BC-LST-05"), Rule("BC-LST-04")]
    public void Opinions_and_complaints_go_to_the_establishment_body()
    {
        Case.OpeningNeeds(Lists.Supervision, Bodies.Establishment, Lists.Report("unauthorised"), "source", "concerns.agency", "ground", "matter");
        var supervision = Case.Open(Catalogue.World().On("2026-03-02"), Lists.Supervision, Bodies.Establishment, Lists.Report("suggestion"));
        supervision["reporter"].Should().Be("周八");
        supervision.Refuse("order", Lists.Order("correct")).CitesOnly("BC-LST-05", "第九条");
        supervision.Needs("respond", Response, "response").Fire("respond", Response).State.Outcome.Should().Be("responded");
    }

    [Test, Rule("BC-LST-05")]
    public void A_complaint_is_looked_into()
    {
        var supervision = Lists.Reported("unauthorised");
        supervision.Refuse("respond", Response).CitesOnly("BC-LST-05", "第九条");
        var findings = new Given { ["findings"] = "不属实" };
        supervision.Needs("find-unfounded", findings, "findings").Fire("find-unfounded", findings).State.Outcome.Should().Be("unfounded");
    }

    [TestCase("unauthorised")]
    [TestCase("altered")]
    [TestCase("disguised")]
    [Rule("BC-LST-05")]
    public void Powers_taken_altered_or_disguised_are_rectified_or_called_to_account(string ground)
    {
        var supervision = Lists.Reported(ground);
        supervision.Refuse("order", Lists.Order("correct")).CitesOnly("BC-LST-05", "第十四条");
        supervision.Fire("order", Lists.Order("rectify")).On("2026-03-21");
        supervision.Needs("record-not-corrected", Proposal, "accountability.proposal");
        supervision.Fire("record-not-corrected", Proposal).State.Outcome.Should().Be("called-to-account");
    }

    [TestCase("not-published", "correct")]
    [TestCase("no-supervision-measures", "self-criticism")]
    [TestCase("not-published", "criticism")]
    [Rule("BC-LST-04")]
    public void What_was_not_done_is_corrected_within_a_time(string ground, string measure)
    {
        var supervision = Lists.Reported(ground);
        supervision.Refuse("order", Lists.Order("rectify")).CitesOnly("BC-LST-04", "第十五条");
        supervision.Needs("order", Lists.Order(measure), "findings", "order.measures", "order.correctBy").Fire("order", Lists.Order(measure));
        supervision.Due("correction").Should().Be("2026-03-20");
        supervision.Issued.Should().Equal("correction-order 清单督〔2026〕1号");
        supervision.Letter("correction-order").Template.Should().Be("baicheng.list-correction-order");
        supervision.Printed("correction-order", "findings").Should().Be("属实");
        supervision.On("2026-03-20").Refuse("record-not-corrected").CitesOnly("BC-LST-04", "第十五条");
        supervision.Fire("confirm-corrected").State.Outcome.Should().Be("corrected");
    }

    [Test, Rule("BC-LST-04")]
    public void What_was_not_corrected_in_time_is_recorded()
    {
        var supervision = Lists.Reported("not-published").Fire("order", Lists.Order("criticism")).On("2026-03-21");
        supervision.Fire("record-not-corrected").State.Outcome.Should().Be("not-corrected");
    }

    [TestCase("unauthorised", "rectify")]
    [Rule("BC-LST-04")]
    public void Other_grounds_have_their_own_measures(string ground, string measure) =>
        Lists.Reported(ground).Fire("order", Lists.Order(measure)).State.State.Should().Be("ordered");

    [Test, Rule("BC-LST-05")]
    public void Other_grounds_need_no_rectification() =>
        Lists.Reported("not-published").Fire("order", Lists.Order("correct")).State.State.Should().Be("ordered");

    [Test, Rule("BC-LST-04"), Rule("BC-LST-05")]
    public void Only_the_establishment_body_supervises()
    {
        var world = Catalogue.World().On("2026-03-02");
        world.Actor = Bodies.Only(Bodies.Commerce, "supervisor");
        Case.RefuseToOpen(world, Lists.Supervision, Bodies.Establishment, Lists.Report("altered")).Code.Should().Be(RefusalCode.NotAllowed);
        world.Actor = Bodies.Only(Bodies.Establishment, "supervisor");
        Case.Open(world, Lists.Supervision, Bodies.Establishment, Lists.Report("altered")).Fire("order", Lists.Order("rectify")).State.State.Should().Be("ordered");
    }

    private static Given Response { get; } = new() { ["response"] = "已采纳" };
}
