using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Assessing;

public class When_the_public_evaluates
{
    [Test, Rule("HD-SOC-01"), Rule("HD-SOC-02")]
    public void The_calendar_opens_it_once_a_year_at_the_organiser_that_it_names()
    {
        var world = Assessments.Scheduled(Evaluations.Procedure, "2025-08-15");
        world.Reference.Change(data => data with
        {
            Agencies = new AgencyDirectory(data.Agencies.All.SetItem(Bodies.Information, data.Agencies.All[Bodies.Information] with { Kinds = ["general-office"] })),
        });
        world.On("2026-09-02");
        var opened = world.Journal.Cases.Where(one => one.Procedure == Evaluations.Procedure && one.Schedule!.Period >= World.Day("2025-09-01")).ToArray();
        opened.Select(one => (one.Agency, one.Schedule!.Name, one.Schedule.Period)).Should().BeEquivalentTo(
            [(Bodies.Information, "yearly", World.Day("2025-09-01")), (Bodies.Information, "yearly", World.Day("2026-09-01"))]);
        opened.Should().OnlyContain(one => one.Fields["organisedBy"] == new FieldValue.Text("government-office"));
    }

    [TestCase("government-office")]
    [TestCase("openness-department")]
    [Rule("HD-SOC-02")]
    public void Either_body_may_organise_it(string body)
    {
        Case.RefuseToOpen(Catalogue.World(), Evaluations.Procedure, Bodies.Government, []).Misses("organisedBy", "HD-SOC-02");
        Case.Open(Catalogue.World(), Evaluations.Procedure, Bodies.Government, Evaluations.Opening.With("organisedBy", body))["organisedBy"].Should().Be(body);
    }

    [Test, Rule("HD-SOC-01"), Rule("HD-SOC-02"), Rule("HD-SOC-03")]
    public void It_goes_its_steps_in_order_over_national_day()
    {
        var one = Case.OpenOnlyAs("organiser", Catalogue.World().On("2026-09-21"), Evaluations.Procedure, Bodies.Government, Evaluations.Opening);
        one.State.State.Should().Be("preparing");
        Step(one, "organiser", "give-notice", Evaluations.Notice, "announced");
        one.Issued.Should().Equal("evaluation-notice 桦评议告〔2026〕1号");
        one.Letter("evaluation-notice").Template.Should().Be("huadian.evaluation-notice");
        Step(one, "organiser", "make-form", [], "form-made");
        one.Issued.Should().Contain("evaluation-form 桦评议〔2026〕1号");
        one.Letter("evaluation-form").Template.Should().Be("huadian.evaluation-form");
        Step(one, "organiser", "choose-participants", Evaluations.Participants, "participants-chosen");
        Step(one, "organiser", "brief", Evaluations.Briefing, "briefed");
        Step(one, "organiser", "distribute", Evaluations.Forms, "evaluating");
        one.Due("collection").Should().Be("2026-10-09");
        Step(one.On("2026-10-08"), "organiser", "collect", Evaluations.Returned, "collected");
        one.Due("collection").Should().BeNull();
        Step(one, "organiser", "summarise", Evaluations.Summary, "summarised");
        one.Issued.Should().Contain("evaluation-summary 桦评议〔2026〕1号");
        one.Letter("evaluation-summary").Template.Should().Be("huadian.evaluation-summary");
        Step(one, "decision-maker", "publish-result", Evaluations.Places, "published");
        one.Issued.Should().Contain("evaluation-result 桦评议公〔2026〕1号");
        one.Letter("evaluation-result").Template.Should().Be("huadian.evaluation-result");
        Step(one, "decision-maker", "deal-with-result", Evaluations.Handling, "completed");
        one.State.Outcome.Should().Be("completed");
    }

    [Test, Rule("HD-SOC-01")]
    public void The_public_and_those_invited_both_evaluate()
    {
        var one = Evaluations.FormMade();
        one.Refuse("choose-participants", Evaluations.Participants.With("public.ways", Array.Empty<string>()));
        one.Refuse("choose-participants", Evaluations.Participants.With("invited.participants", Array.Empty<string>()));
        one.Fire("choose-participants", Evaluations.Participants)["invited.participants"].Should().Be("deputies,experts");
    }

    [TestCase("satisfied")]
    [TestCase("basically-satisfied")]
    [TestCase("not-satisfied")]
    [Rule("HD-SOC-02")]
    public void There_are_three_grades(string grade)
    {
        var one = Evaluations.Collected();
        one.Refuse("summarise", Results(one, "excellent")).Code.Should().Be(RefusalCode.Invalid);
        one.Fire("summarise", Results(one, grade)).Fire("publish-result", Evaluations.Places).Child(Evaluations.Result)["grade"].Should().Be(grade);
    }

    [Test, Rule("HD-SOC-03"), Rule("HD-SOC-02")]
    public void The_result_of_each_agency_is_in_its_assessment_once()
    {
        var published = Evaluations.Published();
        var bureau = published.Child(Evaluations.Result);
        bureau.State.Agency.Should().Be(Bodies.Bureau);
        bureau.State.State.Should().Be("received");
        bureau["year"].Should().Be(2026L);
        bureau["grade"].Should().Be("not-satisfied");
        var fact = bureau.Facts("social-evaluation").Should().ContainSingle().Subject;
        fact.Values["year"].Should().Be(new FieldValue.Number(2026));
        fact.Values["grade"].Should().Be(new FieldValue.Text("not-satisfied"));
        published.Child(Evaluations.Result, 1).State.Agency.Should().Be(Bodies.Archive);

        var world = published.World.On("2026-11-02");
        Grades(Case.Open(world, Assessments.Procedure, Bodies.Government, [])).Should().BeEmpty("its own has not been evaluated");
        var assessment = Assessments.Begun(world);
        Grades(assessment).Should().Equal("not-satisfied");
        Grades(assessment.Child(Assessments.Check)).Should().Equal("not-satisfied");
        Grades(Assessments.Begun(world)).Should().BeEmpty();
    }

    [Test, Rule("HD-SOC-03")]
    public void The_agency_evaluated_deals_with_it()
    {
        Case.OpeningNeeds(Evaluations.Result, Bodies.Bureau, Evaluations.Received, "year", "grade");
        var result = Case.OpenOnlyAs("organiser", Catalogue.World(), Evaluations.Result, Bodies.Bureau, Evaluations.Received);
        result.State.State.Should().Be("received");
        result.Needs("record-improvement", Evaluations.Improvement, "improvement").FireOnlyAs("handler", "record-improvement", Evaluations.Improvement);
        result.State.State.Should().Be("handled");
        result.State.Outcome.Should().Be("handled");
        result["improvement"].Should().Be("已增设查阅点");
    }

    /// <summary>Every field is asked for and kept, by that role alone.</summary>
    private static void Step(Case one, string role, string trigger, Given input, string state)
    {
        one.Needs(trigger, input, [.. input.Keys]).FireOnlyAs(role, trigger, input).State.State.Should().Be(state);
        input.Keys.Except(one.State.Fields.Keys).Should().BeEmpty();
    }

    private static Given Results(Case one, string grade) =>
        Evaluations.Summary.With("results", new[] { new { agency = one.State.Agency, name = "桦甸市人民政府", grade } });

    private static IEnumerable<string> Grades(Case one) =>
        one.State.Fields.GetValueOrDefault("evaluations") is FieldValue.Rows rows ? rows.Items.Select(row => ((FieldValue.Text)row["grade"]).Value) : [];
}
