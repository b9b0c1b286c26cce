using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;
using static Workflows.Tests.Catalogue.Case;

namespace Workflows.Tests.Catalogue;

/// <summary>The Huadian application as a person at the counter and a handler meet it.</summary>
public class HuadianApplicationTests : FromMonday2March
{
    private const string Application = "huadian.disclosure-application";
    private const string Consultation = "huadian.third-party-consultation";

    private CaseId id;

    [SetUp]
    public void A_citizen_applies_on_monday_2_March()
    {
        id = World.Open(Application, TestAgencies.Bureau, Citizen());
    }

    [Test, Rule("HD-APP-01")]
    public void A_telephone_application_is_refused_with_advice()
    {
        var refusal = Refuse(Citizen(("channel", "telephone")));
        refusal.Detail.Should().Contain("当面");
        refusal.Unmet.Single().Basis.Rules.Should().Contain("HD-APP-01");
    }

    [Test, Rule("HD-APP-02")]
    public void An_application_without_a_copy_of_the_identity_card_is_not_accepted()
    {
        id = World.Open(Application, TestAgencies.Bureau, Citizen(("enclosures", Array.Empty<string>())));
        Register();
        Unmet("accept", Genuine).Should().Contain("HD-APP-02");
    }

    [Test, Rule("HD-APP-03")]
    public void The_applicants_own_records_need_an_identity_proof()
    {
        id = World.Open(Application, TestAgencies.Bureau, Citizen(("request.concernsOwnRecords", true)));
        Register();
        Unmet("accept", Genuine).Should().Equal("HD-APP-03");
    }

    [Test, Rule("HD-APP-04"), Rule("HD-APP-09")]
    public void A_supplemented_application_is_registered_anew_with_a_full_period()
    {
        Register();
        World.On("2026-03-04").Fire(id, "suspend", Input(("suspension.reasons", new[] { "citizen-id-copy-missing" })));
        World.State(id).State.Should().Be("suspended");
        World.On("2026-03-09").Fire(id, "supplement", Input(("handling.officer", "张三")));
        World.State(id).State.Should().Be("preliminary-review");
        Due().Should().Be(new LocalDate(2026, 3, 30));
    }

    [Test, Rule("HD-APP-05")]
    public void Another_agencys_information_ends_the_preliminary_review()
    {
        Register();
        World.Fire(id, "end-not-this-agency", Input(("otherAgency.ascertainable", true), ("otherAgency.name", "某局"), ("otherAgency.phone", "1"), ("otherAgency.address", "某路")));
        World.State(id).State.Should().Be("not-this-agency");
        Issued("suspension-notice").Should().Be(1);
    }

    [Test, Rule("HD-APP-08"), Rule("HD-APP-16")]
    public void No_reply_before_all_six_findings_and_a_secrecy_conclusion()
    {
        Review();
        Unmet("reply", Disclosed).Where(rule => rule == "HD-APP-08").Should().HaveCount(6);
        Unmet("reply", Disclosed).Should().Contain("HD-APP-16");
    }

    [Test, Rule("HD-APP-14"), Rule("HD-APP-17"), Rule("HD-APP-24")]
    public void A_charged_disclosure_waits_for_payment_and_is_then_delivered()
    {
        Examined("may-disclose");
        World.Fire(id, "reply", Disclosed.With(("fees.charged", true), ("fees.basis", "某文件"), ("fees.basisNumber", "某号"), ("fees.search", 1), ("fees.copying", 2),
            ("fees.postage", 3), ("fees.total", 6), ("fees.payBy", "2026-03-20"), ("fees.place", "某路"), ("delivery.way", "mail"), ("delivery.by", "2026-03-31")));
        World.State(id).State.Should().Be("awaiting-payment");
        Issued("reply-form").Should().Be(1);
        Issued("notice-disclosed").Should().Be(1);
        World.On("2026-06-01").State(id).State.Should().Be("awaiting-payment");
        World.Fire(id, "confirm-payment");
        World.Fire(id, "deliver", Input(("delivery.way", "mail"), ("delivery.deliveredOn", "2026-06-01"), ("delivery.lateReason", "缴费迟")));
        World.State(id).State.Should().Be("delivered");
    }

