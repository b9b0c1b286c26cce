using System.Text.Json.Nodes;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;
using static Workflows.Tests.Catalogue.Case;

namespace Workflows.Tests.Catalogue;

/// <summary>A secrecy review that goes up, one step after the other.</summary>
public class HuadianSecrecyTests
{
    private const string Determination = "huadian.secrecy-determination";
    private const string Opinion = "huadian.secrecy-opinion";

    private World world = null!;
    private CaseId review;

    [SetUp]
    public void The_disclosure_office_reviews_on_monday_2_March()
    {
        world = Published.World().On("2026-03-02");
        review = world.Open("huadian.secrecy-review", TestAgencies.Bureau, Input(("information.name", "名称"), ("information.content", "内容")));
    }

    [Test, Rule("HD-SEC-01"), Rule("HD-SEC-13")]
    public void The_disclosure_office_concludes_what_is_clear_and_names_the_reviewer()
    {
        world.State(review).State.Should().Be("disclosure-office-review");
        world.Fire(review, "conclude", Concluded("may-disclose", ("officeReview.inDoubt", false), ("officeReview.mayEndanger", false)));
        world.State(review).Outcome.Should().Be("concluded");
        world.Text(review, "reviewer").Should().Be("王五");
    }

    [Test, Rule("HD-SEC-02")]
    public void Doubt_goes_to_the_secrecy_office()
    {
        world.Unmet(review, "conclude", Concluded("may-disclose", ("officeReview.inDoubt", true), ("officeReview.mayEndanger", false))).Should().Equal("HD-SEC-02");
        world.Unmet(review, "conclude", Concluded("security-or-stability", ("officeReview.inDoubt", false), ("officeReview.mayEndanger", true))).Should().Contain("HD-SEC-02");
    }

    [Test, Rule("HD-SEC-03"), Rule("HD-SEC-04")]
    public void Only_the_head_sends_it_up_and_not_without_the_reasons_for_doubt()
    {
        Refer();
        world.Unmet(review, "request-escalation", Input(("escalation.target", "secrecy-department"))).Should().Equal("HD-SEC-04");
        world.Fire(review, "request-escalation", Input(("escalation.target", "secrecy-department"), ("doubt", "疑问")));
        world.State(review).Children.Should().BeEmpty();
        world.Actor = TestAgencies.With("reviewer", [TestAgencies.Bureau], "secrecy-reviewer", "handler");
        world.Refuse(review, "approve-escalation").Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("HD-SEC-05"), Rule("HD-SEC-13")]
    public void The_body_has_ten_working_days_and_seven_more_and_silence_decides_nothing()
    {
        var asked = Escalate("secrecy-department");
        world.State(asked).Agency.Should().Be(TestAgencies.Secrecy);
        world.Due(asked, "answer").Should().Be(new LocalDate(2026, 3, 16));
        world.Refuse(asked, "extend", Input(("extension.days", 8), ("extension.reason", "复杂")));
        world.Fire(asked, "extend", Input(("extension.days", 7), ("extension.reason", "复杂")));
        world.Due(asked, "answer").Should().Be(new LocalDate(2026, 3, 25));
        world.Text(review, "told").Should().Contain("延长");
        world.On("2026-06-01").State(asked).State.Should().Be("under-determination");
        world.Fire(asked, "determine", Concluded("state-secret"));
        world.Text(review, "conclusion").Should().Be("state-secret");
        world.Text(review, "decidedBy").Should().Be("secrecy-department");
    }

    [Test, Rule("HD-SEC-12")]
    public void The_secrecy_department_of_that_level_speaks_before_the_superior_decides()
    {
        var asked = Escalate("superior");
        world.State(asked).Agency.Should().Be(TestAgencies.Superior);
        world.Unmet(asked, "determine", Concluded("may-disclose")).Should().Contain("HD-SEC-12");
        world.Fire(world.Child(asked, Opinion), "give-opinion", Input(("opinion", "可以公开"), ("reviewer", "赵六")));
        world.Text(asked, "opinion.text").Should().Be("可以公开");
        world.Fire(asked, "determine", Concluded("may-disclose"));
        world.State(review).State.Should().Be("concluded");
    }

    [Test, Rule("HD-SEC-03")]
    public void The_competent_department_has_no_limit()
    {
        var asked = Escalate("competent-department", ("escalation.agency", TestAgencies.Superior));
        world.State(asked).State.Should().Be("under-determination-without-limit");
        world.State(asked).Clocks.Should().BeEmpty();
    }

    [Test, Rule("HD-SEC-03")]
    public void The_asking_agency_cannot_decide_in_the_bodys_place()
    {
        var asked = Escalate("secrecy-department");
        world.Actor = TestAgencies.With("asker", [TestAgencies.Bureau], [.. Published.All.SelectMany(procedure => procedure.Roles).Select(role => role.Name)]);
        world.Refuse(asked, "determine", Concluded("may-disclose")).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test]
    public void A_cancelled_escalation_comes_back_to_the_secrecy_office()
    {
        var asked = Escalate("secrecy-department");
        world.Accept(new CaseRequest(asked, new Command.CancelCase { Actor = world.Actor, Note = "误报" }));
        world.State(review).State.Should().Be("secrecy-office-review");
    }

    [Test, Rule("HD-SEC-10")]
    public void A_reconsideration_body_asks_with_both_sides_reasons()
    {
        var asked = world.Open("huadian.reconsideration-determination", TestAgencies.Bureau, Input(("information.name", "名称"), ("information.content", "内容"),
            ("applicantReasons", "甲"), ("respondentReasons", "乙"), ("target", "secrecy-department"), ("targetAgency", TestAgencies.Secrecy)));
        var determination = world.Child(asked, Determination);
        world.State(determination).State.Should().Be("under-determination-without-limit");
        world.Fire(determination, "determine", Concluded("may-disclose"));
        world.State(asked).State.Should().Be("determined");
        world.Text(asked, "conclusion").Should().Be("may-disclose");
    }

    private static JsonObject Concluded(string conclusion, params (string, object)[] more) =>
        Input(("conclusion", conclusion), ("separable", false), ("reasons", "理由"), ("reviewer", "王五")).With(more);

    private void Refer() => world.Fire(review, "refer-to-secrecy-office", Input(("officeReview.inDoubt", true), ("officeReview.mayEndanger", false)));

    private CaseId Escalate(string target, params (string, object)[] more)
    {
        Refer();
        world.Fire(review, "request-escalation", Input(("escalation.target", target), ("doubt", "疑问")).With(more));
        world.Fire(review, "approve-escalation");
        return world.Child(review, Determination);
    }
}
