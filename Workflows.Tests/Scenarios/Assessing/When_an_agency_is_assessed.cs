using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Assessing;

public class When_an_agency_is_assessed
{
    [Test, Rule("HD-ASM-01")]
    public void The_calendar_opens_it_every_year()
    {
        var world = Assessments.Scheduled(Assessments.Procedure, "2025-10-15").On("2026-11-02");
        world.Journal.Cases.Where(one => one is { Procedure: Assessments.Procedure, Agency: Bodies.Bureau } && one.Schedule!.Period >= World.Day("2025-11-01"))
            .Select(one => (one.Schedule!.Name, one.Schedule.Period)).Should().BeEquivalentTo([("yearly", World.Day("2025-11-01")), ("yearly", World.Day("2026-11-01"))]);
        world.Journal.Cases.Where(one => one.Procedure == Assessments.Procedure).Should().OnlyContain(one => one.Agency == Bodies.Bureau, "no other agency is of these kinds");
    }

    [Test, Rule("HD-ASM-01")]
    public void It_is_begun_by_the_agencys_handler_and_carried_out_by_the_openness_department()
    {
        var begun = Case.OpenOnlyAs("handler", Catalogue.World().On("2026-01-05"), Assessments.Procedure, Bodies.Bureau, []);
        begun.State.State.Should().Be("under-assessment");
        var check = begun.Child(Assessments.Check);
        check.State.Agency.Should().Be(Bodies.Openness);
        check.State.State.Should().Be("forming-group");
        check["concerns.agency"].Should().Be(Bodies.Bureau);
        var input = new Given { ["concerns.agency"] = Bodies.Bureau };
        Case.OpeningNeeds(Assessments.Check, Bodies.Openness, input, "concerns.agency");
        Case.OpenOnlyAs("assessor", Catalogue.World(), Assessments.Check, Bodies.Openness, input);
    }

    [Test, Rule("HD-ASM-01")]
    public void The_group_is_formed_first_and_settles_the_years_rules()
    {
        var check = Assessments.Forming();
        check.Refuse("submit-self-check", Assessments.SelfCheck);
        check.Needs("form-group", Assessments.Group, "year", "group.members", "group.standard", "group.weight", "group.grades");
        check.Refuse("form-group", Assessments.Group.With("group.grades", new[] { "good" })).CitesOnly("HD-ASM-01", "第十一条");
        check.FireOnlyAs("decision-maker", "form-group", Assessments.Group).State.State.Should().Be("self-check");
        check["year"].Should().Be(2025L);
        check["group.members"].Should().Be("政务公开办、监察局");
        check["group.standard"].Should().Be("2025年度评分细则");
        check["group.grades"].Should().Be("good,qualified,failed");
    }

    [TestCase(0)]
    [TestCase(3)]
    [Rule("HD-ASM-02")]
    public void A_weight_below_four_per_cent_is_refused(int weight)
    {
        var check = Assessments.Forming();
        check.Needs("form-group", Assessments.Group, "group.weight");
        check.Refuse("form-group", Assessments.Group.With("group.weight", weight)).CitesOnly("HD-ASM-02", "第七条");
    }

    [TestCase(4)]
    [TestCase(10)]
    [Rule("HD-ASM-02")]
    public void Four_per_cent_and_more_will_do(int weight) =>
        Assessments.Forming().Fire("form-group", Assessments.Group.With("group.weight", weight))["group.weight"].Should().Be((long)weight);

    [Test, Rule("HD-ASM-01")]
    public void The_agency_checks_itself_and_hands_in_the_material()
    {
        var check = Assessments.InSelfCheck();
        check.Refuse("record-check", Assessments.Checked);
        check.Needs("submit-self-check", Assessments.SelfCheck, [.. Assessments.SelfCheck.Keys]);
        ByTheAssessed(check, "submit-self-check", Assessments.SelfCheck);
        check.State.State.Should().Be("comprehensive-check");
        foreach (var (field, value) in Assessments.SelfCheck)
            check[field].Should().Be(value);
        check.Issued.Should().Equal("self-check-report 桦考核组〔2026〕1号");
        check.Letter("self-check-report").Template.Should().Be("huadian.self-check-report");
    }

