using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;
using static Workflows.Tests.Catalogue.Case;

namespace Workflows.Tests.Catalogue;

/// <summary>A secrecy review that goes up, one step after the other.</summary>
public class HuadianSecrecyTests : FromMonday2March
{
    private const string Determination = "huadian.secrecy-determination";
    private const string Opinion = "huadian.secrecy-opinion";

    private CaseId review;

    [SetUp]
    public void The_disclosure_office_reviews_on_monday_2_March()
    {
        review = World.Open("huadian.secrecy-review", TestAgencies.Bureau, Input(("information.name", "名称"), ("information.content", "内容")));
    }

    [Test, Rule("HD-SEC-01"), Rule("HD-SEC-13")]
    public void The_disclosure_office_concludes_what_is_clear_and_names_the_reviewer()
    {
        World.State(review).State.Should().Be("disclosure-office-review");
        World.Fire(review, "conclude", Concluded("may-disclose", ("officeReview.inDoubt", false), ("officeReview.mayEndanger", false)));
        World.State(review).Outcome.Should().Be("concluded");
        World.Text(review, "reviewer").Should().Be("王五");
    }

    [Test, Rule("HD-SEC-02")]
    public void Doubt_goes_to_the_secrecy_office()
    {
        World.Unmet(review, "conclude", Concluded("may-disclose", ("officeReview.inDoubt", true), ("officeReview.mayEndanger", false))).Should().Equal("HD-SEC-02");
        World.Unmet(review, "conclude", Concluded("security-or-stability", ("officeReview.inDoubt", false), ("officeReview.mayEndanger", true))).Should().Contain("HD-SEC-02");
    }

    [Test, Rule("HD-SEC-03"), Rule("HD-SEC-04")]
    public void Only_the_head_sends_it_up_and_not_without_the_reasons_for_doubt()
    {
        Refer();
        World.Unmet(review, "request-escalation", Input(("escalation.target", "secrecy-department"))).Should().Equal("HD-SEC-04");
        World.Fire(review, "request-escalation", Input(("escalation.target", "secrecy-department"), ("doubt", "疑问")));
        World.State(review).Children.Should().BeEmpty();
        World.Actor = TestAgencies.With("reviewer", [TestAgencies.Bureau], "secrecy-reviewer", "handler");
        World.Refuse(review, "approve-escalation").Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("HD-SEC-05"), Rule("HD-SEC-13")]
    public void The_body_has_ten_working_days_and_seven_more_and_silence_decides_nothing()
    {
        var asked = Escalate("secrecy-department");
        World.State(asked).Agency.Should().Be(TestAgencies.Secrecy);
        World.Due(asked, "answer").Should().Be(new LocalDate(2026, 3, 16));
        World.Refuse(asked, "extend", Input(("extension.days", 8), ("extension.reason", "复杂")));
        World.Fire(asked, "extend", Input(("extension.days", 7), ("extension.reason", "复杂")));
        World.Due(asked, "answer").Should().Be(new LocalDate(2026, 3, 25));
        World.Text(review, "told").Should().Contain("延长");
        World.On("2026-06-01").State(asked).State.Should().Be("under-determination");
        World.Fire(asked, "determine", Concluded("state-secret"));
        World.Text(review, "conclusion").Should().Be("state-secret");
        World.Text(review, "decidedBy").Should().Be("secrecy-department");
    }

    [Test, Rule("HD-SEC-12")]
    public void The_secrecy_department_of_that_level_speaks_before_the_superior_decides()
    {
        var asked = Escalate("superior");
        World.State(asked).Agency.Should().Be(TestAgencies.Superior);
        World.Unmet(asked, "determine", Concluded("may-disclose")).Should().Contain("HD-SEC-12");
        World.Fire(World.Child(asked, Opinion), "give-opinion", Input(("opinion", "可以公开"), ("reviewer", "赵六")));
        World.Text(asked, "opinion.text").Should().Be("可以公开");
        World.Fire(asked, "determine", Concluded("may-disclose"));
        World.State(review).State.Should().Be("concluded");
    }

    [Test, Rule("HD-SEC-03")]
    public void The_competent_department_has_no_limit()
    {
        var asked = Escalate("competent-department", ("escalation.agency", TestAgencies.Superior));
        World.State(asked).State.Should().Be("under-determination-without-limit");
        World.State(asked).Clocks.Should().BeEmpty();
    }

    [Test, Rule("HD-SEC-03")]
    public void The_asking_agency_cannot_decide_in_the_bodys_place()
    {
        var asked = Escalate("secrecy-department");
        World.Actor = TestAgencies.With("asker", [TestAgencies.Bureau], [.. Published.All.SelectMany(procedure => procedure.Roles).Select(role => role.Name)]);
        World.Refuse(asked, "determine", Concluded("may-disclose")).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test]
    public void A_cancelled_escalation_comes_back_to_the_secrecy_office()
    {
        var asked = Escalate("secrecy-department");
        World.Accept(new CaseRequest(asked, new Command.CancelCase { Actor = World.Actor, Note = "误报" }));
        World.State(review).State.Should().Be("secrecy-office-review");
    }

    [Test, Rule("HD-SEC-10")]
    public void A_reconsideration_body_asks_with_both_sides_reasons()
    {
        var asked = World.Open("huadian.reconsideration-determination", TestAgencies.Bureau, Input(("information.name", "名称"), ("information.content", "内容"),
            ("applicantReasons", "甲"), ("respondentReasons", "乙"), ("target", "secrecy-department"), ("targetAgency", TestAgencies.Secrecy)));
        var determination = World.Child(asked, Determination);
        World.State(determination).State.Should().Be("under-determination-without-limit");
        World.Fire(determination, "determine", Concluded("may-disclose"));
        World.State(asked).State.Should().Be("determined");
        World.Text(asked, "conclusion").Should().Be("may-disclose");
    }

    private static JsonObject Concluded(string conclusion, params (string, object)[] more) =>
        Input(("conclusion", conclusion), ("separable", false), ("reasons", "理由"), ("reviewer", "王五")).With(more);

    private void Refer() => World.Fire(review, "refer-to-secrecy-office", Input(("officeReview.inDoubt", true), ("officeReview.mayEndanger", false)));

    private CaseId Escalate(string target, params (string, object)[] more)
    {
        Refer();
        World.Fire(review, "request-escalation", Input(("escalation.target", target), ("doubt", "疑问")).With(more));
        World.Fire(review, "approve-escalation");
        return World.Child(review, Determination);
    }
}
