using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_application_is_incomplete
{
    private static Given For(params string[] reasons) => new() { ["suspension.reasons"] = reasons };

    [Test, Rule("HD-APP-04"), Rule("HD-APP-23")]
    public void It_is_suspended_with_attachment_4_and_the_reason_ticked()
    {
        var application = Application.Registered("2026-03-02", Forms.Citizen.Without("enclosures"))
            .FireOnlyAs("registrar", "suspend", For("citizen-id-copy-missing"));
        application.State.State.Should().Be("suspended");
        application["preliminary.result"].Should().Be("suspended");
        application.Issued.Last().Should().Be("suspension-notice 桦中止〔2026〕1号");
        application.Letter("suspension-notice").Template.Should().Be("huadian.attachment-4");
        application.Printed("suspension-notice", "labels.suspension.reasons").Should().Contain("个人申请缺少身份证复印件");
    }

    [TestCase("citizen", "form-incomplete")]
    [TestCase("citizen", "citizen-id-copy-missing")]
    [TestCase("organisation", "organisation-code-copy-missing")]
    [TestCase("organisation", "business-licence-copy-missing")]
    [TestCase("citizen", "identity-not-genuine")]
    [Rule("HD-APP-04")]
    public void Each_box_of_attachment_4_can_be_ticked(string kind, string reason)
    {
        var application = Application.Registered("2026-03-02", kind == "citizen" ? Forms.Citizen : Forms.Organisation);
        application.Fire("suspend", For(reason).With("suspension.explanation", "缺少内容描述"));
        application["suspension.reasons"].Should().Be(reason);
        application["suspension.explanation"].Should().Be("缺少内容描述");
    }

    [Test, Rule("HD-APP-04")]
    public void The_reasons_are_told_and_an_incomplete_form_says_what_is_missing()
    {
        var application = Application.Registered("2026-03-02");
        application.Refuse("suspend").Misses("suspension.reasons", "HD-APP-04");
        application.Refuse("suspend", For()).Misses("suspension.reasons", "HD-APP-04");
        application.Refuse("suspend", For("form-incomplete")).Misses("suspension.explanation", "HD-APP-04");
    }

    [TestCase("organisation-code-copy-missing")]
    [TestCase("business-licence-copy-missing")]
    [Rule("HD-APP-04")]
    public void A_citizen_is_not_asked_for_an_organisations_papers(string reason) =>
        Application.Registered("2026-03-02").Refuse("suspend", For(reason)).CitesOnly("HD-APP-04", "三(二)2");

    [Test, Rule("HD-APP-04")]
    public void An_organisation_is_not_asked_for_an_identity_card() =>
        Application.Registered("2026-03-02", Forms.Organisation).Refuse("suspend", For("citizen-id-copy-missing")).CitesOnly("HD-APP-04", "三(二)2");

    [Test, Rule("HD-APP-09")]
    public void Attachment_4_ends_the_reply_clock() =>
        Application.Registered("2026-03-02").Fire("suspend", For("identity-not-genuine")).Due("reply").Should().BeNull();

    [Test, Rule("HD-APP-04"), Rule("HD-APP-09")]
    public void A_supplement_returns_to_preliminary_review_and_is_registered_anew_with_the_full_period()
    {
        var application = Application.Registered("2026-03-02", Forms.Citizen.Without("enclosures"))
            .On("2026-03-10").Fire("suspend", For("citizen-id-copy-missing").With("suspension.explanation", "请补交"))
            .On("2026-03-26").Needs("supplement", Application.Officer, "handling.officer").FireOnlyAs("registrar", "supplement", Application.Officer.With("enclosures", new[] { "id-copy" }));
        application.State.State.Should().Be("preliminary-review");
        application["registeredOn"].Should().Be("2026-03-26");
        application["receivedOn"].Should().Be("2026-03-02");
        application["suspension.reasons"].Should().BeNull();
        application["suspension.explanation"].Should().BeNull();
        application["preliminary.result"].Should().BeNull();
        application.Due("reply").Should().Be("2026-04-17");
        application.Issued.Skip(3).Should().Equal("application-form 桦依申〔2026〕1号", "receipt 桦依申〔2026〕1号");
        application.Fire("accept", Application.Genuine).State.State.Should().Be("accepted");
    }

    [Test, Rule("HD-APP-04"), Rule("HD-APP-22")]
    public void Nothing_is_closed_by_itself_however_long_it_waits() =>
        Application.Registered("2026-03-02").Fire("suspend", For("identity-not-genuine")).On("2026-12-01").State.State.Should().Be("suspended");

    [Test, Rule("HD-APP-04"), Rule("HD-APP-06")]
    public void An_identity_that_is_not_genuine_is_not_accepted()
    {
        var application = Application.Registered("2026-03-02");
        application.Refuse("accept", new Given { ["preliminary.identityGenuine"] = false }).CitesOnly("HD-APP-06", "三(二)4");
        application.Refuse("accept").Misses("preliminary.identityGenuine", "HD-APP-04");
    }
}