    [Test, Rule("HD-APP-10")]
    public void Only_the_head_of_the_office_extends_and_only_once()
    {
        Review();
        World.Actor = TestAgencies.With("handler", [TestAgencies.Bureau], "handler");
        World.Refuse(id, "extend", Extension(5)).Code.Should().Be(RefusalCode.NotAllowed);
        World.Actor = Published.Everybody;
        World.Refuse(id, "extend", Extension(16));
        World.Fire(id, "extend", Extension(15));
        Due().Should().Be(new LocalDate(2026, 4, 14));
        World.Refuse(id, "extend", Extension(1));
    }

    [Test, Rule("HD-APP-11"), Rule("HD-APP-12")]
    public void A_silent_third_party_is_deemed_to_consent_and_a_late_objection_is_shown()
    {
        Examined("privacy", ("findings.personalPrivacy", "yes"), ("findings.needsThirdPartyOpinion", "yes"));
        Consult();
        Unmet("reply", Disclosed).Should().Contain("HD-APP-11");
        var child = World.Child(id, Consultation);
        World.Fire(child, "record-receipt");
        World.On("2026-04-01");
        World.State(child).State.Should().Be("deemed-consent");
        World.State(id).State.Should().Be("detailed-review/examination");
        World.Fire(child, "record-late-answer", Input(("answer.position", "objects")));
        World.State(child).State.Should().Be("deemed-consent");
        World.Text(id, "thirdPartyAnswer.late").Should().Be("true");
        World.Fire(id, "reply", Disclosed);
        World.State(id).State.Should().Be("delivered");
    }

    [Test, Rule("HD-APP-12"), Rule("HD-SEC-07")]
    public void An_objection_bars_disclosure_unless_the_public_interest_prevails()
    {
        Examined("commercial-secret", ("findings.commercialSecret", "yes"), ("findings.needsThirdPartyOpinion", "yes"));
        Consult();
        World.Fire(World.Child(id, Consultation), "record-answer", Input(("answer.position", "objects")));
        Unmet("reply", Disclosed).Should().Contain("HD-APP-12").And.Contain("HD-SEC-07");
        World.Fire(id, "override-objection", Input(("override.content", "内容"), ("override.reasons", "理由"),
            ("override.rightHolders", new[] { new { name = "甲公司", address = "某路" } })));
        Issued("override-notice").Should().Be(1);
        World.Fire(id, "reply", Disclosed);
        World.State(id).State.Should().Be("delivered");
    }

    [Test, Rule("HD-APP-13")]
    public void Force_majeure_stops_the_period_and_both_ends_are_notified()
    {
        Review();
        World.On("2026-03-04").Fire(id, "raise-force-majeure", Input(("forceMajeure.cause", "force-majeure"), ("forceMajeure.reason", "洪水")));
        World.On("2026-03-06").Fire(id, "end-force-majeure", Input(("forceMajeure.endReason", "已退")));
        Due().Should().Be(new LocalDate(2026, 3, 25));
        Issued("force-majeure-suspended").Should().Be(1);
        Issued("force-majeure-resumed").Should().Be(1);
    }

    [Test, Rule("HD-APP-20"), Rule("HD-SEC-06")]
    public void A_state_secret_is_refused_and_entered_in_the_register()
    {
        Examined("state-secret", ("findings.stateSecret", "yes"));
        Unmet("reply", Disclosed).Should().Contain("HD-SEC-06");
        World.Fire(id, "reply", Refused("state-secret", ("information.secrecyLevel", "secret")));
        World.State(id).State.Should().Be("refused");
        OutsideReport().Should().Equal(false);
    }

    [Test, Rule("HD-APP-15"), Rule("HD-APP-27"), Rule("HD-APP-20")]
    public void Unrelated_needs_are_a_ground_only_after_the_purpose_was_asked_for_and_enter_no_register()
    {
        Review();
        Find();
        Unmet("reply", Refused("unrelated-to-needs")).Should().Contain("HD-APP-15");
        World.Fire(id, "ask-purpose");
        World.Fire(id, "reply", Refused("unrelated-to-needs"));
        World.State(id).State.Should().Be("refused");
        OutsideReport().Should().BeEmpty();
    }

    [Test, Rule("HD-APP-22")]
    public void A_corrected_application_is_registered_anew_and_examined_anew()
    {
        Review();
        Find();
        World.Fire(id, "request-correction", Input(("correction.points", "年份"), ("correction.allPointsTold", true)));
        World.On("2026-04-30").State(id).State.Should().Be("correction-requested");
        World.Fire(id, "correct", Input(("handling.officer", "张三"), ("request.description", "2025年预算")));
        World.State(id).State.Should().Be("preliminary-review");
        World.State(id).Fields.Keys.Should().NotContain("findings.stateSecret");
        Due().Should().Be(new LocalDate(2026, 5, 25));
    }

