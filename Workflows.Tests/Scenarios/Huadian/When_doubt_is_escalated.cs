using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Huadian;

public class When_doubt_is_escalated
{
    [Test, Rule("HD-SEC-04")]
    public void Nothing_goes_up_without_the_reasons_for_doubt()
    {
        var review = Case.Open(Catalogue.World().On("2026-03-02"), Application.Review, Bodies.Bureau, Reviews.Request.Without("doubt"))
            .Fire("refer-to-secrecy-office", Reviews.InDoubt);
        review.Refuse("request-escalation", Reviews.To("superior")).CitesOnly("HD-SEC-04", "五(三)2");
        review.Fire("request-escalation", Reviews.To("superior").With("doubt", "点位")).State.State.Should().Be("awaiting-approval");
    }

    [Test, Rule("HD-SEC-04")]
    public void What_is_sent_up_can_be_put_more_clearly()
    {
        var determination = Reviews.InSecrecyOffice("2026-03-02").Fire("request-escalation", Reviews.To("secrecy-department")
            .With("information.name", "鉴定报告（摘要）").With("information.content", "摘要")).Fire("approve-escalation").Child(Application.Determination);
        determination["information.name"].Should().Be("鉴定报告（摘要）");
        determination["information.content"].Should().Be("摘要");
    }

    [Test, Rule("HD-SEC-03"), Rule("HD-SEC-04")]
    public void The_body_asked_takes_only_what_names_information_and_doubt()
    {
        var input = Reviews.Request.With("asker", "agency").With("target", "secrecy-department");
        Handover.IsComplete(Application.Determination, Bodies.Bureau, Bodies.Secrecy, input, "information.name", "information.content", "doubt", "asker", "target");
        Handover.OnlyFromAnotherCase(Application.Determination, Bodies.Secrecy, input);
    }

    [Test, Rule("HD-SEC-12")]
    public void So_does_the_secrecy_department_that_gives_its_opinion()
    {
        Handover.IsComplete(Application.Opinion, Bodies.City, Bodies.CitySecrecy, Reviews.Request, "information.name", "information.content");
        Handover.OnlyFromAnotherCase(Application.Opinion, Bodies.CitySecrecy, Reviews.Request);
    }

    [Test, Rule("HD-SEC-03")]
    public void It_goes_up_only_with_the_approval_of_the_head_of_the_agency()
    {
        var review = Reviews.InSecrecyOffice("2026-03-02");
        review.Refuse("request-escalation").Misses("escalation.target", "HD-SEC-03");
        review.FireOnlyAs("secrecy-reviewer", "request-escalation", Reviews.To("secrecy-department"));
        review.State.State.Should().Be("awaiting-approval");
        review.State.Children.Should().BeEmpty();
        review.FireOnlyAs("agency-leader", "approve-escalation");
        review.State.State.Should().Be("escalated");
        review.State.Children.Should().ContainSingle();
    }

    [Test, Rule("HD-SEC-03")]
    public void A_head_who_declines_sends_it_back_with_the_reason()
    {
        var review = Reviews.InSecrecyOffice("2026-03-02").Fire("request-escalation", Reviews.To("superior"));
        review.Refuse("decline-escalation").Misses("escalation.declinedReason", "HD-SEC-03");
        review.FireOnlyAs("agency-leader", "decline-escalation", new Given { ["escalation.declinedReason"] = "自行研究" });
        review.State.State.Should().Be("secrecy-office-review");
        review["escalation.declinedReason"].Should().Be("自行研究");
    }

    [TestCase("superior", Bodies.City, "under-determination", "2026-03-16")]
    [TestCase("secrecy-department", Bodies.Secrecy, "under-determination", "2026-03-16")]
    [TestCase("competent-department", Bodies.Price, "under-determination-without-limit", null)]
    [Rule("HD-SEC-03"), Rule("HD-SEC-04"), Rule("HD-SEC-05")]
    public void It_passes_into_the_hands_of_the_body_asked(string target, string agency, string state, string? due)
    {
        var determination = Reviews.Escalated("2026-03-02", target).Child(Application.Determination);
        determination.State.Agency.Should().Be(agency);
        determination.State.State.Should().Be(state);
        determination.Due("answer").Should().Be(due);
        determination["target"].Should().Be(target);
        determination["asker"].Should().Be("agency");
        foreach (var (field, value) in Reviews.Request)
            determination[field].Should().Be(value);
    }

