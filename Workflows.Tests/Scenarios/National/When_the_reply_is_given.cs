using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.National;

[Rule("N19-APP-01")]
public class When_the_reply_is_given
{
    private static Case Reviewed() => Application.UnderReview("2026-03-02");

    [Test]
    public void On_the_spot_where_that_is_possible()
    {
        var application = Reviewed().Needs("reply", Application.OnTheSpot, [.. Application.OnTheSpot.Keys]);
        application.FireOnlyAs("handler", "reply", Application.OnTheSpot);
        application.State.State.Should().Be("delivered");
        application.State.Outcome.Should().Be("disclosed");
        application.Issued.Should().Equal("reply-letter 答复〔2026〕1号");
        application.Letter("reply-letter").Template.Should().Be("national-2019.reply");
        application.Due("reply").Should().BeNull();
    }

    [Test]
    public void Or_within_a_time_told()
    {
        var later = Application.OnTheSpot.With("reply.onTheSpot", false).With("delivery.by", "2026-04-10");
        var application = Reviewed().Needs("reply", later, "delivery.by").Fire("reply", later);
        application.State.State.Should().Be("awaiting-delivery");
        application.Issued.Should().Equal("reply-letter 答复〔2026〕1号");
        application.Due("reply").Should().BeNull("the reply ends the period, not the delivery");
        application.FireOnlyAs("handler", "deliver").State.Outcome.Should().Be("disclosed");
    }

    [TestCase("already-public", "already-public")]
    [TestCase("not-found", "not-found")]
    [TestCase("not-this-agency", "not-this-agency")]
    [TestCase("repeat", "repeat-not-processed")]
    [TestCase("special-rules", "special-rules")]
    public void Every_answer_of_article_36_is_there(string outcome, string state)
    {
        var reply = new Given { ["reply.outcome"] = outcome, ["reply.content"] = "见网站", ["reply.reasons"] = "理由", ["otherAgency.name"] = "财政局", ["otherAgency.contact"] = "0432-9" };
        var application = Reviewed().Needs("reply", reply, "otherAgency.contact").Fire("reply", reply);
        application.State.State.Should().Be(state);
        application.State.Outcome.Should().Be(outcome);
        application.Issued.Should().Equal("reply-letter 答复〔2026〕1号");
    }

    [Test]
    public void A_refusal_names_ground_and_reasons()
    {
        var refusal = new Given { ["reply.outcome"] = "refused", ["reply.grounds"] = new[] { "process-information" }, ["reply.reasons"] = "过程性信息" };
        var application = Reviewed().Needs("reply", refusal, "reply.grounds", "reply.reasons").Fire("reply", refusal);
        application.State.State.Should().Be("refused");
        application.State.Outcome.Should().Be("refused");
        application.Issued.Should().Equal("reply-letter 答复〔2026〕1号");
    }

    [Test]
    public void There_is_no_test_of_special_need()
    {
        var definition = Catalogue.Definition(Application.Procedure);
        definition.Fields.Single(field => field.Name == "reply.grounds").Values.Should().NotContain(value => value.Value == "unrelated-to-needs");
        definition.Fields.Should().NotContain(field => field.Name == "request.purpose");
    }

    [TestCase("received")]
    [TestCase("review/examination")]
    public void The_head_of_the_office_extends_once_by_at_most_twenty_working_days(string state)
    {
        var application = (state == "received" ? Application.Received("2026-03-02") : Reviewed()).On("2026-03-30");
        var extension = new Given { ["extension.days"] = 20, ["extension.reason"] = "检索量大" };
        application.Needs("extend", extension, [.. extension.Keys]);
        application.Refuse("extend", extension.With("extension.days", 21)).CitesOnly("N19-APP-01", "第三十三条第二款");
        application.FireOnlyAs("office-head", "extend", extension);
        application.State.State.Should().Be(state);
        application.Due("reply").Should().Be("2026-04-28");
        application.Issued.Should().Equal("extension-notice 延期〔2026〕1号");
        application.Letter("extension-notice").Template.Should().Be("national-2019.extension-notice");
        application.Refuse("extend", extension.With("extension.days", 1)).CitesOnly("N19-APP-01", "第三十三条第二款");
    }

    [Test]
    public void Not_after_the_due_date() =>
        Reviewed().On("2026-03-31").Refuse("extend", new Given { ["extension.days"] = 1, ["extension.reason"] = "迟" }).CitesOnly("N19-APP-01", "第三十三条第二款");
}
