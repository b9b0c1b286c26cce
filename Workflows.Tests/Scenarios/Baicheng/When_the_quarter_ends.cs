using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>What was not disclosed is filed once a quarter.</summary>
public class When_the_quarter_ends
{
    [Test, Rule("BC-NDF-03"), Rule("CNT-08")]
    public void The_calendar_opens_the_filing_of_each_quarter_which_is_due_on_the_last_day_of_its_last_working_week()
    {
        var world = Catalogue.World().On("2026-03-02");
        world.Reference.Change(data => data with
        {
            Agencies = new AgencyDirectory(data.Agencies.All.SetItem(Bodies.Commerce, data.Agencies.All[Bodies.Commerce] with { Kinds = ["department"] })),
            Procedures = ProcedureRegistry.Empty.With(new PreparedDefinition(Catalogue.Definition(Filings.Procedure), 1, "scheduled") { EffectiveAt = world.Clock.GetCurrentInstant() }),
        });
        world.On("2027-01-05").Journal.Cases.Where(one => one.Schedule is { Late: false }).OrderBy(one => one.OpenedOn)
            .Select(one => $"{one.Agency} {one.OpenedOn:uuuu-MM-dd}: {new Case(world, one.Id).Due("filing")}")
            .Should().Equal(
                "baicheng.commerce 2026-03-20: 2026-03-31", "baicheng.commerce 2026-06-20: 2026-06-30",
                "baicheng.commerce 2026-09-20: 2026-09-30", "baicheng.commerce 2026-12-20: 2026-12-31");
    }

    [Test, Rule("BC-NDF-03")]
    public void It_is_filed_in_the_quarters_last_working_week()
    {
        var filing = Case.OpenOnlyAs("compiler", Catalogue.World().On("2026-09-21"), Filings.Procedure, Bodies.Commerce, new Given());
        filing.Due("filing").Should().Be("2026-09-30", "National Day begins on 1 October");
        filing.Fire("submit", Filings.Recipient).Fire("pass", Filings.Passed).Fire("sign").On("2026-09-29").FireOnlyAs("compiler", "file");
        filing["filedOn"].Should().Be("2026-09-29");
        filing.Due("filing").Should().BeNull();
    }

    [Test, Rule("BC-NDF-01"), Rule("BC-APP-06")]
    public void Each_refusal_is_in_the_next_filing_once_with_title_number_level_and_day()
    {
        var world = Catalogue.World().On("2026-03-02");
        Refuse(world, "state-secret", "应急储备方案", null);
        Refuse(world, "security-or-stability", "重点企业名册", null);
        world.On("2026-03-18");
        var filing = Case.Open(world, Filings.Procedure, Bodies.Commerce, new Given());
        filing["entries"].Should().Be(2);
        Refuse(world, "commercial-secret", "企业报价", "白商〔2025〕4号");
        filing.Needs("submit", Filings.Recipient, "filing.recipient").FireOnlyAs("compiler", "submit", Filings.Recipient);
        filing["entries"].Should().Be(3);
        Refuse(world, "personal-privacy", "补贴名单", "白商〔2025〕3号");
        filing.Fire("pass", Filings.Passed).Fire("sign");

        var form = filing.Printed("filing-form", "entries");
        form.Should().Contain("应急储备方案").And.Contain("secret").And.Contain("企业报价").And.Contain("白商〔2025〕4号").And.Contain("2025-06-01").And.NotContain("补贴名单");
        filing.Issued.Should().Equal("filing-form 白商报备〔2026〕1号");
        filing.Letter("filing-form").Template.Should().Be("baicheng.non-disclosure-filing");
        filing.Printed("filing-form", "filing.recipient").Should().Be("白城市政务公开办公室");
        var next = Case.Open(world.On("2026-03-19"), Filings.Procedure, Bodies.Commerce, new Given());
        next["entries"].Should().Be(1, "the one refused after the check, and none of those filed already");
    }

