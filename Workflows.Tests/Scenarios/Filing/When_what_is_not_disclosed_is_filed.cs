using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Filing;

public class When_what_is_not_disclosed_is_filed
{
    [TestCase("first", "2026-03-31", Description = "the day is included and does not move")]
    [TestCase("second", "2026-12-31")]
    [Rule("HD-NDF-05"), Rule("HD-NDF-03")]
    public void It_is_done_by_31_March_and_31_December(string period, string due)
    {
        var filing = Case.Open(Catalogue.World().On("2026-02-12"), Filings.Procedure, Bodies.Bureau, Filings.First.With("filing.period", period));
        filing.Due("filing").Should().Be(due);
        filing.State.State.Should().Be("gathered");
    }

    [Test, Rule("HD-NDF-05"), Rule("HD-NDF-03"), Rule("HD-APP-20")]
    public void The_calendar_opens_it_for_each_agency_with_everything_since_the_previous_one()
    {
        var world = Filings.Scheduled("2026-03-02").On("2026-12-01");
        var filings = world.Journal.Cases.Where(one => one is { Procedure: Filings.Procedure, Agency: Bodies.Bureau } && one.Schedule is not null)
            .OrderBy(one => one.OpenedOn).ThenBy(one => one.Schedule!.Period).ToArray();
        filings.Select(one => (one.Schedule!.Name, one.Schedule.Period)).Should().Contain([("first-filing", World.Day("2026-03-01")), ("second-filing", World.Day("2026-12-01"))]);
        filings.Count(one => one.Fields.ContainsKey("entries")).Should().Be(1, "an entry is filed once");
        filings.SelectMany(Titles).Should().Equal("检测报告");
        filings.Should().OnlyContain(one => one.Fields["filing.level"] == new FieldValue.Text("direct"));
    }

    [Test, Rule("HD-NDF-05"), Rule("HD-NDF-03")]
    public void It_opens_on_1_March_and_1_December_and_a_zone_collects() =>
        Filings.Scheduled("2026-02-12").On("2027-03-01").Journal.Cases.Where(one => one.Schedule is { Late: false })
            .Select(one => $"{one.Schedule!.Period:uuuu-MM-dd} {one.Agency} {one.Fields["filing.period"]} {one.Fields["filing.level"]}")
            .Should().BeEquivalentTo(
                "2026-03-01 huadian.bureau Text { Value = first } Text { Value = direct }", "2026-03-01 huadian.price Text { Value = first } Text { Value = collector }",
                "2026-12-01 huadian.bureau Text { Value = second } Text { Value = direct }", "2026-12-01 huadian.price Text { Value = second } Text { Value = collector }",
                "2027-03-01 huadian.bureau Text { Value = first } Text { Value = direct }", "2027-03-01 huadian.price Text { Value = first } Text { Value = collector }");

    [Test, Rule("HD-NDF-03"), Rule("HD-NDF-05")]
    public void What_other_agencies_refused_is_not_in_it()
    {
        var world = Filings.Refused("2026-03-02");
        Case.Open(world, Baicheng.Application.Procedure, Bodies.Commerce, Baicheng.Application.Citizen).Fire("register").Fire("reply", Baicheng.Application.Refusing("commercial-secret"));
        Titles(Case.Open(world, Filings.Procedure, Bodies.Bureau, Filings.First).State).Should().Equal("检测报告");
        Titles(Case.Open(world, Filings.Procedure, Bodies.City, Filings.First.With("filing.level", "collector")).State).Should().Equal("检测报告");
    }

    [Test, Rule("HD-NDF-03"), Rule("HD-NDF-05")]
    public void A_county_or_zone_collects_from_those_below_it_and_city_agencies_file_their_own()
    {
        Titles(Filings.Gathered().State).Should().Equal("检测报告");
        Titles(Filings.Gathered(Bodies.City).State).Should().BeEmpty();
        var collected = Case.Open(Filings.Refused("2026-03-02"), Filings.Procedure, Bodies.City, Filings.First.With("filing.level", "collector"));
        Titles(collected.State).Should().Equal("检测报告");
        collected.Fire("submit-to-check");
        collected.Refuse("pass-check", Filings.Check).Misses("check.lowerBodies", "HD-NDF-03");
        collected.Refuse("pass-check", Filings.Check.With("check.lowerBodies", false)).CitesOnly("HD-NDF-03", "二(三)");
        collected.Fire("pass-check", Filings.Check.With("check.lowerBodies", true)).State.State.Should().Be("ready");
    }

    [TestCase("filing.period")]
    [TestCase("filing.level")]
    [Rule("HD-NDF-05"), Rule("HD-NDF-03")]
    public void Which_one_it_is_is_said(string field) =>
        Case.RefuseToOpen(Catalogue.World(), Filings.Procedure, Bodies.Bureau, Filings.First.Without(field)).Fields.Select(problem => problem.Field).Should().Equal(field);

