using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Filing;

public class When_a_filing_is_confirmed
{
    [Test, Rule("HD-NDF-04")]
    public void The_secrecy_body_gives_its_opinion()
    {
        var confirmation = Filings.Filed().Child(Filings.Confirmation);
        var opinion = confirmation.Child(Filings.Opinion);
        opinion.State.Agency.Should().Be(Bodies.Secrecy);
        opinion["entries"].Should().Be(1);
        confirmation.Refuse("confirm", Filings.Confirming).CitesOnly("HD-NDF-04", "二(四)");
        confirmation.Refuse("ask-opinion-again").CitesOnly("HD-NDF-04", "二(四)");
        opinion.Needs("give-opinion", Filings.OpinionGiven, "opinion", "reviewer").FireOnlyAs("secrecy-officer", "give-opinion", Filings.OpinionGiven);
        opinion.State.Outcome.Should().Be("given");
        confirmation["secrecyOpinion.text"].Should().Be("第1项不属于国家秘密");
        confirmation["secrecyOpinion.reviewer"].Should().Be("吴九");
    }

    [Test, Rule("HD-NDF-04")]
    public void Withdrawn_it_is_asked_for_again()
    {
        var confirmation = Filings.Filed().Child(Filings.Confirmation);
        confirmation.Child(Filings.Opinion).Withdraw();
        confirmation.FireOnlyAs("openness-reviewer", "ask-opinion-again");
        confirmation.Child(Filings.Opinion, 1)["entries"].Should().Be(1);
    }

    [Test, Rule("HD-NDF-04"), Rule("HD-NDF-06")]
    public void Each_entry_is_confirmed_with_the_members()
    {
        var confirmation = Filings.WithOpinion();
        confirmation.Needs("confirm", Filings.Confirming, [.. Filings.Confirming.Keys]);
        confirmation.Refuse("confirm", Filings.Confirming.With("eachExamined", false)).CitesOnly("HD-NDF-04", "二(四)");
        confirmation.FireOnlyAs("openness-reviewer", "confirm", Filings.Confirming);
        confirmation.State.State.Should().Be("confirmed");
        confirmation.State.Outcome.Should().Be("confirmed");
        confirmation["members"].Should().Be("法制办、监察局");
        confirmation.Issued.Should().Equal("confirmation 桦报备审〔2026〕1号");
        confirmation.Letter("confirmation").Template.Should().Be("huadian.filing-confirmation");
        var filing = Filings.Of(confirmation);
        filing.State.State.Should().Be("completed");
        filing.State.Outcome.Should().Be("completed");
        filing.State.Children.Should().ContainSingle("nothing is ordered to be disclosed");
        filing["filing.complete"].Should().Be(true);
        filing["filing.truthful"].Should().Be(true);
        filing.Facts("assessment-finding").Should().BeEmpty();
    }

    [Test, Rule("HD-NDF-04")]
    public void What_does_not_qualify_is_ordered_to_be_disclosed()
    {
        var confirmation = Filings.WithOpinion().Fire("confirm", Filings.Rejecting);
        confirmation.Issued.Should().BeEquivalentTo("confirmation 桦报备审〔2026〕1号", "disclosure-order 桦责公〔2026〕1号");
        confirmation.Letter("disclosure-order").Template.Should().Be("huadian.disclosure-order");
        confirmation.Printed("disclosure-order", "rejected").Should().Contain("价格已经公示");
        var filing = Filings.Of(confirmation);
        filing["rejected"].Should().Be(1);
        filing.State.State.Should().Be("completed");
        filing.State.Children.Single(child => child.Linked).Procedure.Should().Be("huadian.proactive-disclosure");
        var disclosure = filing.Child("huadian.proactive-disclosure");
        disclosure.State.Agency.Should().Be(Bodies.Bureau);
        disclosure["information.title"].Should().Be("供货合同");
        disclosure["information.documentNumber"].Should().Be("桦教字〔2025〕9号");
        disclosure["information.madeBy"].Should().Be("桦甸市教育局");
        disclosure["source"].Should().Be("filing-order");
    }

    [TestCase("filing.complete")]
    [TestCase("filing.truthful")]
    [Rule("HD-NDF-06")]
    public void What_is_incomplete_or_untrue_is_a_finding_in_the_assessment(string field)
    {
        var confirmation = Filings.WithOpinion();
        confirmation.Refuse("confirm", Filings.Confirming.With(field, false)).Misses("filing.faults", "HD-NDF-06");
        confirmation.Fire("confirm", Filings.Confirming.With(field, false).With("filing.faults", "漏报两条"));
        var filing = Filings.Of(confirmation);
        filing["filing.faults"].Should().Be("漏报两条");
        filing.Facts("assessment-finding").Should().ContainSingle().Which.Values["matter"].Should().Be(new FieldValue.Text("漏报两条"));
    }

    [Test, Rule("HD-NDF-04")]
    public void A_confirmation_withdrawn_is_filed_again()
    {
        var filing = Filings.Filed();
        filing.Child(Filings.Confirmation).Withdraw();
        filing.State.State.Should().Be("ready");
    }

    [TestCase("leak")]
    [TestCase("bad-effect")]
    [Rule("HD-NDF-06")]
    public void Only_a_leak_or_a_bad_effect_is_referred(string effect)
    {
        var given = Filings.Referral.With("referral.effect", effect);
        foreach (var confirmation in new[] { Filings.Filed().Child(Filings.Confirmation), Filings.WithOpinion().Fire("confirm", Filings.Confirming) })
        {
            confirmation.Needs("refer-to-accountability", given, [.. given.Keys]).FireOnlyAs("openness-reviewer", "refer-to-accountability", given);
            confirmation.Issued.Last().Should().Be("referral 桦报移〔2026〕1号");
            confirmation.Letter("referral").Template.Should().Be("huadian.filing-referral");
            confirmation.Printed("referral", "referral.effect").Should().Be(effect);
            confirmation.Printed("referral", "referral.agency").Should().Be(Bodies.Bureau);
            confirmation.Printed("referral", "referral.matter").Should().Be("目录外泄");
            var accountability = confirmation.Child("huadian.accountability");
            accountability.State.Agency.Should().Be(Bodies.Supervision);
            confirmation.State.Children.Should().Contain(child => child.Linked && child.Id == accountability.Id);
            accountability["source"].Should().Be("leak");
            accountability["concerns.agency"].Should().Be(Bodies.Bureau);
            accountability["matter"].Should().Be("目录外泄");
            accountability["conduct"].Should().Be(effect == "leak" ? "secret-leaked" : "other");
        }
    }

    [Test, Rule("HD-NDF-04")]
    public void Neither_body_is_asked_but_by_another_case()
    {
        var entries = new Given { ["entries"] = new[] { Filings.Entry } };
        Handover.IsComplete(Filings.Confirmation, Bodies.Bureau, Bodies.Openness, entries.With("filing.period", "first"), "filing.period");
        Handover.OnlyFromAnotherCase(Filings.Confirmation, Bodies.Openness, entries.With("filing.period", "first"));
        Handover.IsComplete(Filings.Opinion, Bodies.Openness, Bodies.Secrecy, entries);
        Handover.OnlyFromAnotherCase(Filings.Opinion, Bodies.Secrecy, entries);
    }
}