    [Test, Rule("BC-NDF-01")]
    public void Only_what_the_agency_itself_refused_is_in_its_filing()
    {
        var world = Catalogue.World().On("2026-03-02");
        Refuse(world, "commercial-secret", "企业报价", "白商〔2025〕4号");
        var superior = Case.Open(world, Filings.Procedure, Bodies.Baicheng, new Given());
        superior["entries"].Should().BeNull();
        superior.Fire("submit", Filings.Recipient)["entries"].Should().BeNull();
    }

    [Test, Rule("BC-NDF-01")]
    public void Only_a_state_secret_has_a_level()
    {
        var world = Catalogue.World().On("2026-03-02");
        Refuse(world, "commercial-secret", "企业报价", "白商〔2025〕4号");
        var filing = Case.Open(world, Filings.Procedure, Bodies.Commerce, new Given());
        var rows = (FieldValue.Rows)filing.State.Fields["entries"];
        rows.Items.Single().Keys.Should().Contain(["title", "documentNumber", "madeOn", "case"]).And.NotContain("secrecyLevel");
    }

    [Test, Rule("BC-NDF-02"), Rule("BC-NDF-03")]
    public void The_secrecy_group_checks_and_the_leader_signs_before_it_goes_out()
    {
        var filing = Filings.Begun("2026-03-20");
        NotYet(filing, "file");
        filing.FireOnlyAs("compiler", "submit", Filings.Recipient);
        NotYet(filing, "sign", "file");
        var back = new Given { ["return.reason"] = "密级有误" };
        filing.Needs("send-back", back, "return.reason").FireOnlyAs("secrecy-group", "send-back", back).State.State.Should().Be("compiling");
        filing.Fire("submit", Filings.Recipient).Needs("pass", Filings.Passed, "secrecyGroup.opinion").FireOnlyAs("secrecy-group", "pass", Filings.Passed);
        NotYet(filing, "file");
        filing.FireOnlyAs("leader-in-charge", "sign");
        filing["signedOn"].Should().Be("2026-03-20");
        filing.Fire("file").FireOnlyAs("disclosure-group", "confirm").State.Outcome.Should().Be("confirmed");
    }

    [Test, Rule("BC-NDF-02")]
    public void What_should_be_public_is_examined_again_with_the_secrecy_group_and_ordered_to_be_disclosed()
    {
        var filing = Filings.Signed("2026-03-26").Fire("file");
        filing.Needs("question", Filings.Question, "questioned").FireOnlyAs("disclosure-group", "question", Filings.Question);
        NotYet(filing, "conclude");
        filing.Needs("give-opinion", Filings.SecondOpinion, "reexamination.opinion").FireOnlyAs("secrecy-group", "give-opinion", Filings.SecondOpinion);
        filing.Needs("conclude", Filings.Verdicts, "verdicts").FireOnlyAs("disclosure-group", "conclude", Filings.Verdicts).State.Outcome.Should().Be("re-examined");
        var ordered = filing.State.Children.Should().ContainSingle().Which;
        ordered.Linked.Should().BeTrue();
        var publication = filing.Child(Publication.Procedure);
        publication["information.title"].Should().Be("补贴名单");
        publication["information.documentNumber"].Should().Be("白商〔2025〕3号");
        publication["source"].Should().Be("filing-order");
        publication.Due("publication").Should().Be("2026-04-24");
    }

    private static void Refuse(World world, string ground, string title, string? number)
    {
        var reply = Application.Refusing(ground).With("information.title", title).With("information.documentNumber", number);
        Case.Open(world, Application.Procedure, Bodies.Commerce, Application.Citizen).Fire("register").Fire("reply", reply);
    }

    private static void NotYet(Case filing, params string[] triggers)
    {
        foreach (var trigger in triggers)
            filing.Refuse(trigger).Code.Should().Be(RefusalCode.NotAllowed, trigger);
    }
}