    [Test, Rule("HD-SEC-03")]
    public void The_competent_department_is_named() =>
        Reviews.InSecrecyOffice("2026-03-02").Refuse("request-escalation", new Given { ["escalation.target"] = "competent-department" })
            .Misses("escalation.agency", "HD-SEC-03");

    [TestCase("secrecy-department", Bodies.Secrecy)]
    [TestCase("competent-department", Bodies.Price)]
    [Rule("HD-SEC-03"), Rule("HD-SEC-05"), Rule("HD-SEC-06"), Rule("HD-SEC-13")]
    public void That_bodys_people_and_only_they_decide(string target, string agency)
    {
        var review = Reviews.Escalated("2026-03-02", target);
        var determination = review.Child(Application.Determination);
        var conclusion = Reviews.Concluding("state-secret");
        foreach (var other in Bodies.Directory.All.Keys.Where(other => other != agency))
        {
            determination.World.Actor = Bodies.Only(other, "determiner", "determining-leader", "agency-leader", "handler", "secrecy-reviewer");
            determination.Refuse("determine", conclusion).Detail.Should().Contain(Bodies.Directory.Find(agency)!.Name);
        }

        determination.World.Actor = Bodies.Everyone;
        determination.Needs("determine", conclusion, "conclusion", "separable", "reasons", "reviewer").FireOnlyAs("determiner", "determine", conclusion);
        determination.State.Outcome.Should().Be("determined");
        determination.Issued.Should().Equal("determination 桦密定〔2026〕1号");
        determination.Letter("determination").Template.Should().Be("huadian.determination");
        determination.Due("answer").Should().BeNull();
        review.State.State.Should().Be("concluded");
        review["conclusion"].Should().Be("state-secret");
        review["separable"].Should().Be(false);
        review["reasons"].Should().Be("依照保密范围");
        review["reviewer"].Should().Be("周八");
        review["decidedBy"].Should().Be(target);
    }

    [TestCase("secrecy-department")]
    [TestCase("competent-department")]
    [Rule("HD-SEC-08")]
    public void It_too_names_the_part_that_can_be_given(string target)
    {
        var review = Reviews.Escalated("2026-03-02", target);
        var determination = review.Child(Application.Determination);
        determination.Refuse("determine", Reviews.Concluding("state-secret", "资金总额").Without("separablePart")).Misses("separablePart", "HD-SEC-08");
        determination.Fire("determine", Reviews.Concluding("state-secret", "资金总额"));
        review["separablePart"].Should().Be("资金总额");
    }

    [Test, Rule("HD-SEC-05")]
    public void Ten_working_days_pass_over_the_spring_festival() =>
        Reviews.Escalated("2026-02-12", "secrecy-department").Child(Application.Determination).Due("answer").Should().Be("2026-03-04");

    [Test, Rule("HD-SEC-05"), Rule("HD-APP-27")]
    public void The_body_extends_once_by_at_most_seven_working_days_and_tells_the_asking_agency()
    {
        var application = Application.UnderReview("2026-03-02").Fire("escalate-secrecy", Application.Escalation);
        var review = application.Child(Application.Review).Fire("refer-to-secrecy-office", Reviews.InDoubt)
            .Fire("request-escalation", Reviews.To("secrecy-department")).Fire("approve-escalation");
        var determination = review.Child(Application.Determination).On("2026-03-16");
        var extension = new Given { ["extension.days"] = 7, ["extension.reason"] = "需鉴定" };
        determination.Needs("extend", extension, [.. extension.Keys]);
        determination.Refuse("extend", extension.With("extension.days", 8)).CitesOnly("HD-SEC-05", "五(四)");
        determination.FireOnlyAs("determining-leader", "extend", extension);
        determination.Due("answer").Should().Be("2026-03-25");
        determination.Issued.Should().Equal("extension-notice 桦密定〔2026〕1号");
        determination.Letter("extension-notice").Template.Should().Be("huadian.determination-extension");
        determination["told"].Should().Be("确定机关已延长答复期限");
        review["told"].Should().Be("确定机关已延长答复期限");
        review.State.State.Should().Be("escalated");
        application["handling.advice"].Should().BeOfType<string>().Which.Should().Contain("已延长");
        determination.Refuse("extend", extension.With("extension.days", 1)).CitesOnly("HD-SEC-05", "五(四)");
    }

