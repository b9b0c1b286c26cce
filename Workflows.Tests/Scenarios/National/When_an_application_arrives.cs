using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.National;

[Rule("N19-APP-01")]
public class When_an_application_arrives
{
    [TestCase("in-person")]
    [TestCase("oral")]
    [TestCase("registered-mail")]
    public void Handed_in_or_signed_for_it_is_received_that_day(string channel)
    {
        var application = Application.Received("2026-03-02", Application.Form.With("channel", channel));
        application.State.State.Should().Be("received");
        application["arrivedOn"].Should().Be("2026-03-02");
        application["receiptConfirmedOn"].Should().Be("2026-03-02");
        application.Due("reply").Should().Be("2026-03-30");
        application.Due("correction-notice").Should().Be("2026-03-11");
    }

    [TestCase("ordinary-mail")]
    [TestCase("internet")]
    [TestCase("fax")]
    public void Otherwise_on_the_day_both_sides_confirm(string channel)
    {
        var application = Application.Received("2026-02-27", Application.Form.With("channel", channel));
        application.State.State.Should().Be("awaiting-confirmation");
        application.State.Clocks.Should().BeEmpty();
        application.On("2026-03-02");
        application.FireOnlyAs(["registrar", "handler"], "confirm-receipt").Due("reply").Should().Be("2026-03-30");
        application["arrivedOn"].Should().Be("2026-02-27");
        application["receiptConfirmedOn"].Should().Be("2026-03-02");
    }

    [Test]
    public void The_channel_is_asked_for_and_everything_is_stored()
    {
        Case.RefuseToOpen(Catalogue.World(), Application.Procedure, Bodies.Bureau, Application.Form.Without("channel")).Misses("channel", "N19-APP-01");
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("registrar");
        Case.RefuseToOpen(world, Application.Procedure, Bodies.Bureau, Application.Form).CitesOnly("N19-APP-01", "第二十九条");
        Application.Received("2026-03-02").State.Fields.Keys.Should().Contain(Application.Form.Keys);
    }

    [TestCase("applicant.name", "第二十九条第二款第(一)项")]
    [TestCase("applicant.identityProof", "第二十九条第二款第(一)项")]
    [TestCase("applicant.contact", "第二十九条第二款第(一)项")]
    [TestCase("request.description", "第二十九条第二款第(二)项")]
    [TestCase("request.form", "第二十九条第二款第(三)项")]
    public void It_is_not_clear_without(string field, string article)
    {
        var application = Application.Received("2026-03-02", Application.Form.Without(field));
        application.Refuse("find-clear").CitesOnly("N19-APP-01", article);
        Application.Received("2026-03-02").FireOnlyAs("handler", "find-clear").State.State.Should().Be("review/examination");
    }

    [Test]
    public void A_correction_is_told_within_seven_working_days_and_starts_the_reply_period_anew()
    {
        var application = Application.Received("2026-03-02").On("2026-03-11").Needs("request-correction", Application.Correction, [.. Application.Correction.Keys])
            .FireOnlyAs("handler", "request-correction", Application.Correction);
        application.State.State.Should().Be("correction-requested");
        application.State.Clocks.Should().BeEmpty();
        application.Issued.Should().Equal("correction-notice 补正〔2026〕1号");
        application.Letter("correction-notice").Template.Should().Be("national-2019.correction-notice");
        application.Printed("correction-notice", "correction.by").Should().Be("2026-03-16");
        application.Issued.Should().Equal("correction-notice 补正〔2026〕1号");
        application.Facts("late-correction-notice").Should().BeEmpty();
        application.On("2026-03-13").FireOnlyAs("registrar", "correct", new Given { ["request.description"] = "2025年预算" });
        application["receiptConfirmedOn"].Should().Be("2026-03-13");
        application["request.description"].Should().Be("2025年预算");
        application.Due("reply").Should().Be("2026-04-13");
        application.Due("correction-notice").Should().Be("2026-03-24");
    }

    [Test]
    public void A_correction_told_late_is_recorded_as_late()
    {
        var application = Application.Received("2026-03-02").On("2026-03-12").Fire("request-correction", Application.Correction);
        application.Issued.Should().Equal("correction-notice 补正〔2026〕1号");
        application.Facts("late-correction-notice").Should().ContainSingle().Which.Basis.Article.Should().Be("第三十条");
    }

    [Test]
    public void Uncorrected_without_proper_reason_it_is_deemed_abandoned_after_the_time_set()
    {
        var abandoned = new Given { ["correction.checkedOn"] = "2026-03-17", ["correction.noProperReason"] = true };
        var application = Application.Received("2026-03-02").Fire("request-correction", Application.Correction).On("2026-03-17")
            .Needs("record-abandonment", abandoned, [.. abandoned.Keys]);
        application.Refuse("record-abandonment", abandoned.With("correction.checkedOn", "2026-03-16")).CitesOnly("N19-APP-01", "第三十条");
        application.Refuse("record-abandonment", abandoned.With("correction.noProperReason", false)).CitesOnly("N19-APP-01", "第三十条");
        application.FireOnlyAs("handler", "record-abandonment", abandoned).State.Outcome.Should().Be("abandoned");
    }
}
