using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Publication;

public class When_a_document_is_signed
{
    [Test, Rule("HD-DOC-06")]
    public void What_is_proactive_is_to_be_published_within_twenty_working_days_of_signing()
    {
        var document = OfficialDocuments.Drafted(day: "2026-09-21").Fire("agree").On("2026-09-24");
        document.Needs("sign", OfficialDocuments.Number, "official.number").FireOnlyAs("signer", "sign", OfficialDocuments.Number);
        document["signedOn"].Should().Be("2026-09-24");
        var disclosure = document.Child(Disclosures.Procedure);
        disclosure.State.Agency.Should().Be(Bodies.Bureau);
        disclosure["information.title"].Should().Be("关于做好2026年义务教育招生工作的通知");
        disclosure["information.documentNumber"].Should().Be("桦教发〔2026〕9号");
        disclosure["information.madeBy"].Should().Be("桦甸市教育局");
        disclosure["information.content"].Should().Be("招生范围、时间和办法");
        disclosure["information.changedOrMadeOn"].Should().Be("2026-09-24");
        disclosure["source"].Should().Be("document-review");
        disclosure.Due("publication").Should().Be("2026-10-29", "National Day is not counted");
        document.FireOnlyAs("office-reviewer", "enter-in-catalogue").State.Outcome.Should().Be("entered", "the publication holds nothing up");
    }

    [TestCase("proactive", "catalogue-proactive")]
    [TestCase("on-application", "catalogue-on-application")]
    [TestCase("not-disclosed", "catalogue-not-disclosed")]
    [Rule("HD-DOC-06")]
    public void It_enters_the_catalogue_of_its_attribute_and_is_reported(string attribute, string catalogue)
    {
        var document = OfficialDocuments.Signed(OfficialDocuments.Proactive.With(OfficialDocuments.NotDisclosed).With("attribute", attribute)).On("2026-03-03").Fire("enter-in-catalogue");
        foreach (var kind in new[] { "catalogue-proactive", "catalogue-on-application", "catalogue-not-disclosed" })
            document.Facts(kind).Should().HaveCount(kind == catalogue ? 1 : 0);
        var values = document.Facts(catalogue)[0].Values;
        values.Keys.Should().Contain(["title", "documentNumber", "madeOn", "madeBy"]);
        values.ContainsKey("reason").Should().Be(attribute == "not-disclosed");
        document.State.Children.Should().HaveCount(attribute == "proactive" ? 1 : 0);
        document.Issued.Should().Equal("catalogue-report 桦文审〔2026〕1号");
        document.Letter("catalogue-report").Template.Should().Be("huadian.catalogue-report");
        document.Printed("catalogue-report", "reportedOn").Should().Be("2026-03-03");
        document.Printed("catalogue-report", "official.madeBy").Should().Be("桦甸市教育局");
        document.Printed("catalogue-report", "official.number").Should().Be("桦教发〔2026〕9号");
        document["official.secrecyLevel"].Should().Be("secret");
        document.Printed("catalogue-report", "labels.attribute.value").Should().Be(document.Printed("catalogue-report", "attribute.value") switch
        {
            "proactive" => "主动公开",
            "on-application" => "依申请公开",
            _ => "不予公开",
        });
    }

    [TestCase("state-secret", false)]
    [TestCase("commercial-secret", false)]
    [TestCase("personal-privacy", false)]
    [TestCase("other", true)]
    [Rule("HD-DOC-06")]
    public void What_is_not_disclosed_enters_the_register(string ground, bool outside)
    {
        var document = OfficialDocuments.Signed(OfficialDocuments.Proactive.With(OfficialDocuments.NotDisclosed).With("attribute.ground", ground)).Fire("enter-in-catalogue");
        var values = document.Facts("non-disclosure-register").Should().ContainSingle().Which.Values;
        values["outsideReport"].Should().Be(new FieldValue.Boolean(outside));
        values["reason"].Should().Be(new FieldValue.Text("属于国家秘密"));
        values.ContainsKey("secrecyLevel").Should().Be(!outside);
    }

    [Test, Rule("HD-DOC-06")]
    public void What_is_disclosed_enters_no_register() =>
        OfficialDocuments.Signed().Fire("enter-in-catalogue").Facts("non-disclosure-register").Should().BeEmpty();
}