    [Test, Rule("HD-SEC-05")]
    public void Not_after_the_ten_days() =>
        Reviews.Escalated("2026-03-02", "secrecy-department").Child(Application.Determination).On("2026-03-17")
            .Refuse("extend", new Given { ["extension.days"] = 1, ["extension.reason"] = "迟" }).CitesOnly("HD-SEC-05", "五(四)");

    [Test, Rule("HD-SEC-13")]
    public void A_body_that_stays_silent_is_overdue_and_nothing_is_deemed()
    {
        var review = Reviews.Escalated("2026-03-02", "secrecy-department").On("2026-06-01");
        var determination = review.Child(Application.Determination);
        determination.State.State.Should().Be("under-determination");
        determination.Due("answer").Should().Be("2026-03-16");
        determination.State.Clocks["answer"].Warned.Should().Be(0, "overdue has been recorded");
        review.State.State.Should().Be("escalated");
        determination.Fire("determine", Reviews.Concluding("may-disclose")).State.Outcome.Should().Be("determined");
    }

    [Test, Rule("HD-SEC-12"), Rule("HD-SEC-13")]
    public void Before_a_superior_decides_the_secrecy_department_at_its_level_gives_its_opinion()
    {
        var determination = Reviews.Escalated("2026-03-02", "superior").Child(Application.Determination);
        var opinion = determination.Child(Application.Opinion);
        opinion.State.Agency.Should().Be(Bodies.CitySecrecy);
        opinion.State.State.Should().Be("requested");
        foreach (var (field, value) in Reviews.Request)
            opinion[field].Should().Be(value);
        determination.Refuse("determine", Reviews.Concluding("may-disclose")).Unmet.Should().HaveCount(2)
            .And.OnlyContain(unmet => unmet.Basis.Rules.Contains("HD-SEC-12") && unmet.Basis.Article == "四(一)4");

        var given = new Given { ["opinion"] = "不属于国家秘密", ["reviewer"] = "吴九" };
        opinion.Needs("give-opinion", given, [.. given.Keys]).FireOnlyAs("secrecy-reviewer", "give-opinion", given);
        opinion.State.Outcome.Should().Be("given");
        opinion.Issued.Should().Equal("secrecy-opinion 桦密意〔2026〕1号");
        opinion.Letter("secrecy-opinion").Template.Should().Be("huadian.secrecy-opinion");
        determination["opinion.text"].Should().Be("不属于国家秘密");
        determination["opinion.reviewer"].Should().Be("吴九");
        determination.Refuse("ask-opinion-again").CitesOnly("HD-SEC-12", "四(一)4");
        determination.Fire("determine", Reviews.Concluding("may-disclose")).State.Outcome.Should().Be("determined");
    }

    [Test, Rule("HD-SEC-12")]
    public void A_request_for_an_opinion_that_was_withdrawn_is_made_again()
    {
        var determination = Reviews.Escalated("2026-03-02", "superior").Child(Application.Determination);
        determination.Refuse("ask-opinion-again").CitesOnly("HD-SEC-12", "四(一)4");
        determination.Child(Application.Opinion).Withdraw();
        determination.Refuse("determine", Reviews.Concluding("may-disclose")).CitesOnly("HD-SEC-12", "四(一)4");
        determination.FireOnlyAs("determiner", "ask-opinion-again");
        determination.Child(Application.Opinion, 1).State.Agency.Should().Be(Bodies.CitySecrecy);
    }

    [Test, Rule("HD-SEC-12")]
    public void No_opinion_stands_before_the_secrecy_departments_own_decision()
    {
        var determination = Reviews.Escalated("2026-03-02", "secrecy-department").Child(Application.Determination);
        determination.Refuse("ask-opinion-again").CitesOnly("HD-SEC-12", "四(一)4");
        determination.Fire("determine", Reviews.Concluding("may-disclose")).State.Outcome.Should().Be("determined");
    }

    [Test, Rule("HD-SEC-03")]
    public void A_request_that_is_withdrawn_comes_back_to_the_secrecy_office()
    {
        var review = Reviews.Escalated("2026-03-02", "secrecy-department");
        review.Child(Application.Determination).Withdraw();
        review.State.State.Should().Be("secrecy-office-review");
    }
}
