using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_an_application_arrives
{
    [TestCase("in-person")]
    [TestCase("letter")]
    [TestCase("fax")]
    [TestCase("email")]
    [TestCase("web")]
    [Rule("HD-APP-01")]
    public void It_is_taken_through_every_channel_of_the_text(string channel)
    {
        var application = Application.Received("2026-01-05", Forms.Citizen.With("channel", channel));
        application.State.State.Should().Be("received");
        application["channel"].Should().Be(channel);
        application.State.Reference.Should().Be("桦依申〔2026〕1号");
    }

    [Test, Rule("HD-APP-01")]
    public void An_oral_one_is_transcribed_by_a_named_officer()
    {
        var oral = Forms.Citizen.With("channel", "oral");
        RefuseToReceive(oral).Misses("transcribedBy", "HD-APP-01");
        Application.Received("2026-01-05", oral.With("transcribedBy", "赵六"))["transcribedBy"].Should().Be("赵六");
    }

    [Test, Rule("HD-APP-01")]
    public void One_by_telephone_is_refused_with_the_advice_to_use_another_channel()
    {
        var refusal = RefuseToReceive(Forms.Citizen.With("channel", "telephone"));
        refusal.CitesOnly("HD-APP-01", "三(二)2");
        refusal.Detail.Should().Contain("当面").And.Contain("信函").And.Contain("网站").And.Contain("口头");
    }

    [Test, Rule("HD-APP-01")]
    public void Only_the_registrar_takes_it()
    {
        var world = Catalogue.World().On("2026-01-05");
        world.Actor = Bodies.AllBut("registrar");
        Case.RefuseToOpen(world, Application.Procedure, Bodies.Bureau, Forms.Citizen).CitesOnly("HD-APP-01", "第四条");
    }

    [TestCase("letter")]
    [TestCase("fax")]
    [TestCase("email")]
    [Rule("HD-APP-25")]
    public void Whether_it_bears_the_mark_is_recorded_for_what_comes_by_post_fax_or_mail(string channel)
    {
        RefuseToReceive(Forms.Citizen.With("channel", channel).Without("request.mark")).Misses("request.mark", "HD-APP-25");
        Application.Received("2026-01-05", Forms.Citizen.With("channel", channel).With("request.mark", false))["request.mark"].Should().Be(false);
    }

    [Test, Rule("HD-APP-25")]
    public void Handed_in_it_needs_no_mark() =>
        Application.Received("2026-01-05", Forms.Citizen.With("channel", "in-person").Without("request.mark")).State.State.Should().Be("received");

    [Test, Rule("HD-APP-09")]
    public void The_day_of_receipt_and_the_day_of_registration_are_both_kept()
    {
        var application = Application.Received("2026-01-05").On("2026-01-07").FireOnlyAs("registrar", "register", Application.Officer);
        application["receivedOn"].Should().Be("2026-01-05");
        application["registeredOn"].Should().Be("2026-01-07");
        application.State.State.Should().Be("preliminary-review");
    }

    [Test, Rule("HD-APP-09"), Rule("HD-APP-14")]
    public void A_receipt_under_the_number_of_the_case_is_given_at_registration()
    {
        var application = Application.Registered("2026-01-05");
        application.Issued.Should().Equal("application-form 桦依申〔2026〕1号", "receipt 桦依申〔2026〕1号");
        application.Letter("receipt").Template.Should().Be("huadian.receipt");
        application.Letter("receipt").Basis.Article.Should().Be("第八条");
    }

    [Test, Rule("HD-APP-09")]
    public void The_reply_is_due_fifteen_working_days_after_registration_and_not_after_receipt()
    {
        var application = Application.Received("2026-02-10");
        application.Due("reply").Should().BeNull();
        // 14 and 28 February are worked, 15 to 23 February are the Spring Festival.
        application.On("2026-02-13").Fire("register", Application.Officer).Due("reply").Should().Be("2026-03-12");
    }

    [TestCase("2026-01-05", "2026-01-26")]
    [TestCase("2026-03-26", "2026-04-17")]
    [TestCase("2026-04-20", "2026-05-13")]
    [TestCase("2026-09-14", "2026-10-10")]
    [TestCase("2026-09-21", "2026-10-19")]
    [Rule("HD-APP-09")]
    public void Holidays_do_not_count_and_make_up_days_do(string registered, string due) =>
        Application.Registered(registered).Due("reply").Should().Be(due);

    private static Refusal RefuseToReceive(Given form) =>
        Case.RefuseToOpen(Catalogue.World().On("2026-01-05"), Application.Procedure, Bodies.Bureau, form);
}