    [Test, Rule("HD-APP-27")]
    public void A_secrecy_escalation_does_not_stop_the_clock()
    {
        Review();
        World.Fire(id, "escalate-secrecy", Input(("secrecy.informationName", "名称"), ("secrecy.informationContent", "内容"), ("secrecy.doubt", "疑问")));
        Due().Should().Be(new LocalDate(2026, 3, 23));
    }

    [Test, Rule("HD-APP-19")]
    public void A_complaint_is_recorded_after_the_end()
    {
        Register();
        World.Fire(id, "end-not-found");
        World.Fire(id, "record-complaint", Input(("complaint.receivedBy", "superior"), ("complaint.madeOn", "2026-03-02"), ("complaint.content", "不服")));
        World.Facts(id, "complaint").Should().ContainSingle();
    }

    private static readonly JsonObject Genuine = Input(("preliminary.identityGenuine", true));

    private static readonly JsonObject Disclosed = Input(("reply.outcome", "disclosed"), ("reply.content", "内容"), ("delivery.asRequested", true),
        ("fees.charged", false), ("reply.onTheSpot", true));

    private static JsonObject Refused(string ground, params (string, object)[] more) => Input(("reply.outcome", "refused"), ("reply.grounds", new[] { ground }),
        ("reply.reasons", "理由"), ("information.title", "名称"), ("information.description", "描述"), ("information.registerReason", "理由"),
        ("information.madeOn", "2025-01-01"), ("information.madeBy", "某局")).With(more);

    private static JsonObject Citizen(params (string, object)[] more) => Input(("channel", "in-person"), ("request.formSource", "city"), ("applicant.kind", "citizen"),
        ("applicant.name", "李四"), ("applicant.idType", "身份证"), ("applicant.idNumber", "1"), ("applicant.phone", "1"), ("enclosures", new[] { "id-copy" }),
        ("request.description", "预算"), ("request.media", new[] { "paper" }), ("applicant.signed", true), ("applicant.appliedOn", "2026-03-02")).With(more);

    private static JsonObject Extension(int days) => Input(("extension.days", days), ("extension.reason", "理由"));

    private void Register() => World.Fire(id, "register", Input(("handling.officer", "张三")));

    private void Review()
    {
        Register();
        World.Fire(id, "accept", Genuine);
        World.Fire(id, "begin-detailed-review", Input(("handling.outOfOrder", false)));
    }

    private void Find(params (string, object)[] found) => World.Fire(id, "record-findings", Input(("findings.stateSecret", "no"), ("findings.securityOrStability", "no"),
        ("findings.commercialSecret", "no"), ("findings.personalPrivacy", "no"), ("findings.needsApproval", "no"), ("findings.needsThirdPartyOpinion", "no")).With(found));

    private void Conclude(string conclusion) => World.Fire(id, "record-own-secrecy-conclusion",
        Input(("secrecy.conclusion", conclusion), ("secrecy.separable", false), ("secrecy.reviewer", "王五")));

    /// <summary>Reviewed in full: findings made, and the office's own conclusion on secrecy.</summary>
    private void Examined(string conclusion, params (string, object)[] found)
    {
        Review();
        Find(found);
        Conclude(conclusion);
    }

    private void Consult() => World.Fire(id, "consult-third-party",
        Input(("thirdParties", new[] { new { name = "甲公司", address = "某路", interest = "commercial-secret", matter = "合同" } })));

    private LocalDate? Due() => World.Due(id);

    private string[] Unmet(string trigger, JsonObject input) => World.Unmet(id, trigger, input);

    private Refusal Refuse(JsonObject input)
    {
        var fresh = new CaseId(new Guid(99, 0, 0, new byte[8]));
        return World.Refuse(new CaseRequest(fresh, new Command.OpenCase { Actor = World.Actor, Id = fresh, Agency = TestAgencies.Bureau, Input = World.Json(input) }) { Procedure = Application });
    }

    private int Issued(string document) => World.Issued(id, document);

    private bool[] OutsideReport() => [.. World.Facts(id, "non-disclosure-register").Select(fact => FieldJson.Write(fact.Values["outsideReport"]).GetValue<bool>())];
}
