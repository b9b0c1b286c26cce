using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_the_receiving_office_is_named
{
    [Test, Rule("HD-APP-26")]
    public void It_is_named_with_everything_that_the_guide_prints()
    {
        Case.OpeningNeeds(ImplementingRules.Procedure, Bodies.Bureau, ImplementingRules.Made, [.. ImplementingRules.Made.Keys]);
        var rules = Case.OpenOnlyAs("handler", Catalogue.World().On("2026-03-02"), ImplementingRules.Procedure, Bodies.Bureau, ImplementingRules.Made);
        rules.State.State.Should().Be("prepared");
        rules["office.name"].Should().Be("教育局办公室");
    }

    [Test, Rule("HD-APP-26")]
    public void Nothing_is_filed_before_the_guide_has_it()
    {
        var rules = ImplementingRules.Prepared(ImplementingRules.Made.With("guide.printed", false));
        rules.Refuse("file").CitesOnly("HD-APP-26", "第十三条");
        rules.Needs("revise", ImplementingRules.Rules, [.. ImplementingRules.Rules.Keys]).FireOnlyAs("handler", "revise", ImplementingRules.Rules);
        rules["guide.printed"].Should().Be(true);
        rules.Fire("file").State.State.Should().Be("submitted");
    }

    [Test, Rule("HD-APP-26")]
    public void The_rules_are_filed_with_the_openness_department()
    {
        var rules = ImplementingRules.Prepared().FireOnlyAs("agency-leader", "file");
        rules.State.State.Should().Be("submitted");
        rules.Issued.Should().Equal("implementing-rules-form 桦细则〔2026〕1号");
        rules.Letter("implementing-rules-form").Template.Should().Be("huadian.implementing-rules-form");
        foreach (var (field, value) in ImplementingRules.Made.Without("guide.printed"))
            rules.Printed("implementing-rules-form", field).Should().Be((string)value!);
        var record = rules.Child(ImplementingRules.Recording);
        record.State.Agency.Should().Be(Bodies.Openness);
        record["rules.content"].Should().Be("办公室受理，业务科室承办，局长审签");
        record.Needs("record", ImplementingRules.Clear, "clear");
        record.Refuse("record", ImplementingRules.Clear.With("clear", false)).CitesOnly("HD-APP-26", "第十五条第一款");
        record.FireOnlyAs("openness-reviewer", "record", ImplementingRules.Clear);
        record.State.State.Should().Be("recorded");
        record.State.Outcome.Should().Be("recorded");
        record.Issued.Should().Equal("implementing-rules-receipt 桦细则登〔2026〕1号");
        record.Letter("implementing-rules-receipt").Template.Should().Be("huadian.implementing-rules-receipt");
        rules.State.State.Should().Be("filed");
        rules.State.Outcome.Should().Be("filed");
        rules["filedOn"].Should().Be("2026-03-02");
        var office = rules.Facts("receiving-office").Should().ContainSingle().Which.Values;
        office["name"].Should().Be(new FieldValue.Text("教育局办公室"));
        office.Keys.Should().BeEquivalentTo("name", "address", "hours", "phone", "fax", "email", "rules");
    }

    [Test, Rule("HD-APP-26")]
    public void What_is_returned_is_revised_and_filed_again()
    {
        var rules = ImplementingRules.Submitted();
        var record = rules.Child(ImplementingRules.Recording);
        record.Needs("return", ImplementingRules.Remarks, "remarks").FireOnlyAs("openness-reviewer", "return", ImplementingRules.Remarks);
        record.State.State.Should().Be("returned");
        record.State.Outcome.Should().Be("returned");
        rules.State.State.Should().Be("prepared");
        rules["remarks"].Should().Be("职责不明确");
        rules.Facts("receiving-office").Should().BeEmpty();
        rules.Fire("file").Child(ImplementingRules.Recording, 1).Fire("record", ImplementingRules.Clear);
        rules.State.State.Should().Be("filed");
        rules["remarks"].Should().BeNull();
    }

    [Test, Rule("HD-APP-26")]
    public void The_department_is_told_the_rules()
    {
        var told = new Given { ["office.name"] = "办公室", ["rules.title"] = "细则", ["rules.adoptedOn"] = "2026-02-27", ["rules.content"] = "制度" };
        Handover.IsComplete(ImplementingRules.Recording, Bodies.Bureau, Bodies.Openness, told, [.. told.Keys]);
        Handover.OnlyFromAnotherCase(ImplementingRules.Recording, Bodies.Openness, told);
    }
}
