using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_correction_is_ordered
{
    [TestCase("application", "openness-department", "第十六条", "HD-ACC-01")]
    [TestCase("delivery", "openness-department", "第十二条", "HD-ACC-01")]
    [TestCase("document-review", "superior", "第十二条", "HD-ACC-01")]
    [Rule("HD-ACC-01")]
    public void Only_the_bodies_that_the_article_names_may_order(string ground, string body, string article, string rule) =>
        Case.RefuseToOpen(Catalogue.World(), Accountability.Order, Bodies.Openness, Accountability.Proposal.With("ground", ground).With("orderingBody", body))
            .CitesOnly(rule, article);

    [TestCase("application", "superior")]
    [TestCase("delivery", "superior")]
    [TestCase("document-review", "openness-department")]
    [Rule("HD-ACC-01"), Rule("HD-DOC-08")]
    public void Each_of_the_bodies_that_the_article_names_may_order(string ground, string body) =>
        Accountability.Proposed(Accountability.Proposal.With("ground", ground).With("orderingBody", body)).State.State.Should().Be("proposed");

    [Test, Rule("HD-ACC-01")]
    public void Only_a_supervisor_proposes_it()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("supervisor");
        Case.RefuseToOpen(world, Accountability.Order, Bodies.Supervision, Accountability.Proposal).Detail.Should().Contain("（supervisor）");
    }

    [Test, Rule("HD-DEL-06")]
    public void The_openness_department_cannot_order_delivery() =>
        Case.RefuseToOpen(Catalogue.World(), Accountability.Order, Bodies.Openness, Accountability.Proposal.With("ground", "delivery").With("orderingBody", "openness-department"))
            .CitesOnly("HD-DEL-06", "第十二条");

    [Test, Rule("HD-DOC-08")]
    public void The_superior_cannot_order_the_review_of_documents() =>
        Case.RefuseToOpen(Catalogue.World(), Accountability.Order, Bodies.City, Accountability.Proposal.With("orderingBody", "superior"))
            .CitesOnly("HD-DOC-08", "第十二条");

    [Test, Rule("HD-ACC-01")]
    public void It_is_ordered_by_the_head_within_a_time_and_confirmed()
    {
        foreach (var field in Accountability.Proposal.Keys)
            Case.RefuseToOpen(Catalogue.World(), Accountability.Order, Bodies.Supervision, Accountability.Proposal.Without(field)).Misses(field, "HD-ACC-01");
        var order = Accountability.Proposed();
        order["concerns.agency"].Should().Be(Bodies.Bureau);
        order["orderingBody"].Should().Be("supervisory-organ");
        order["ground"].Should().Be("document-review");
        order["matter"].Should().Be("公文未经公开审核即印发");
        order.Needs("order", Accountability.Demand, [.. Accountability.Demand.Keys]);
        order.FireOnlyAs("decision-maker", "order", Accountability.Demand);
        order.Due("correction").Should().Be("2026-03-20");
        order["correction.demands"].Should().Be("补办审核");
        order.Issued.Should().Equal("correction-order 桦责改〔2026〕1号");
        order.Letter("correction-order").Template.Should().Be("huadian.correction-order");
        order.Refuse("confirm-corrected").Misses("correction.result", "HD-ACC-01");
        order.FireOnlyAs("supervisor", "confirm-corrected", new Given { ["correction.result"] = "已补办" }).State.Outcome.Should().Be("corrected");
        order["correction.result"].Should().Be("已补办");
    }

    [Test, Rule("HD-ACC-01")]
    public void What_was_proposed_by_itself_can_be_declined_with_a_reason()
    {
        var order = Accountability.Proposed();
        order.Refuse("decline").Misses("correction.result", "HD-ACC-01");
        order.FireOnlyAs("decision-maker", "decline", new Given { ["correction.result"] = "已自行改正" }).State.Outcome.Should().Be("not-ordered");
    }

    [TestCase("application", true, 1)]
    [TestCase("document-review", true, 1)]
    [TestCase("document-review", false, 0)]
    [TestCase("delivery", true, 0)]
    [Rule("HD-ACC-01")]
    public void It_leads_to_accountability_only_where_its_article_says_so(string ground, bool grave, int cases)
    {
        var order = Accountability.Proposed(Accountability.Proposal.With("ground", ground)).Fire("order", Accountability.Demand).On("2026-03-23");
        var late = new Given { ["correction.result"] = "逾期未改", ["grave"] = grave };
        order.Needs("find-not-corrected", late, [.. late.Keys]);
        order.FireOnlyAs("decision-maker", "find-not-corrected", late).State.Outcome.Should().Be("not-corrected");
        order.State.Children.Should().HaveCount(cases);
        foreach (var child in order.State.Children)
        {
            var accountability = order.Child(Accountability.Procedure);
            child.Linked.Should().BeTrue();
            accountability.State.Agency.Should().Be(Bodies.Supervision);
            accountability["source"].Should().Be("correction-not-made");
            accountability["concerns.agency"].Should().Be(Bodies.Bureau);
        }
    }
}