    [Test, Rule("HD-ASM-01")]
    public void The_group_checks_it_comprehensively_and_gives_its_opinion_and_grade()
    {
        var check = Assessments.InCheck();
        check.Refuse("conclude", Assessments.Good);
        check.Needs("record-check", Assessments.Checked, "check.ways", "check.record");
        check.FireOnlyAs("assessor", "record-check", Assessments.Checked).State.State.Should().Be("checked");
        check["check.ways"].Should().Be("reports,on-site");
        check["check.record"].Should().Be("查阅资料并实地检查");
        check.Needs("conclude", Assessments.Good, "opinion", "grade");
        check.FireOnlyAs("assessor", "conclude", Assessments.Good).State.State.Should().Be("qualified");
        check.State.Outcome.Should().Be("qualified");
        check["opinion"].Should().Be("工作扎实");
        check.Issued.Should().Contain("assessment-opinion 桦考核组〔2026〕1号");
        check.Letter("assessment-opinion").Template.Should().Be("huadian.assessment-opinion");
        Ended(check, "qualified", "good");
    }

    [TestCase("excellent")]
    [TestCase("basically-qualified")]
    [Rule("HD-ASM-01")]
    public void A_grade_that_is_not_one_of_the_years_is_refused(string grade)
    {
        Assessments.ToConclude().Refuse("conclude", Assessments.Good.With("grade", grade)).CitesOnly("HD-ASM-01", "第九条第(四)项");
        Assessments.Forming().Fire("form-group", Assessments.Group.With("group.grades", new[] { grade, "failed" }))
            .Fire("submit-self-check", Assessments.SelfCheck).Fire("record-check", Assessments.Checked)
            .Fire("conclude", Assessments.Good.With("grade", grade)).State.State.Should().Be("qualified");
    }

    [Test, Rule("HD-ASM-01")]
    public void A_check_that_is_cancelled_is_organised_anew()
    {
        var assessment = Assessments.Of(Assessments.InSelfCheck().Withdraw());
        assessment.State.State.Should().Be("under-assessment");
        assessment.Child(Assessments.Check, 1).State.State.Should().Be("forming-group");
    }

    [Test, Rule("HD-ASM-03")]
    public void What_a_random_inspection_finds_is_in_the_assessment_and_counts()
    {
        var world = Catalogue.World().On("2025-10-09");
        Case.OpeningNeeds(Assessments.Inspection, Bodies.Openness, Assessments.Drawn, "concerns.agency", "drawnBy");
        var inspection = Case.OpenOnlyAs("assessor", world, Assessments.Inspection, Bodies.Openness, Assessments.Drawn);
        inspection.State.State.Should().Be("drawn");
        inspection["concerns.agency"].Should().Be(Bodies.Bureau);
        inspection["drawnBy"].Should().Be("摇号");
        inspection.Needs("record-inspection", Assessments.Faulty, "faulty", "matter");
        inspection.FireOnlyAs("assessor", "record-inspection", Assessments.Faulty).State.Outcome.Should().Be("inspected");
        inspection.State.State.Should().Be("inspected");
        inspection["faulty"].Should().Be(true);
        inspection["matter"].Should().Be("指南未更新");
        inspection.Issued.Should().Equal("inspection-record 桦日查〔2025〕1号");
        inspection.Letter("inspection-record").Template.Should().Be("huadian.daily-inspection-record");
        inspection.Facts("assessment-finding").Should().ContainSingle().Which.Agency.Should().Be(Bodies.Bureau);

        var assessment = Assessments.Begun(world.On("2025-11-03"));
        Matters(assessment).Should().Equal("指南未更新");
        var check = assessment.Child(Assessments.Check);
        Matters(check).Should().Equal("指南未更新");
        check.Fire("form-group", Assessments.Group).Fire("submit-self-check", Assessments.SelfCheck).Fire("record-check", Assessments.Checked);
        check.Refuse("conclude", Assessments.Good.Without("inspectionsCounted")).Misses("inspectionsCounted", "HD-ASM-03");
        check.Refuse("conclude", Assessments.Good.With("inspectionsCounted", false)).CitesOnly("HD-ASM-03", "第九条第(四)项");
        check.Fire("conclude", Assessments.Good)["inspectionsCounted"].Should().Be(true);
        check.Printed("assessment-opinion", "findings").Should().Contain("指南未更新");
        Matters(Assessments.Begun(world.On("2026-11-02"))).Should().BeEmpty("it has been counted once");
    }