    [Test, Rule("HD-NDF-05")]
    public void Those_who_disclose_begin_it()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("handler");
        Case.RefuseToOpen(world, Filings.Procedure, Bodies.Bureau, Filings.First).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [TestCase("title")]
    [TestCase("description")]
    [TestCase("reason")]
    [TestCase("madeOn")]
    [TestCase("madeBy")]
    [Rule("HD-NDF-02")]
    public void An_entry_has_name_description_reason_date_and_body(string column)
    {
        var filing = Filings.Gathered();
        filing.Needs("fill-in", new Given { ["entries"] = new[] { Filings.Entry } }, "entries");
        filing.Refuse("fill-in", new Given { ["entries"] = new[] { Filings.Entry.Without(column) } }).Code.Should().Be(RefusalCode.Invalid);
        filing.FireOnlyAs("handler", "fill-in", new Given { ["entries"] = new[] { Filings.Entry } });
        Titles(filing.State).Should().Equal("供货合同");
    }

    [Test, Rule("HD-NDF-01"), Rule("HD-NDF-02"), Rule("HD-NDF-03")]
    public void The_agencys_own_secrecy_office_checks_it_first()
    {
        var filing = Filings.Gathered();
        filing.Refuse("file");
        filing.FireOnlyAs("handler", "submit-to-check").State.State.Should().Be("secrecy-check");
        filing.Needs("pass-check", Filings.Check, "check.reviewer", "check.levelled");
        filing.Refuse("pass-check", Filings.Check.With("check.levelled", false)).CitesOnly("HD-NDF-01", "二(一)");
        filing.FireOnlyAs("secrecy-reviewer", "pass-check", Filings.Check);
        filing.State.State.Should().Be("ready");
        filing["check.reviewer"].Should().Be("周八");
        filing["check.levelled"].Should().Be(true);
        filing.Issued.Should().Equal("register-sheet 桦报备〔2026〕1号");
        filing.Letter("register-sheet").Template.Should().Be("huadian.register-sheet");
        filing.Printed("register-sheet", "entries").Should().Contain("检测报告");
    }

    [Test, Rule("HD-NDF-01")]
    public void What_it_returns_is_gone_through_again()
    {
        var remarks = new Given { ["check.remarks"] = "密级未标" };
        var filing = Filings.InCheck().Needs("return-to-handler", remarks, "check.remarks").FireOnlyAs("secrecy-reviewer", "return-to-handler", remarks);
        filing.State.State.Should().Be("gathered");
        filing["check.remarks"].Should().Be("密级未标");
    }

    [Test, Rule("HD-NDF-03"), Rule("HD-NDF-05"), Rule("HD-NDF-04")]
    public void It_is_filed_with_the_openness_office_in_time()
    {
        var filing = Filings.Ready().On("2026-03-31").FireOnlyAs("handler", "file");
        filing.State.State.Should().Be("filed");
        filing.Due("filing").Should().BeNull();
        filing.Issued.Should().Contain("filing-form 桦报备〔2026〕1号");
        filing.Letter("filing-form").Template.Should().Be("huadian.filing-form");
        var confirmation = filing.Child(Filings.Confirmation);
        confirmation.State.Agency.Should().Be(Bodies.Openness);
        confirmation["filing.period"].Should().Be("first");
        Titles(confirmation.State).Should().Equal("检测报告");
        filing.On("2026-05-06").Facts("assessment-finding").Should().BeEmpty();
    }

    [TestCase("gathered")]
    [TestCase("secrecy-check")]
    [TestCase("ready")]
    [Rule("HD-NDF-06")]
    public void Late_it_is_a_finding_in_the_assessment_wherever_it_has_got_to(string state)
    {
        var filing = Routes.To(Filings.Procedure, state);
        filing.On("2026-03-31").Facts("assessment-finding").Should().BeEmpty();
        var finding = filing.On("2026-04-01").Facts("assessment-finding").Should().ContainSingle().Subject;
        finding.Agency.Should().BeNull("it is about the agency that files");
        finding.Values["matter"].Should().Be(new FieldValue.Text("不予公开政府信息报备时间不及时"));
        filing.State.State.Should().Be(state);
        filing["lateOn"].Should().NotBeNull();
        filing.On("2026-05-06").Facts("assessment-finding").Should().ContainSingle();
    }

    private static IEnumerable<string> Titles(CaseState state) =>
        state.Fields.GetValueOrDefault("entries") is FieldValue.Rows rows ? rows.Items.Select(row => ((FieldValue.Text)row["title"]).Value) : [];
}
