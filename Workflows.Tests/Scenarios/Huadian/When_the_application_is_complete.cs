using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_application_is_complete
{
    [Test, Rule("HD-APP-06"), Rule("HD-APP-23")]
    public void It_is_accepted_with_attachment_5_and_the_day_of_the_reply()
    {
        var application = Application.Registered("2026-02-10").On("2026-02-11").FireOnlyAs("registrar", "accept", Application.Genuine);
        application.State.State.Should().Be("accepted");
        application["preliminary.result"].Should().Be("accepted");
        application["preliminary.identityGenuine"].Should().Be(true);
        application.Issued.Last().Should().Be("acceptance-notice 桦受理〔2026〕1号");
        application.Letter("acceptance-notice").Template.Should().Be("huadian.attachment-5");
        application.Printed("acceptance-notice", "clocks.reply.due").Should().Be("2026-03-09");
        application.Due("reply").Should().Be("2026-03-09");
    }

    [Test, Rule("HD-APP-23")]
    public void Attachment_5_names_applicant_subject_officer_phones_and_days()
    {
        var application = Application.Accepted("2026-03-02");
        string Printed(string path) => application.Printed("acceptance-notice", path);
        Printed("document.number").Should().Be("桦受理〔2026〕1号");
        Printed("applicant.name").Should().Be("张三");
        Printed("case.receivedOn").Should().Be("2026-03-02");
        Printed("request.description").Should().Be("2025年中小学校舍维修资金安排");
        Printed("handling.officer").Should().Be("赵六");
        Printed("agency.enquiryPhone").Should().Be("0432-66220000");
        Printed("agency.complaintPhones.superior").Should().Be("0432-66222307");
        Printed("agency.complaintPhones.supervisory").Should().Be("0432-66222918");
        Printed("agency.complaintPhones.openness").Should().Be("0432-66273392");
        Printed("document.date").Should().Be("2026-03-02");
    }

    [Test, Rule("HD-APP-23")]
    public void An_officer_is_named_from_the_registration_on() =>
        Application.Received("2026-03-02").Refuse("register").Misses("handling.officer", "HD-APP-23");

    [Test, Rule("HD-APP-07")]
    public void Taking_a_later_one_first_is_recorded_with_the_reason()
    {
        var application = Application.Accepted("2026-03-02");
        application.Refuse("begin-detailed-review").Misses("handling.outOfOrder", "HD-APP-07");
        var early = new Given { ["handling.outOfOrder"] = true };
        application.Refuse("begin-detailed-review", early).Misses("handling.outOfOrderReason", "HD-APP-07");
        application.FireOnlyAs("handler", "begin-detailed-review", early.With("handling.outOfOrderReason", "紧急"));
        application.State.State.Should().Be("detailed-review/examination");
        application["handling.outOfOrder"].Should().Be(true);
        application["handling.outOfOrderReason"].Should().Be("紧急");
    }

    [Test, Rule("HD-APP-07"), Rule("HD-APP-27")]
    public void Several_requests_are_answered_together_within_one_limit()
    {
        var application = Application.ReadyToDisclose("2026-03-02", Forms.Citizen.With("request.items", new[] { new { description = "预算" }, new { description = "决算" } }));
        application["request.items"].Should().Be(2);
        application.State.Clocks.Should().ContainSingle();
        application.Fire("reply", Replies.OnTheSpot.With("reply.items", new[] { new { request = "预算", answer = "公开" }, new { request = "决算", answer = "公开" } }));
        application["reply.items"].Should().Be(2);
        application.Issued.Should().ContainSingle(document => document.StartsWith("reply-form"));
    }
}
