using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_classified_information_is_gone_through
{
    [TestCase("2026-01-14", "2026-02-01", "2026-03-05", Description = "over Spring Festival, 15 to 23 February; 14 and 28 February are worked")]
    [TestCase("2026-10-12", "2026-11-01", "2026-11-27")]
    [Rule("HD-SEC-09")]
    public void The_calendar_opens_it_every_quarter(string published, string day, string due)
    {
        var world = Scheduled.Publish(Catalogue.World().On(published), Secrets.Review);
        Secrets.Marked(world: world);
        var review = Scheduled.On(day, world, Secrets.Review, Bodies.Bureau);
        review.State.State.Should().Be("under-review");
        review["items"].Should().Be(1);
        review.Due("review").Should().Be(due);
        review.Child(Secrets.Decision)["item.title"].Should().Be("考试命题场所安全方案");
    }

    [Test, Rule("HD-SEC-09")]
    public void It_opens_in_February_May_August_and_November_for_every_agency() =>
        Scheduled.Until("2026-12-31", Scheduled.Publish(Catalogue.World().On("2026-01-14"), Secrets.Review), Secrets.Review).Should().BeEquivalentTo(
            "2026-02-01 huadian.bureau", "2026-02-01 huadian.price", "2026-05-01 huadian.bureau", "2026-05-01 huadian.price",
            "2026-08-01 huadian.bureau", "2026-08-01 huadian.price", "2026-11-01 huadian.bureau", "2026-11-01 huadian.price");

    [TestCase(Bodies.City, Description = "its superior")]
    [TestCase(Bodies.Price)]
    [Rule("HD-SEC-09")]
    public void Each_agency_goes_through_its_own(string agency) =>
        Case.Open(Secrets.Marked().World, Secrets.Review, agency, new Given())["items"].Should().BeNull();

    [Test, Rule("HD-SEC-09")]
    public void The_reviewer_goes_through_what_was_classified_item_by_item()
    {
        var world = Secrets.Marked().World.On("2026-02-02");
        var review = Case.OpenOnlyAs("secrecy-reviewer", world, Secrets.Review, Bodies.Bureau, new Given());
        review.Due("review").Should().Be("2026-03-06");
        review["items"].Should().Be(1);
        var decision = review.Child(Secrets.Decision);
        decision.State.Agency.Should().Be(Bodies.Bureau);
        decision.State.State.Should().Be("examination");
        decision["item.level"].Should().Be("secret");
        decision["item.madeOn"].Should().Be("2026-01-12");
        decision["item.madeBy"].Should().Be("安全科");
        decision["item.documentNumber"].Should().Be("桦教密〔2026〕1号");
        decision.Due("secrecy-period").Should().Be("2036-01-12");
        review.Needs("complete", Secrets.Summary, "summary").Refuse("complete", Secrets.Summary).CitesOnly("HD-SEC-09", "五(七)第二款");
        decision.Fire("retain", Secrets.Retaining);
        review.FireOnlyAs("secrecy-reviewer", "complete", Secrets.Summary);
        review.State.State.Should().Be("completed");
        review.State.Outcome.Should().Be("completed");
        review.State.Clocks.Should().BeEmpty();
        review.Issued.Should().Equal("declassification-report 桦密梳〔2026〕1号");
        review.Letter("declassification-report").Template.Should().Be("huadian.declassification-report");
        review.Printed("declassification-report", "items").Should().Contain("考试命题场所安全方案");
        review["summary"].Should().Be("逐条梳理完毕");
    }

    [Test, Rule("HD-SEC-09")]
    public void What_stays_secret_is_gone_through_again()
    {
        var review = Secrets.Begun(Secrets.Document.Without("secrecy.until").With("secrecy.condition", "考试结束"));
        var decision = review.Child(Secrets.Decision);
        decision["item.condition"].Should().Be("考试结束");
        decision.Needs("retain", Secrets.Retaining, [.. Secrets.Retaining.Keys])
            .FireOnlyAs("secrecy-reviewer", "retain", Secrets.Retaining.With("item.until", "2028-06-30").With("item.condition", "考试和复核结束"));
        decision.State.State.Should().Be("retained");
        decision.State.Outcome.Should().Be("retained");
        decision.State.Clocks.Should().BeEmpty();
        decision["retention.reason"].Should().Be("仍在使用");
        review.Facts("classified-information").Should().BeEmpty();
        review.Fire("complete", Secrets.Summary);
        var next = Secrets.BegunIn(review.World.On("2026-05-06")).Child(Secrets.Decision);
        next["item.title"].Should().Be("考试命题场所安全方案");
        next["item.until"].Should().Be("2028-06-30");
        next["item.condition"].Should().Be("考试和复核结束");
    }

    [Test, Rule("HD-SEC-09")]
    public void Nothing_stays_secret_beyond_its_period()
    {
        var decision = Secrets.Examined(Secrets.Document.With("secrecy.until", "2026-02-13"));
        decision.On("2026-02-14").Refuse("retain", Secrets.Retaining).CitesOnly("HD-SEC-09", "五(七)第二款");
        decision.Refuse("retain", Secrets.Retaining.With("item.until", "2030-01-01")).CitesOnly("HD-SEC-09", "五(七)第二款");
        Secrets.Examined(Secrets.Document.With("secrecy.until", "2026-02-13")).On("2026-02-13").Fire("retain", Secrets.Retaining).State.Outcome.Should().Be("retained");
    }

    [Test, Rule("HD-SEC-09")]
    public void What_is_declassified_is_approved_by_the_head()
    {
        var decision = Secrets.Examined().Needs("propose", Secrets.Proposal, [.. Secrets.Proposal.Keys]).FireOnlyAs("secrecy-reviewer", "propose", Secrets.Proposal);
        decision.State.State.Should().Be("awaiting-approval");
        decision.Needs("decline", Secrets.Remarks, "remarks").FireOnlyAs("agency-leader", "decline", Secrets.Remarks);
        decision.State.State.Should().Be("examination");
        decision["remarks"].Should().Be("保密期限过长");
        decision.Fire("propose", Secrets.Proposal).FireOnlyAs("agency-leader", "approve");
        decision.State.State.Should().Be("declassified");
        decision.State.Outcome.Should().Be("declassified");
        decision.State.Clocks.Should().BeEmpty();
        decision["declassification.on"].Should().Be("2026-02-02");
        decision["reviewer"].Should().Be("孙七");
        decision.Issued.Should().Equal("declassification-notice 桦解密〔2026〕1号");
        decision.Letter("declassification-notice").Template.Should().Be("huadian.declassification-notice");
        decision.Printed("declassification-notice", "declassification.reason").Should().Be("方案已经停用");
        decision.Printed("declassification-notice", "declassification.ground").Should().Be("harmless");
        Secrets.Of(decision).Facts("classified-information").Should().BeEmpty("it is gone through no more");
    }

    [Test, Rule("HD-SEC-09")]
    public void Whether_it_may_be_disclosed_is_decided_at_once()
    {
        var decision = Secrets.Declassified();
        var disclosure = decision.Child("huadian.proactive-disclosure");
        decision.State.Children.Should().ContainSingle(child => child.Linked && child.Id == disclosure.Id);
        disclosure.State.Agency.Should().Be(Bodies.Bureau);
        disclosure["source"].Should().Be("declassification");
        disclosure["information.title"].Should().Be("考试命题场所安全方案");
        disclosure["information.changedOrMadeOn"].Should().Be("2026-02-02");
        disclosure.Due("publication").Should().Be("2026-03-06", "Spring Festival lies between");
        decision.Facts("catalogue-on-application").Should().BeEmpty();
    }

    [Test, Rule("HD-SEC-09")]
    public void Or_it_is_given_on_application()
    {
        var decision = Secrets.Declassified(Secrets.Proposal.With("verdict", "on-application"));
        decision.State.Children.Should().BeEmpty();
        decision["declassification.on"].Should().Be("2026-02-02");
        decision.Issued.Should().Equal("declassification-notice 桦解密〔2026〕1号");
        decision.State.State.Should().Be("declassified");
        decision.Facts("catalogue-on-application").Should().ContainSingle().Which.Values.Keys.Should().BeEquivalentTo("title", "documentNumber", "madeOn", "madeBy");
    }

    [TestCase("commercial-secret", false)]
    [TestCase("privacy", false)]
    [TestCase("security-or-stability", true)]
    [Rule("HD-SEC-09")]
    public void Or_it_enters_the_register_with_its_reason(string ground, bool outside)
    {
        var withholding = Secrets.Withholding.With("verdict.ground", ground);
        foreach (var field in new[] { "verdict.ground", "verdict.description", "verdict.reason" })
            Secrets.Examined().Refuse("propose", withholding.Without(field)).Misses(field, "HD-SEC-09");
        var decision = Secrets.Declassified(withholding);
        decision.State.Children.Should().BeEmpty();
        decision.State.State.Should().Be("declassified");
        decision["declassification.on"].Should().Be("2026-02-02");
        decision.Issued.Should().Equal("declassification-notice 桦解密〔2026〕1号");
        decision.Facts("catalogue-not-disclosed").Should().ContainSingle().Which.Values["reason"].Should().Be(new FieldValue.Text("涉及个人隐私"));
        var entry = decision.Facts("non-disclosure-register").Should().ContainSingle().Which.Values;
        entry["outsideReport"].Should().Be(new FieldValue.Boolean(outside));
        entry["description"].Should().Be(new FieldValue.Text("场所人员名单"));
    }

    [Test, Rule("HD-SEC-09")]
    public void What_was_taken_up_in_vain_is_taken_up_again()
    {
        var review = Secrets.Begun(Secrets.Document.With("secrecy.condition", "考试结束"));
        review.Child(Secrets.Decision).Withdraw();
        review.Refuse("complete", Secrets.Summary).CitesOnly("HD-SEC-09", "五(七)第二款");
        var again = review.Child(Secrets.Decision, 1);
        foreach (var (field, value) in review.Child(Secrets.Decision).State.Fields)
            again.State.Fields[field].Should().Be(value);
        again.Fire("retain", Secrets.Retaining);
        review.Fire("complete", Secrets.Summary).State.State.Should().Be("completed");
        review.State.Children.Should().HaveCount(2, "what was dealt with is not taken up again");
    }

    [Test, Rule("HD-SEC-09")]
    public void Each_item_belongs_to_a_review()
    {
        var item = new Given { ["item.title"] = "方案", ["item.documentNumber"] = "1号", ["item.madeOn"] = "2026-01-12", ["item.madeBy"] = "安全科", ["item.level"] = "secret", ["item.until"] = "2030-01-12", ["item.condition"] = "考试结束" };
        Handover.IsComplete(Secrets.Decision, Bodies.Bureau, Bodies.Bureau, item, "item.title", "item.madeOn", "item.madeBy", "item.level");
        Handover.OnlyFromAnotherCase(Secrets.Decision, Bodies.Bureau, item);
    }
}
