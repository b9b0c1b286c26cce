using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;
using static Workflows.Tests.Catalogue.Case;

namespace Workflows.Tests.Catalogue;

/// <summary>Where Baicheng and the national regulations of 2019 differ from Huadian.</summary>
public class ElsewhereTests
{
    private World world = null!;

    [SetUp]
    public void Monday_2_March() => world = Published.World().On("2026-03-02");

    [Test, Rule("BC-APP-02"), Rule("BC-APP-03")]
    public void Baicheng_deems_refusal_and_the_clock_stands_still_meanwhile()
    {
        var id = Baicheng();
        world.Due(id).Should().Be(new LocalDate(2026, 3, 23));
        Consult(id);
        var child = world.Child(id, "baicheng.third-party-consultation");
        world.Fire(child, "record-receipt");
        world.On("2026-04-01");
        world.State(child).Outcome.Should().Be("deemed-refusal");
        // Nothing was used before 2 March; the fifteen days of the consultation, to 23 March, are not counted.
        world.Due(id).Should().Be(new LocalDate(2026, 4, 14));
        world.Unmet(id, "reply", Disclosed()).Should().Equal("BC-APP-02");
    }

    [Test, Rule("BC-APP-03"), Rule("BC-APP-05")]
    public void Baicheng_has_no_extension() =>
        Published.All.Single(procedure => procedure.Procedure == "baicheng.disclosure-application").Clocks.Single().Extension.Should().BeNull();

    [Test, Rule("BC-APP-04")]
    public void Baicheng_gives_what_exists_on_the_spot()
    {
        var id = Baicheng();
        world.Fire(id, "reply", Disclosed());
        world.State(id).State.Should().Be("delivered");
    }

    [Test, Rule("N19-APP-01")]
    public void The_national_period_starts_when_the_receipt_is_confirmed()
    {
        var id = world.Open("national-2019.disclosure-application", TestAgencies.Bureau, National("fax"));
        world.State(id).Clocks.Should().BeEmpty();
        world.On("2026-03-03").Fire(id, "confirm-receipt");
        world.Due(id).Should().Be(new LocalDate(2026, 3, 31));
        world.Due(id, "correction-notice").Should().Be(new LocalDate(2026, 3, 12));
    }

    [Test, Rule("N19-APP-01")]
    public void The_national_period_starts_anew_with_the_correction_and_silence_abandons_only_by_a_person()
    {
        var id = world.Open("national-2019.disclosure-application", TestAgencies.Bureau, National("in-person"));
        world.On("2026-03-16").Fire(id, "request-correction", Input(("correction.points", "年份"), ("correction.by", "2026-03-31")));
        world.Facts(id, "late-correction-notice").Should().ContainSingle();
        world.Unmet(id, "record-abandonment", Input(("correction.checkedOn", "2026-03-31"), ("correction.noProperReason", true))).Should().Equal("N19-APP-01");
        world.On("2026-03-30").Fire(id, "correct", Input(("request.description", "预算")));
        world.Due(id).Should().Be(new LocalDate(2026, 4, 28));
    }

    [Test, Rule("N19-APP-01")]
    public void National_consultations_stop_the_clock_and_silent_agencies_consent()
    {
        var id = world.Open("national-2019.disclosure-application", TestAgencies.Bureau, National("in-person"));
        world.Fire(id, "find-clear");
        Consult(id);
        world.Fire(id, "consult-agencies", Input(("consultedAgencies", new[] { new { agency = TestAgencies.Superior, name = "某省某厅", matter = "合同" } })));
        var party = world.Child(id, "national-2019.third-party-consultation");
        var agency = world.Child(id, "national-2019.agency-consultation");
        world.Fire(party, "record-receipt");
        world.Fire(agency, "record-receipt");
        world.On("2026-04-01");
        world.State(party).Outcome.Should().Be("unanswered");
        world.State(agency).Outcome.Should().Be("deemed-consent");
        world.State(id).State.Should().Be("review/examination");
        world.Due(id).Should().Be(new LocalDate(2026, 4, 21));
        world.Refuse(id, "reply", NationalReply()).Fields.Single().Field.Should().Be("decisionOnSilence");
        world.Fire(id, "reply", NationalReply().With(("decisionOnSilence", "公开")));
        world.State(id).State.Should().Be("delivered");
    }

    private static JsonObject Disclosed() => Input(("reply.outcome", "disclosed"), ("reply.content", "内容"), ("reply.onTheSpot", true),
        ("delivery.asRequested", true), ("delivery.asItExists", true));

    private static JsonObject NationalReply() => Input(("reply.outcome", "disclosed"), ("reply.content", "内容"), ("reply.onTheSpot", true));

    private static JsonObject National(string channel) => Input(("channel", channel), ("applicant.name", "李四"), ("applicant.identityProof", "身份证"),
        ("applicant.contact", "1"), ("request.description", "预算"), ("request.form", "纸面"));

    private CaseId Baicheng()
    {
        var id = world.Open("baicheng.disclosure-application", TestAgencies.Bureau, Input(("channel", "letter"), ("applicant.kind", "citizen"), ("applicant.name", "李四"),
            ("applicant.idType", "身份证"), ("applicant.idNumber", "1"), ("applicant.phone", "1"), ("request.description", "预算"), ("request.form", "纸面")));
        world.Fire(id, "register");
        return id;
    }

    private void Consult(CaseId id) => world.Fire(id, "consult-third-party", Input(("thirdParties", new[] { world.State(id).Procedure.StartsWith("baicheng", StringComparison.Ordinal)
        ? new Dictionary<string, string> { ["name"] = "甲公司", ["interest"] = "commercial-secret", ["matter"] = "合同" }
        : new Dictionary<string, string> { ["name"] = "甲公司", ["matter"] = "合同" } })));
}
