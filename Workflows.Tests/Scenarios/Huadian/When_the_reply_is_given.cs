using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_the_reply_is_given
{
    private static Case Ready() => Application.ReadyToDisclose("2026-03-02");

    private static Case Secret() => Application.UnderReview("2026-03-02").Fire("record-findings", Application.Nothing.With("findings.commercialSecret", "yes"))
        .Fire("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret"));

    [Test, Rule("HD-APP-09"), Rule("HD-APP-14"), Rule("HD-APP-24")]
    public void What_can_be_given_on_the_spot_is_given_on_the_spot()
    {
        var application = Ready().Needs("reply", Replies.OnTheSpot, [.. Replies.OnTheSpot.Keys.Except(["fees.charged", "reply.onTheSpot"])]);
        application.Refuse("reply", Replies.OnTheSpot.Without("reply.onTheSpot")).Fields.Select(problem => problem.Field).Should().Contain("reply.onTheSpot");
        application.Refuse("reply", Replies.Later.Without("reply.onTheSpot")).Misses("reply.onTheSpot", "HD-APP-09");
        application.Fire("reply", Replies.OnTheSpot);
        application.State.State.Should().Be("delivered");
        application.State.Outcome.Should().Be("disclosed");
        application["delivery.deliveredOn"].Should().Be("2026-03-02");
        application["reply.content"].Should().Be("资金安排表");
        application.LastMove.Basis.Article.Should().Be("第十条第一款");
        application.Due("reply").Should().BeNull();
        application.Issued.TakeLast(2).Should().Equal("reply-form 桦答复〔2026〕1号", "notice-disclosed 桦答复〔2026〕1号");
        application.Letter("reply-form").Template.Should().Be("huadian.attachment-6");
        application.Letter("notice-disclosed").Template.Should().Be("huadian.notice-disclosed");
    }

    [Test, Rule("HD-APP-14"), Rule("HD-APP-24"), Rule("HD-APP-17")]
    public void What_cannot_be_given_at_once_has_a_day_by_which_it_will_be()
    {
        var application = Ready().Needs("reply", Replies.Later, "delivery.way", "delivery.by").On("2026-03-09").Fire("reply", Replies.Later);
        application.State.State.Should().Be("awaiting-delivery");
        application.LastMove.Basis.Article.Should().Be("第八条第(一)项");
        application.Printed("notice-disclosed", "delivery.by").Should().Be("2026-04-10");
        application.Printed("reply-form", "labels.delivery.way").Should().Be("邮寄");
        application.Due("reply").Should().BeNull("the reply ends the reply clock");
        application.Due("delivery").Should().Be("2026-04-10");
        var delivery = new Given { ["delivery.way"] = "courier", ["delivery.deliveredOn"] = "2026-04-10" };
        application.On("2026-04-10").Needs("deliver", delivery, [.. delivery.Keys]).FireOnlyAs("handler", "deliver", delivery);
        application.State.State.Should().Be("delivered");
        application["delivery.deliveredOn"].Should().Be("2026-04-10");
        application.State.Clocks.Should().BeEmpty();
        application.Facts("late-delivery").Should().BeEmpty();
    }

    [Test, Rule("HD-APP-24")]
    public void A_late_delivery_is_recorded_with_its_reason()
    {
        var late = new Given { ["delivery.way"] = "mail", ["delivery.deliveredOn"] = "2026-04-13", ["delivery.lateReason"] = "邮路中断" };
        var application = Ready().Fire("reply", Replies.Later).On("2026-04-13");
        application.Refuse("deliver", late.Without("delivery.lateReason")).Misses("delivery.lateReason", "HD-APP-24");
        var fact = application.Fire("deliver", late).Facts("late-delivery").Should().ContainSingle().Subject;
        fact.Values.Keys.Should().Equal("deliverBy", "deliveredOn");
    }

    [TestCase("mail")]
    [TestCase("courier")]
    [TestCase("email")]
    [TestCase("fax")]
    [TestCase("collection")]
    [Rule("HD-APP-17")]
    public void Every_way_of_delivery_of_attachment_6_is_there(string way) =>
        Ready().Fire("reply", Replies.Later.With("delivery.way", way))["delivery.way"].Should().Be(way);

    [Test, Rule("HD-APP-17"), Rule("HD-APP-24")]
    public void Costs_are_told_with_basis_amounts_total_day_and_place_and_paid_before_delivery()
    {
        var application = Ready().Needs("reply", Replies.ForAFee, [.. Replies.ForAFee.Keys.Where(key => key.StartsWith("fees.") && key != "fees.charged")]);
        application.Refuse("reply", Replies.ForAFee.Without("fees.charged")).Fields.Select(problem => problem.Field).Should().Contain("fees.charged");
        application.Fire("reply", Replies.ForAFee);
        application.State.State.Should().Be("awaiting-payment");
        application.LastMove.Basis.Article.Should().Be("附件6");
        foreach (var field in Replies.ForAFee.Keys.Where(key => key.StartsWith("fees.")))
            application.Printed("reply-form", field).Should().NotBeEmpty(field);
        application.Printed("reply-form", "fees.total").Should().Be("25.5");
        application.Printed("reply-form", "fees.payBy").Should().Be("2026-03-31");
        application.Refuse("deliver", new Given { ["delivery.way"] = "mail", ["delivery.deliveredOn"] = "2026-03-02" }).CitesOnly("HD-APP-17", "附件6");
        application.On("2026-12-01").State.State.Should().Be("awaiting-payment", "an unpaid fee closes nothing by itself");
        application.FireOnlyAs(["registrar", "handler"], "confirm-payment").State.State.Should().Be("awaiting-delivery");
        application["fees.paidOn"].Should().Be("2026-12-01");
    }

    [TestCase(25.4)]
    [TestCase(25.6)]
    [TestCase(0.0)]
    [Rule("HD-APP-24")]
    public void The_total_is_the_sum_of_the_three_fees(double total)
    {
        var application = Ready();
        application.Refuse("reply", Replies.ForAFee.With("fees.total", total)).CitesOnly("HD-APP-24", "附件6");
        application.Fire("reply", Replies.ForAFee.With("fees.search", 5.10m).With("fees.total", 25.60m)).State.State.Should().Be("awaiting-payment");
    }

    [Test, Rule("HD-APP-24")]
    public void Payment_starts_the_delivery_clock()
    {
        var application = Ready().Fire("reply", Replies.ForAFee);
        application.State.Clocks.Should().BeEmpty();
        application.On("2026-03-16").Fire("confirm-payment").Due("delivery").Should().Be("2026-04-10");
        application.On("2026-04-11").State.Clocks["delivery"].Warned.Should().Be(0, "overdue has been recorded");
    }

    [TestCase("disclosed", "notice-disclosed")]
    [TestCase("partly-disclosed", "notice-partly-disclosed")]
    [Rule("HD-APP-14"), Rule("HD-APP-19"), Rule("HD-APP-24")]
    public void The_notice_fits_the_outcome_on_every_way_to_the_applicant(string outcome, string notice)
    {
        var part = outcome == "disclosed" ? new Given() : Replies.Partly.Without("reply.onTheSpot");
        foreach (var reply in new[] { Replies.OnTheSpot, Replies.Later, Replies.ForAFee })
        {
            var application = Secret().Fire("override-objection", Application.Override).Fire("reply", reply.With(part.Without("fees.charged")));
            application.Issued.TakeLast(2).Should().Equal("reply-form 桦答复〔2026〕1号", $"{notice} 桦答复〔2026〕1号");
            application.Letter(notice).Template.Should().Be($"huadian.{notice}");
            application["notice.remedies"].Should().NotBeNull();
        }
    }

    [Test, Rule("HD-APP-14"), Rule("HD-SEC-08")]
    public void A_part_is_withheld_with_its_ground_and_reasons()
    {
        var application = Secret().Needs("reply", Replies.Partly, "reply.withheldPart", "reply.grounds", "reply.reasons").Fire("reply", Replies.Partly);
        application.Printed("notice-partly-disclosed", "reply.withheldPart").Should().Be("供应商报价");
        application.Printed("notice-partly-disclosed", "reply.reasons").Should().Be("属于商业秘密");
    }

    [Test, Rule("HD-APP-14"), Rule("HD-APP-19"), Rule("HD-APP-24")]
    public void A_refusal_names_ground_reasons_and_remedies()
    {
        var refusal = Replies.Refusing("commercial-secret");
        var application = Secret();
        application.Refuse("reply", refusal.Without("reply.reasons")).Misses("reply.reasons", "HD-APP-14");
        application.Refuse("reply", new Given { ["reply.outcome"] = "refused", ["reply.reasons"] = "无" }).Misses("reply.grounds", "HD-APP-14");
        application.Fire("reply", refusal);
        application.State.State.Should().Be("refused");
        application.State.Outcome.Should().Be("refused");
        application.LastMove.Basis.Article.Should().Be("第八条第(二)项");
        application.Issued.TakeLast(2).Should().Equal("reply-form 桦答复〔2026〕1号", "notice-refused 桦答复〔2026〕1号");
        application.Letter("notice-refused").Template.Should().Be("huadian.notice-refused");
        application.Printed("notice-refused", "notice.remedies").Should().Contain("举报").And.Contain("行政复议").And.Contain("行政诉讼");
        application.Printed("notice-refused", "reply.reasons").Should().Be("见告知书");
    }

    [TestCase("commercial-secret", "三(四)")]
    [TestCase("personal-privacy", "三(四)")]
    [TestCase("state-secret", "三(四)")]
    [TestCase("security-or-stability", "三(四)")]
    [Rule("HD-APP-24")]
    public void A_ground_that_nobody_found_is_none(string ground, string article) =>
        Ready().Refuse("reply", Replies.Refusing(ground)).CitesOnly("HD-APP-24", article);

    [TestCase("not-this-agency", "notice-not-this-agency")]
    [TestCase("not-found", "notice-not-found")]
    [Rule("HD-APP-19"), Rule("HD-APP-14"), Rule("HD-APP-24")]
    public void A_notice_that_gives_nothing_names_the_remedies(string outcome, string notice)
    {
        var application = Ready().Fire("reply", outcome == "not-found" ? Replies.NotFound : Replies.NotThisAgency);
        application.Printed(notice, "notice.remedies").Should().Contain("行政复议");
        application.Letter(notice).Number.Text.Should().Be("桦答复〔2026〕1号");
        application.Letter(notice).Template.Should().Be($"huadian.{notice}");
    }

    [TestCase("end-already-public")]
    [TestCase("end-not-this-agency")]
    [TestCase("end-not-found")]
    [Rule("HD-APP-19")]
    public void So_does_attachment_4_when_it_ends_the_case(string trigger)
    {
        var input = trigger switch
        {
            "end-already-public" => new Given { ["alreadyPublic.where"] = "网站" },
            "end-not-this-agency" => new Given { ["otherAgency.ascertainable"] = false },
            _ => new Given(),
        };
        var application = Application.Registered("2026-03-02").Fire(trigger, input);
        application.Printed("suspension-notice", "notice.remedies").Should().Contain("行政诉讼");
        application.Issued.Last().Should().Be("suspension-notice 桦中止〔2026〕1号");
        application.Letter("suspension-notice").Template.Should().Be("huadian.attachment-4");
    }

    [Test, Rule("HD-APP-23"), Rule("HD-APP-24")]
    public void The_reply_form_carries_number_applicant_day_and_description()
    {
        var application = Ready().Fire("reply", Replies.OnTheSpot);
        application.Printed("reply-form", "document.number").Should().Be("桦答复〔2026〕1号");
        application.Printed("reply-form", "applicant.name").Should().Be("张三");
        application.Printed("reply-form", "applicant.appliedOn").Should().Be("2026-01-05");
        application.Printed("reply-form", "request.description").Should().Be("2025年中小学校舍维修资金安排");
    }

    [TestCase("inspection")]
    [TestCase("copies")]
    [TestCase("other")]
    [Rule("HD-APP-18")]
    public void Another_form_is_given_with_the_reason_why_the_one_asked_for_is_impossible(string form)
    {
        var other = Replies.OnTheSpot.With("delivery.asRequested", false).With("delivery.otherForm", form).With("delivery.otherFormReason", "原件不能复印");
        var application = Ready();
        application.Refuse("reply", other.Without("delivery.asRequested")).Misses("delivery.asRequested", "HD-APP-18");
        application.Refuse("reply", other.Without("delivery.otherForm")).Misses("delivery.otherForm", "HD-APP-18");
        application.Refuse("reply", other.Without("delivery.otherFormReason")).Misses("delivery.otherFormReason", "HD-APP-18");
        application.Fire("reply", other)["delivery.otherForm"].Should().Be(form);
    }

    [Test, Rule("HD-APP-17")]
    public void A_fee_reduction_is_decided_and_granted_only_on_proof()
    {
        var form = Forms.Citizen.With("request.feeReduction", true);
        var application = Application.ReadyToDisclose("2026-03-02", form);
        application.Refuse("reply", Replies.ForAFee).Misses("fees.reductionDecision", "HD-APP-17");
        application.Refuse("reply", Replies.ForAFee.With("fees.reductionDecision", "granted")).CitesOnly("HD-APP-17", "附件3");
        application.Fire("reply", Replies.ForAFee.With("fees.reductionDecision", "declined"))["fees.reductionDecision"].Should().Be("declined");
        Application.ReadyToDisclose("2026-03-02", form.With("enclosures", new[] { "id-copy", "fee-reduction-proof" }))
            .Fire("reply", Replies.ForAFee.With("fees.reductionDecision", "granted")).State.State.Should().Be("awaiting-payment");
    }
}
