using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_the_reply_is_given
{
    private static Case Reviewed() => Application.UnderReview("2026-03-02");

    [Test, Rule("BC-APP-03"), Rule("BC-APP-04")]
    public void On_the_spot_where_that_is_possible()
    {
        var application = Reviewed();
        application.Refuse("reply", Application.OnTheSpot.Without("reply.onTheSpot")).Misses("reply.onTheSpot", "BC-APP-03");
        application.Refuse("reply", Application.OnTheSpot.Without("reply.content")).Misses("reply.content", "BC-APP-03");
        application.Refuse("reply", Application.OnTheSpot.Without("delivery.asRequested")).Misses("delivery.asRequested", "BC-APP-04");
        application.Refuse("reply", Application.OnTheSpot.Without("delivery.asItExists")).Misses("delivery.asItExists", "BC-APP-04");
        application.Refuse("reply").Misses("reply.outcome", "BC-APP-03");
        application.FireOnlyAs("handler", "reply", Application.OnTheSpot);
        application.State.State.Should().Be("delivered");
        application.State.Outcome.Should().Be("disclosed");
        application.Issued.Should().Equal("reply-letter 白商答复〔2026〕1号");
        application.Letter("reply-letter").Template.Should().Be("baicheng.reply");
        application.Due("reply").Should().BeNull();
    }

    [Test, Rule("BC-APP-04")]
    public void Or_delivered_within_a_time_told()
    {
        var later = Application.OnTheSpot.With("reply.onTheSpot", false).With("delivery.by", "2026-04-10");
        var application = Reviewed();
        application.Refuse("reply", later.Without("delivery.by")).Misses("delivery.by", "BC-APP-04");
        application.Fire("reply", later).State.State.Should().Be("awaiting-delivery");
        application.Issued.Should().Equal("reply-letter 白商答复〔2026〕1号");
        application.FireOnlyAs("handler", "deliver").State.Outcome.Should().Be("disclosed");
    }

    [TestCase("inspection")]
    [TestCase("copies")]
    [TestCase("other")]
    [Rule("BC-APP-04")]
    public void In_the_form_asked_for_or_another_with_the_reason(string form)
    {
        var other = Application.OnTheSpot.With("delivery.asRequested", false).With("delivery.otherForm", form).With("delivery.otherFormReason", "原件");
        var application = Reviewed();
        application.Refuse("reply", other.Without("delivery.otherForm")).Misses("delivery.otherForm", "BC-APP-04");
        application.Refuse("reply", other.Without("delivery.otherFormReason")).Misses("delivery.otherFormReason", "BC-APP-04");
        application.Fire("reply", other)["delivery.otherForm"].Should().Be(form);
    }

    [Test, Rule("BC-APP-04")]
    public void As_it_exists() =>
        Reviewed().Refuse("reply", Application.OnTheSpot.With("delivery.asItExists", false)).CitesOnly("BC-APP-04", "六");

    [Test, Rule("BC-APP-03"), Rule("BC-APP-05")]
    public void There_is_no_extension()
    {
        var application = Reviewed();
        application.Refuse("extend", new Given { ["extension.days"] = 5 }).Code.Should().Be(Workflows.Engine.RefusalCode.NotFound);
        application.Due("reply").Should().Be("2026-03-23");
    }

    [TestCase("state-secret")]
    [TestCase("commercial-secret")]
    [TestCase("personal-privacy")]
    [TestCase("security-or-stability")]
    [Rule("BC-APP-06")]
    public void A_refusal_has_one_of_the_grounds_and_enters_the_register(string ground)
    {
        var refusal = Application.Refusing(ground);
        var application = Reviewed();
        foreach (var field in refusal.Keys.Where(key => key is "reply.grounds" or "reply.reasons" or "information.title" or "information.madeOn"))
            application.Refuse("reply", refusal.Without(field)).Misses(field, "BC-APP-06");
        if (ground == "state-secret")
            application.Refuse("reply", refusal.Without("information.secrecyLevel")).Misses("information.secrecyLevel", "BC-APP-06");
        application.Fire("reply", refusal).State.Outcome.Should().Be("refused");
        application.Issued.Should().Equal("reply-letter 白商答复〔2026〕1号");
        Entered(application, ground == "state-secret");
    }

    [TestCase(true)]
    [TestCase(false)]
    [Rule("BC-APP-06")]
    public void So_does_a_part_that_is_withheld(bool onTheSpot) =>
        Entered(Reviewed().Fire("reply", Application.Partly.With("reply.onTheSpot", onTheSpot).With("delivery.by", "2026-04-10")), false);

    [TestCase("already-public")]
    [TestCase("not-this-agency")]
    [TestCase("not-found")]
    [Rule("BC-APP-03")]
    public void What_is_not_there_to_give_is_told_in_writing(string outcome)
    {
        var application = Reviewed().Fire("reply", new Given { ["reply.outcome"] = outcome, ["reply.content"] = "见网站", ["reply.reasons"] = "经检索" });
        application.State.Outcome.Should().Be(outcome);
        application.Issued.Should().Equal("reply-letter 白商答复〔2026〕1号");
        application.Facts("non-disclosure-register").Should().BeEmpty();
    }

    private static void Entered(Case application, bool secret)
    {
        var entry = application.Facts("non-disclosure-register").Should().ContainSingle().Subject;
        entry.Values.Keys.Should().Equal(secret ? ["documentNumber", "madeOn", "secrecyLevel", "title"] : ["documentNumber", "madeOn", "title"]);
        entry.Values["title"].Should().Be(new FieldValue.Text("补贴名单"));
        entry.Basis.Article.Should().Be("二(一)");
    }
}
