using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Publication;

public class When_a_document_is_drafted
{
    [TestCase("official.title")]
    [TestCase("official.kind")]
    [TestCase("official.content")]
    [TestCase("official.madeBy")]
    [TestCase("official.joint")]
    [TestCase("official.needsApproval")]
    [TestCase("official.scope")]
    [TestCase("attribute")]
    [Rule("HD-DOC-01"), Rule("HD-DOC-04"), Rule("HD-DOC-05")]
    public void It_gets_its_attribute_with_all_that_belongs_to_it(string field) =>
        Refused(OfficialDocuments.Proactive.Without(field)).Fields.Select(problem => problem.Field).Should().Equal(field);

    [TestCase("attribute.reason")]
    [TestCase("attribute.ground")]
    [TestCase("official.secrecyLevel")]
    [Rule("HD-DOC-01")]
    public void What_is_not_disclosed_says_why(string field)
    {
        var document = OfficialDocuments.Proactive.With(OfficialDocuments.NotDisclosed);
        Refused(document.Without(field)).Misses(field, "HD-DOC-01");
        OfficialDocuments.Drafted(document)["attribute.reason"].Should().Be("属于国家秘密");
    }

    [Test, Rule("HD-DOC-01")]
    public void The_drafters_give_it()
    {
        var world = Catalogue.World().On("2026-03-02");
        world.Actor = Bodies.AllBut("drafter");
        Case.RefuseToOpen(world, OfficialDocuments.Procedure, Bodies.Bureau, OfficialDocuments.Proactive).Code.Should().Be(RefusalCode.NotAllowed);
        world.Actor = Bodies.Only(Bodies.Bureau, "drafter");
        var document = Case.Open(world, OfficialDocuments.Procedure, Bodies.Bureau, OfficialDocuments.Proactive);
        document["attribute"].Should().Be("proactive");
        document.State.State.Should().Be("office-review");
    }

    [TestCase("proactive", "internal")]
    [TestCase("internal", "general")]
    [TestCase("internal", "some")]
    [Rule("HD-DOC-01")]
    public void Only_purely_internal_matters_get_the_fourth_value_and_they_get_no_public_one(string attribute, string scope) =>
        Draft(attribute, scope).Refuse("agree").Cites("HD-DOC-01", "第五条第二款");

    [Test, Rule("HD-DOC-01")]
    public void Internal_matters_enter_no_catalogue()
    {
        var document = Draft("internal", "internal").Fire("agree").Fire("sign", OfficialDocuments.Number);
        document.State.Outcome.Should().Be("internal");
        document["signedOn"].Should().Be("2026-03-02");
        document.Events.OfType<CaseEvent.FactRecorded>().Should().BeEmpty();
        document.State.Children.Should().BeEmpty();
        document.Issued.Should().BeEmpty();
    }

    [Test, Rule("HD-DOC-07"), Rule("HD-DOC-01")]
    public void What_concerns_only_some_people_or_matters_is_given_on_application()
    {
        Draft("proactive", "some").Refuse("agree").CitesOnly("HD-DOC-07", "第五条第三款");
        Draft("on-application", "some").Fire("agree").State.State.Should().Be("awaiting-signature");
        Draft("proactive", "general").Fire("agree").State.State.Should().Be("awaiting-signature");
        Refused(OfficialDocuments.Proactive.Without("official.scope")).Fields.Select(problem => problem.Field).Should().Equal("official.scope");
    }

    private static Case Draft(string attribute, string scope) => OfficialDocuments.Drafted(OfficialDocuments.Proactive.With(OfficialDocuments.Attribute(attribute, scope)));

    private static Refusal Refused(Given input) => Case.RefuseToOpen(Catalogue.World().On("2026-03-02"), OfficialDocuments.Procedure, Bodies.Bureau, input);
}
