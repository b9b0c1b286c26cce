using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

public class TraceabilityTests
{
    private static readonly ProcedureDefinition Definition = DefinitionReader.Read(Fixture.Valid).Definition!;

    [Test]
    public void Rule_is_traced_to_each_element_that_carries_it()
    {
        var carriers = Traceability.Of([Definition]);
        carriers["HD-APP-09"].Should().Equal(
            new RuleCarrier("test.application", "clocks[reply]", "试验办法", "第十条", null),
            new RuleCarrier("test.application", "states[received].on[register]", "试验办法", "第八条", null));
        carriers["HD-APP-01"].Select(c => c.Path).Should().Equal("", "opening.requires[0]");
        carriers.Should().NotContainKey("HD-APP-03");
    }

    [Test]
    public void Page_has_a_row_for_every_rule()
    {
        var rows = TraceabilityPage.Render([Definition], []).Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2);
        rows.Select(r => r.Split('|')[1].Trim()).Should().Equal(RuleIds.All.Keys);
    }

    [Test]
    public void Page_names_elements_and_tests()
    {
        var page = TraceabilityPage.Render([Definition], [("HD-APP-13", "B.Test"), ("HD-APP-13", "A.Test"), ("HD-APP-13", "A.Test")]);
        page.Should().Contain("| HD-APP-13 |").And.Contain("`test.application flags[force-majeure]` 试验办法 第十一条 | `A.Test`<br>`B.Test` |");
        page.Split('\n').Single(l => l.StartsWith("| CNT-01 |", StringComparison.Ordinal)).Should().Contain("`Workflows.Calendar`");
    }

    [Test]
    public void Rules_without_element_leave_out_what_the_calendar_carries() =>
        TraceabilityPage.WithoutElement([Definition]).Should().Contain("HD-APP-03").And.NotContain(["CNT-01", "HD-APP-09", "N19-APP-02"]);

    [Test]
    public void Rules_have_a_summary_each() =>
        RuleIds.All.Should().HaveCount(142).And.OnlyContain(r => r.Value.Length > 5);
}