    [Test, Rule("HD-ASM-03")]
    public void An_inspection_that_finds_nothing_is_no_finding() =>
        Case.Open(Catalogue.World(), Assessments.Inspection, Bodies.Openness, Assessments.Drawn)
            .Fire("record-inspection", Assessments.Faulty.With("faulty", false)).Facts("assessment-finding").Should().BeEmpty();

    [Test, Rule("HD-ASM-03")]
    public void What_is_found_in_an_agency_counts_for_it_and_not_for_its_superior()
    {
        var inspected = Case.Open(Catalogue.World().On("2025-10-09"), Assessments.Inspection, Bodies.Openness, Assessments.Drawn.With("concerns.agency", Bodies.Archive));
        var world = inspected.Fire("record-inspection", Assessments.Faulty).World;
        Matters(Case.Open(world, Assessments.Procedure, Bodies.Government, [])).Should().BeEmpty();
        Matters(Case.Open(world, Assessments.Procedure, Bodies.Archive, [])).Should().Equal("指南未更新");
    }

    [Test, Rule("HD-NDF-06")]
    public void A_late_filing_is_a_finding_in_it()
    {
        var filing = Filing.Filings.Gathered().On("2026-04-01");
        Matters(Assessments.Begun(filing.World.On("2026-11-02"))).Should().Equal("不予公开政府信息报备时间不及时");
    }

    [Test, Rule("HD-ASM-04"), Rule("HD-ASM-01")]
    public void Failed_it_must_be_corrected_within_a_time_over_the_spring_festival()
    {
        var check = Assessments.ToConclude();
        foreach (var field in new[] { "correction.demands", "correction.by" })
            check.Refuse("conclude", Assessments.Failed.Without(field)).Misses(field, "HD-ASM-04");
        check.Fire("conclude", Assessments.Failed).State.State.Should().Be("correction");
        check.Due("correction").Should().Be("2026-02-24");
        check["correction.demands"].Should().Be("补充公开并完善制度");
        check["correction.by"].Should().Be("2026-02-24");
        check.Issued.Should().Contain("rectification-notice 桦考核改〔2026〕1号");
        check.Letter("rectification-notice").Template.Should().Be("huadian.rectification-notice");
        check.Letter("assessment-opinion").Template.Should().Be("huadian.assessment-opinion");
        check.On("2026-02-14").Refuse("find-still-failing", Assessments.Result).CitesOnly("HD-ASM-04", "第十一条");
        check.Needs("report-correction", Assessments.Report, "correction.report");
        ByTheAssessed(check, "report-correction", Assessments.Report);
        check["correction.report"].Should().Be("已补充公开");
        check.Needs("accept-correction", Assessments.Result, "correction.result");
        check.FireOnlyAs("assessor", "accept-correction", Assessments.Result).State.State.Should().Be("corrected");
        check.State.Outcome.Should().Be("corrected");
        check["correction.result"].Should().Be("目录仍未更新");
        check.State.Children.Should().BeEmpty("only what still fails leads to accountability");
        Ended(check, "corrected", "failed");
    }

