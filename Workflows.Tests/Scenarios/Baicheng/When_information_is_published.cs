using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>Proactive disclosure, and meetings, which end in one.</summary>
public class When_information_is_published
{
    [Test, Rule("BC-PRO-01")]
    public void Sections_hand_it_to_the_office_which_publishes_within_twenty_working_days_of_the_change()
    {
        Case.OpeningNeeds(Publication.Procedure, Bodies.Commerce, Publication.Own, "information.title", "source", "scope");
        var publication = Case.OpenOnlyAs("provider", Catalogue.World().On("2026-03-09"), Publication.Procedure, Bodies.Commerce, Publication.Own.With("information.changedOrMadeOn", "2026-03-02"));
        publication.Due("publication").Should().Be("2026-03-30");
        publication.Needs("publish", Publication.OnTheSite, "publication.ways");
        publication.FireOnlyAs("office", "publish", Publication.OnTheSite).State.Outcome.Should().Be("published");
        publication["publication.publishedOn"].Should().Be("2026-03-09");
    }

    [Test, Rule("BC-PRO-01"), Rule("CNT-02")]
    public void Twenty_working_days_over_National_Day()
    {
        // Made on Friday 25 September: three days in September, the made-up Saturday, then to the 29th.
        var publication = Case.Open(Catalogue.World().On("2026-09-25"), Publication.Procedure, Bodies.Commerce, Publication.Own);
        publication.Due("publication").Should().Be("2026-10-29");
    }

    [Test, Rule("BC-PRO-01")]
    public void Late_publication_is_still_published()
    {
        var publication = Case.Open(Catalogue.World().On("2026-03-02"), Publication.Procedure, Bodies.Commerce, Publication.Own).On("2026-04-20");
        publication.State.State.Should().Be("with-office");
        publication.Fire("publish", Publication.OnTheSite).State.Outcome.Should().Be("published");
    }

    [Test, Rule("BC-PRO-01")]
    public void What_the_office_does_not_publish_goes_back_with_a_reason()
    {
        var publication = Case.Open(Catalogue.World().On("2026-03-02"), Publication.Procedure, Bodies.Commerce, Publication.Own);
        var reason = new Given { ["decline.reason"] = "不属于主动公开范围" };
        publication.Needs("decline", reason, "decline.reason");
        publication.FireOnlyAs("office", "decline", reason).State.Outcome.Should().Be("not-published");
    }

    [Test, Rule("BC-NDF-02")]
    public void What_was_ordered_to_be_public_cannot_be_declined()
    {
        var ordered = Publication.Own.With("source", "filing-order").Without("scope");
        var publication = Case.Open(Catalogue.World().On("2026-03-02"), Publication.Procedure, Bodies.Commerce, ordered);
        publication.Refuse("decline", new Given { ["decline.reason"] = "不宜公开" }).CitesOnly("BC-NDF-02", "三");
        Case.Open(Catalogue.World().On("2026-03-02"), Publication.Procedure, Bodies.Commerce, Publication.Own)
            .Fire("decline", new Given { ["decline.reason"] = "不宜公开" }).State.Outcome.Should().Be("not-published");
    }

    [Test, Rule("BC-NRM-07")]
    public void A_normative_document_comes_with_its_interpretation() =>
        Case.OpeningNeeds(Publication.Procedure, Bodies.Commerce,
            Publication.Own.With("source", "normative-document").With("information.interpretation", "解读"), "information.interpretation");
}
