using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Tests.Scenarios.Publication;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_a_document_is_classified
{
    [Test, Rule("HD-SEC-09")]
    public void Level_period_and_attribute_are_proposed_while_it_is_made()
    {
        Case.OpeningNeeds(Secrets.Classification, Bodies.Bureau, Secrets.Document,
            "information.title", "information.madeOn", "information.madeBy", "secrecy.isSecret", "attribute");
        foreach (var field in new[] { "secrecy.level", "attribute.reason" })
            Case.RefuseToOpen(Catalogue.World(), Secrets.Classification, Bodies.Bureau, Secrets.Document.Without(field)).Misses(field, "HD-SEC-09");
        var document = Case.OpenOnlyAs("drafter", Catalogue.World().On("2026-01-14"), Secrets.Classification, Bodies.Bureau, Secrets.Document);
        document.State.State.Should().Be("proposed");
        document["secrecy.level"].Should().Be("secret");
        document["secrecy.until"].Should().Be("2036-01-12");
    }

    [Test, Rule("HD-SEC-09")]
    public void The_reviewer_determines_them_and_the_document_is_marked()
    {
        var document = Secrets.Proposed().Needs("determine", Secrets.Reviewer, "reviewer").FireOnlyAs("secrecy-reviewer", "determine", Secrets.Reviewer);
        document.State.State.Should().Be("marked");
        document.State.Outcome.Should().Be("marked");
        document.Issued.Should().Equal("marking-sheet 桦定标〔2026〕1号");
        document.Letter("marking-sheet").Template.Should().Be("huadian.marking-sheet");
        document.Printed("marking-sheet", "secrecy.until").Should().Be("2036-01-12");
        var values = document.Facts("classified-information").Should().ContainSingle().Which.Values;
        values.Keys.Should().BeEquivalentTo("title", "documentNumber", "madeOn", "madeBy", "level", "until");
        values["level"].Should().Be(new FieldValue.Text("secret"));
    }

    [Test, Rule("HD-SEC-09")]
    public void A_state_secret_has_a_period_and_is_not_disclosed()
    {
        Secrets.Proposed(Secrets.Document.Without("secrecy.until")).Refuse("determine", Secrets.Reviewer).CitesOnly("HD-SEC-09", "五(七)第一款");
        Secrets.Proposed(Secrets.Document.With("attribute", "on-application")).Refuse("determine", Secrets.Reviewer).CitesOnly("HD-SEC-09", "五(五)");
        var until = Secrets.Marked(Secrets.Document.Without("secrecy.until").With("secrecy.condition", "考试结束"));
        until["secrecy.condition"].Should().Be("考试结束");
        until.State.State.Should().Be("marked");
    }

    [Test, Rule("HD-SEC-09")]
    public void What_is_no_secret_only_gets_its_attribute()
    {
        var document = Secrets.Marked(Secrets.Document.Without([.. Secrets.Marks.Keys]).With(Secrets.Open));
        document.State.State.Should().Be("marked");
        document["attribute"].Should().Be("proactive");
        document.Facts("classified-information").Should().BeEmpty();
    }

    [Test, Rule("HD-SEC-09")]
    public void The_reviewer_can_return_it()
    {
        var document = Secrets.Proposed().Needs("return", Secrets.Remarks, "remarks").FireOnlyAs("secrecy-reviewer", "return", Secrets.Remarks);
        document.State.State.Should().Be("returned");
        document["remarks"].Should().Be("保密期限过长");
        document.Needs("propose-again", Secrets.Marks, "secrecy.isSecret", "attribute");
        document.FireOnlyAs("drafter", "propose-again", Secrets.Marks.With("secrecy.until", "2031-01-12"));
        document.State.State.Should().Be("proposed");
        document["secrecy.until"].Should().Be("2031-01-12");
    }

    [TestCase("secrecy.level")]
    [TestCase("attribute.reason")]
    [Rule("HD-SEC-09")]
    public void What_becomes_a_secret_needs_everything_that_a_secret_has(string field) =>
        Secrets.Proposed(Secrets.Document.Without([.. Secrets.Marks.Keys]).With(Secrets.Open)).Fire("return", Secrets.Remarks)
            .Refuse("propose-again", Secrets.Marks.Without(field)).Misses(field, "HD-SEC-09");

    [Test, Rule("HD-SEC-09")]
    public void An_official_document_has_level_and_period_when_it_is_signed()
    {
        var secret = OfficialDocuments.Proactive.With(OfficialDocuments.NotDisclosed);
        OfficialDocuments.Agreed(secret.Without("official.secrecyUntil")).Refuse("sign", OfficialDocuments.Number).CitesOnly("HD-SEC-09", "五(七)第一款");
        var document = OfficialDocuments.Signed(secret.With("official.secrecyCondition", "招生结束"));
        var values = document.Facts("classified-information").Should().ContainSingle().Which.Values;
        values.Keys.Should().BeEquivalentTo("title", "documentNumber", "madeOn", "madeBy", "level", "until", "condition");
        Secrets.BegunIn(document.World.On("2026-05-06")).Child(Secrets.Decision)["item.title"].Should().Be("关于做好2026年义务教育招生工作的通知");
    }

    [TestCase("attribute", "on-application")]
    [TestCase("attribute.ground", "personal-privacy")]
    [Rule("HD-SEC-09")]
    public void Any_other_official_document_is_not_classified(string field, string value) =>
        OfficialDocuments.Signed(OfficialDocuments.Proactive.With(OfficialDocuments.NotDisclosed).Without("official.secrecyUntil").With(field, value))
            .Facts("classified-information").Should().BeEmpty();
}
