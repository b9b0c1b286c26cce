using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_preliminary_review_ends_the_case
{
    private static readonly string[] Both = ["registrar", "handler"];
    private static readonly Given Finance = Replies.NotThisAgency.Without("reply.outcome");

    [Test, Rule("HD-APP-05"), Rule("HD-APP-23")]
    public void Already_public_tells_way_and_place_on_attachment_4()
    {
        var where = new Given { ["alreadyPublic.where"] = "市政府门户网站" };
        var application = Application.Registered("2026-03-02").Needs("end-already-public", where, "alreadyPublic.where").FireOnlyAs(Both, "end-already-public", where);
        Ended(application, "already-public");
        application.Printed("suspension-notice", "alreadyPublic.where").Should().Be("市政府门户网站");
        application.LastMove.Basis.Article.Should().Be("三(二)3");
    }

    [Test, Rule("HD-APP-05"), Rule("HD-APP-23")]
    public void Another_agencys_information_names_it_and_how_to_reach_it()
    {
        var application = Application.Registered("2026-03-02")
            .Needs("end-not-this-agency", Finance, "otherAgency.name", "otherAgency.phone", "otherAgency.address", "otherAgency.ascertainable")
            .FireOnlyAs(Both, "end-not-this-agency", Finance);
        Ended(application, "not-this-agency");
        application.Printed("suspension-notice", "otherAgency.name").Should().Be("桦甸市财政局");
        application.Printed("suspension-notice", "otherAgency.phone").Should().Be("0432-66229999");
        application.Printed("suspension-notice", "otherAgency.address").Should().Be("人民路2号");
    }

    [Test, Rule("HD-APP-05"), Rule("HD-APP-23")]
    public void An_agency_that_cannot_be_ascertained_is_recorded_as_such()
    {
        var application = Application.Registered("2026-03-02").Fire("end-not-this-agency", new Given { ["otherAgency.ascertainable"] = false });
        Ended(application, "not-this-agency");
        application["otherAgency.ascertainable"].Should().Be(false);
        application["otherAgency.name"].Should().BeNull();
    }

    [Test, Rule("HD-APP-05")]
    public void What_does_not_exist_is_told_so() =>
        Ended(Application.Registered("2026-03-02").FireOnlyAs(Both, "end-not-found"), "not-found");

    [TestCase("end-already-public")]
    [TestCase("end-not-this-agency")]
    [TestCase("end-not-found")]
    [Rule("HD-APP-05")]
    public void After_acceptance_the_notice_of_article_8_is_used_instead(string trigger) =>
        Application.Accepted("2026-03-02").Refuse(trigger).CitesOnly("HD-APP-05", "三(二)3");

    [TestCase("already-public", "notice-disclosed", "replied-already-public", "第七条")]
    [TestCase("not-this-agency", "notice-not-this-agency", "replied-not-this-agency", "第八条第(三)项")]
    [TestCase("not-found", "notice-not-found", "replied-not-found", "第八条第(四)项")]
    [Rule("HD-APP-05"), Rule("HD-APP-14")]
    public void After_acceptance_the_reply_says_so(string outcome, string notice, string state, string article)
    {
        var reply = outcome switch
        {
            "already-public" => Replies.AlreadyPublic,
            "not-this-agency" => Replies.NotThisAgency,
            _ => Replies.NotFound,
        };
        var application = Application.UnderReview("2026-03-02").Fire("record-findings", Application.Findings("not-applicable"))
            .Needs("reply", reply, [.. reply.Keys.Except(["otherAgency.address"])])
            .Fire("reply", reply);
        application.State.State.Should().Be(state);
        application.State.Outcome.Should().Be(outcome);
        application.Issued.TakeLast(2).Should().Equal("reply-form 桦答复〔2026〕1号", $"{notice} 桦答复〔2026〕1号");
        application.Letter(notice).Template.Should().Be($"huadian.{notice}");
        application.LastMove.Basis.Article.Should().Be(article);
    }

    private static void Ended(Case application, string outcome)
    {
        application.State.Closed.Should().BeTrue();
        application.State.Outcome.Should().Be(outcome);
        application["preliminary.result"].Should().Be(outcome);
        application.Due("reply").Should().BeNull();
        application.Issued.Last().Should().Be("suspension-notice 桦中止〔2026〕1号");
        application.Letter("suspension-notice").Template.Should().Be("huadian.attachment-4");
        application.Printed("suspension-notice", "labels.preliminary.result").Should().NotBeEmpty();
    }
}
