using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using HuadianApplication = Workflows.Tests.Scenarios.Huadian.Application;

namespace Workflows.Tests.Scenarios;

public class When_an_application_lives_its_whole_life
{
    private static readonly Given Extension = new() { ["extension.days"] = 15, ["extension.reason"] = "等待确定意见" };

    [Test]
    public void In_Huadian_it_is_suspended_consulted_escalated_extended_replied_and_delivered()
    {
        // E-mail on the last working day before the Spring Festival, without the copy of the identity card.
        var application = HuadianApplication.Registered("2026-02-14", Huadian.Forms.Citizen.Without("enclosures"));
        application.Due("reply").Should().Be("2026-03-13");
        application.Fire("suspend", new Given { ["suspension.reasons"] = new[] { "citizen-id-copy-missing" } }).Due("reply").Should().BeNull();

        application.On("2026-02-25").Fire("supplement", HuadianApplication.Officer.With("enclosures", new[] { "id-copy" }));
        application.On("2026-02-26").Fire("accept", HuadianApplication.Genuine);
        application.Printed("acceptance-notice", "clocks.reply.due").Should().Be("2026-03-17");

        application.On("2026-02-28").Fire("begin-detailed-review", HuadianApplication.InOrder).Fire("record-findings", HuadianApplication.Secret.With("findings.stateSecret", "doubt"));
        HuadianApplication.Party(HuadianApplication.Consult(application.On("2026-03-02"), "甲公司")).On("2026-03-04").Fire("record-receipt");
        application.State.Clocks["reply"].Deadline.Status.Should().Be(DueStatus.Open);
        application.On("2026-03-26");
        HuadianApplication.Party(application).State.Outcome.Should().Be("deemed-consent");
        HuadianApplication.Party(application).MovedOn.Should().Be("2026-03-25");
        // 26, 27, 28 February and 2 March are used; eleven working days follow 25 March, past Qingming.
        application.Due("reply").Should().Be("2026-04-10");

        var review = application.Fire("escalate-secrecy", HuadianApplication.Escalation).Child(HuadianApplication.Review)
            .Fire("refer-to-secrecy-office", Huadian.Reviews.InDoubt).Fire("request-escalation", Huadian.Reviews.To("secrecy-department")).Fire("approve-escalation");
        var determination = review.Child(HuadianApplication.Determination);
        determination.State.Agency.Should().Be(Bodies.Secrecy);
        determination.Due("answer").Should().Be("2026-04-10");
        determination.On("2026-04-10").Fire("extend", Extension.With("extension.days", 7)).Due("answer").Should().Be("2026-04-21");
        application.Due("reply").Should().Be("2026-04-10", "an escalation does not stop the reply clock");
        application.Fire("extend", Extension).Due("reply").Should().Be("2026-05-06");
        determination.On("2026-04-21").Fire("determine", Huadian.Reviews.Concluding("commercial-secret"));
        application["secrecy.conclusion"].Should().Be("commercial-secret");
        application["secrecy.decidedBy"].Should().Be("secrecy-department");

        application.Refuse("reply", Huadian.Replies.Later).Cites("HD-SEC-06", "五(五)");
        application.On("2026-05-06").Fire("record-findings", new Given { ["findings.stateSecret"] = "no" })
            .Fire("reply", Huadian.Replies.Later.With("delivery.by", "2026-05-09"));
        application.Due("reply").Should().BeNull();
        application.On("2026-05-09").Fire("deliver", new Given { ["delivery.way"] = "mail", ["delivery.deliveredOn"] = "2026-05-09" });

        application.State.Outcome.Should().Be("disclosed");
        application.State.ClosedOn.Should().Be(Workflows.Tests.Engine.World.Day("2026-05-09"));
        application.State.Clocks.Should().BeEmpty();
        application.Issued.Should().Equal(
            "application-form 桦依申〔2026〕1号",
            "receipt 桦依申〔2026〕1号",
            "suspension-notice 桦中止〔2026〕1号",
            "application-form 桦依申〔2026〕1号",
            "receipt 桦依申〔2026〕1号",
            "acceptance-notice 桦受理〔2026〕1号",
            "extension-notice 桦延期〔2026〕1号",
            "reply-form 桦答复〔2026〕1号",
            "notice-disclosed 桦答复〔2026〕1号");
    }

    [Test]
    public void In_Baicheng_the_same_silence_ends_in_a_refusal()
    {
        var application = Baicheng.Application.Received("2026-02-14", Baicheng.Application.Citizen.With("channel", "email"));
        application.On("2026-02-25").Fire("register").Due("reply").Should().Be("2026-03-17");
        application.On("2026-03-02");
        Baicheng.Application.Consult(application, "甲公司");
        var party = Baicheng.Application.Party(application).On("2026-03-04").Fire("record-receipt").On("2026-03-26");
        party.State.Outcome.Should().Be("deemed-refusal");
        party.MovedOn.Should().Be("2026-03-25");
        application.Due("reply").Should().Be("2026-04-10");
        application.Refuse("reply", Baicheng.Application.OnTheSpot).CitesOnly("BC-APP-02", "四");
        application.On("2026-04-10").Fire("reply", Baicheng.Application.Refusing("commercial-secret")).State.Outcome.Should().Be("refused");
        application.Facts("non-disclosure-register").Should().ContainSingle();
    }
}
