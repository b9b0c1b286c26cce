using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Publication;

public class When_it_is_published
{
    private static readonly string[] GuideContents = ["web-address", "reading-points", "office-address", "reading-hours", "contact"];

    [Test, Rule("HD-PRO-02")]
    public void The_ways_and_their_days_are_recorded()
    {
        var disclosure = Disclosures.Reviewed().On("2026-03-06").Needs("publish", Disclosures.Website, "publication.ways").Fire("publish", Disclosures.Website);
        disclosure["publication.ways"].Should().Be(2);
    }

    [TestCase("way")]
    [TestCase("day")]
    [Rule("HD-PRO-02")]
    public void A_way_without_its_name_or_its_day_says_nothing(string column)
    {
        var way = new Given { ["way"] = "gazette", ["day"] = "2026-03-05" };
        Disclosures.Reviewed().Refuse("publish", Disclosures.Website.With("publication.ways", new[] { way.Without(column) }))
            .Fields.Should().ContainSingle().Which.Field.Should().StartWith("publication.ways");
    }

    [TestCase("gazette")]
    [TestCase("web-site")]
    [TestCase("press-conference")]
    [TestCase("newspaper")]
    [TestCase("radio")]
    [TestCase("television")]
    [TestCase("reading-point")]
    [TestCase("department-reading")]
    [Rule("HD-PRO-02")]
    public void Each_of_the_ways_of_the_rules_can_be_used(string way) =>
        Disclosures.Reviewed().Fire("publish", Disclosures.Website.With("publication.ways", new[] { new Given { ["way"] = way, ["day"] = "2026-03-05" } }))
            .State.State.Should().Be("published");

    [Test, Rule("HD-PRO-02")]
    public void Ways_that_follow_are_added_afterwards()
    {
        var disclosure = Disclosures.Published().On("2026-03-20");
        var ways = new Given { ["publication.ways"] = new[] { new Given { ["way"] = "gazette", ["day"] = "2026-03-20", ["place"] = "2026年第3期" } } };
        disclosure.Needs("record-further-ways", ways, "publication.ways").FireOnlyAs("handler", "record-further-ways", ways);
        disclosure["publication.ways"].Should().Be(1);
        disclosure.State.State.Should().Be("published");
    }

    [Test, Rule("HD-PRO-04")]
    public void What_is_released_is_entered_on_the_citys_site_at_the_same_time()
    {
        var disclosure = Disclosures.Reviewed();
        disclosure.Refuse("publish", Disclosures.Website.Without("citySite.entered")).Fields.Select(problem => problem.Field).Should().Equal("citySite.entered");
        disclosure.Refuse("publish", Disclosures.Website.With("citySite.entered", false)).CitesOnly("HD-PRO-04", "第五条");
        disclosure.Fire("publish", Disclosures.Website)["citySite.entered"].Should().Be(true);
    }

    [Test, Rule("HD-PRO-03")]
    public void It_enters_the_catalogue()
    {
        var disclosure = Disclosures.Published();
        var values = disclosure.Facts("catalogue-proactive").Should().ContainSingle().Which.Values;
        values.Keys.Should().BeEquivalentTo("title", "documentNumber", "madeOn", "madeBy", "publishedOn");
        disclosure.Facts("kept-information").Should().BeEmpty();
    }

    [TestCase("guide")]
    [TestCase("catalogue")]
    [TestCase("annual-report")]
    [Rule("HD-PRO-03")]
    public void Guide_catalogue_and_annual_report_are_kept(string kind)
    {
        var disclosure = Disclosures.Opened(information: Disclosures.Information.With("information.kind", kind))
            .Fire("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose"))
            .Fire("publish", Disclosures.Website.With("guide.contents", GuideContents));
        disclosure.Facts("kept-information").Should().ContainSingle().Which.Values["kind"].Should().Be(new FieldValue.Text(kind));
    }

    [TestCaseSource(nameof(GuideContents))]
    [Rule("HD-PRO-03")]
    public void A_guide_says_where_to_find_the_agency_and_its_information(string content) =>
        Disclosures.Opened(information: Disclosures.Information.With("information.kind", "guide"))
            .Fire("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose"))
            .Refuse("publish", Disclosures.Website.With("guide.contents", GuideContents.Except([content]))).CitesOnly("HD-PRO-03", "二(二)第二款");

    [Test, Rule("HD-COO-01"), Rule("HD-DEL-02")]
    public void Of_a_joint_document_only_the_leading_agency_publishes()
    {
        Joint("taking-part").Refuse("publish", Disclosures.Website).CitesOnly("HD-COO-01", "第三条");
        Joint("leading").Fire("publish", Disclosures.Website).Child(Deliveries.Procedure)["information.joint"].Should().Be("leading");
    }

    private static Case Joint(string role) => Disclosures.Opened(information: Disclosures.Information.With("information.joint", role))
        .Fire("record-own-secrecy-conclusion", Disclosures.Concluding("may-disclose"));
}