    [Test, Rule("HD-ASM-04"), Rule("HD-ASM-01")]
    public void Still_failing_it_is_criticised_in_public_and_accountability_is_advised()
    {
        var check = Assessments.Correcting().Fire("report-correction", Assessments.Report);
        check.Needs("find-still-failing", Assessments.Result, "correction.result");
        check.FireOnlyAs("decision-maker", "find-still-failing", Assessments.Result).State.State.Should().Be("criticised");
        check.State.Outcome.Should().Be("criticised");
        check.Issued.Should().Contain(["public-criticism 桦考核通〔2026〕1号", "accountability-advice 桦考核建〔2026〕1号"]);
        check.Letter("public-criticism").Template.Should().Be("huadian.public-criticism");
        check.Letter("accountability-advice").Template.Should().Be("huadian.accountability-advice");
        var accountability = check.Child("huadian.accountability");
        accountability.State.Agency.Should().Be(Bodies.Supervision);
        accountability["source"].Should().Be("assessment");
        accountability["concerns.agency"].Should().Be(Bodies.Bureau);
        accountability["conduct"].Should().Be("duty-not-performed");
        accountability["matter"].Should().Be("目录仍未更新");
        Ended(check, "criticised", "failed");
    }

    [Test, Rule("HD-ASM-04")]
    public void Whoever_lets_the_time_pass_without_a_word_is_still_failing()
    {
        var check = Assessments.Correcting();
        check.On("2026-02-24").Refuse("find-still-failing", Assessments.Result).CitesOnly("HD-ASM-04", "第十一条");
        check.On("2026-02-25").Fire("find-still-failing", Assessments.Result).State.State.Should().Be("criticised");
    }

    [Test, Rule("HD-ASM-05")]
    public void An_agency_assesses_its_own_units_and_keeps_the_material()
    {
        var unit = new Given { ["unit.name"] = "招生办", ["unit.result"] = "公开及时" };
        var assessment = Assessments.Begun().Needs("assess-unit", unit, "unit.name", "unit.result").FireOnlyAs("handler", "assess-unit", unit);
        assessment["unit.name"].Should().Be("招生办");
        assessment["unit.result"].Should().Be("公开及时");
        assessment.Fire("assess-unit", unit.With("unit.name", "教研室"));
        assessment.Issued.Should().Equal("unit-assessment 桦考核内〔2026〕1号", "unit-assessment 桦考核内〔2026〕2号");
        assessment.Letter("unit-assessment").Template.Should().Be("huadian.unit-assessment");
        assessment.Printed("unit-assessment", "unit.name").Should().Be("教研室");
        Assessments.Of(Assessments.Qualified()).Fire("assess-unit", unit).Issued.Should().ContainSingle();
    }

    /// <summary>The assessment has ended with its check, and its result is recorded for the appraisal of performance.</summary>
    private static void Ended(Case check, string outcome, string grade)
    {
        var assessment = Assessments.Of(check);
        assessment.State.State.Should().Be(outcome);
        assessment.State.Outcome.Should().Be(outcome);
        assessment["year"].Should().Be(2025L);
        assessment["grade"].Should().Be(grade);
        assessment.Facts("assessment-result").Should().ContainSingle().Which.Values["grade"].Should().Be(new FieldValue.Text(grade));
    }

    private static void ByTheAssessed(Case check, string trigger, Given input)
    {
        check.World.Actor = Bodies.AllBut("assessed");
        check.Refuse(trigger, input).Code.Should().Be(RefusalCode.NotAllowed);
        check.World.Actor = Bodies.Only(Bodies.Openness, "assessed");
        check.Refuse(trigger, input).Code.Should().Be(RefusalCode.NotAllowed);
        check.World.Actor = Bodies.Only(Bodies.Bureau, "assessed");
        check.Fire(trigger, input);
        check.World.Actor = Bodies.Everyone;
    }

    private static IEnumerable<string> Matters(Case one) =>
        one.State.Fields.GetValueOrDefault("findings") is FieldValue.Rows rows ? rows.Items.Select(row => ((FieldValue.Text)row["matter"]).Value) : [];
}
