using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

public class DefinitionDiffTests
{
    private static readonly ProcedureDefinition Before = DefinitionReader.Read(Fixture.Valid).Definition!;

    [Test]
    public void Between_two_readings_of_one_text_is_nothing()
    {
        var diff = DefinitionDiff.Between(Before, DefinitionReader.Read(Fixture.Valid).Definition!);
        diff.Text.Should().BeEmpty();
        diff.Changes.Should().BeEmpty();
    }

    [Test]
    public void Changed_period_is_told_with_both_values()
    {
        var diff = Changed("period: 15 working-days", "period: 20 working-days");
        diff.Changes.Single().Should().BeEquivalentTo(new { Path = "clocks[reply]", Kind = ElementKind.Clock });
        diff.Changes.Single().Facets.Should().Equal(new FacetChange("period", "15 working-days", "20 working-days"));
        diff.Changes.Single().After!.Basis!.Article.Should().Be("第十条");
        diff.Text.Should().Contain("-    period: 15 working-days\n+    period: 20 working-days\n");
    }

    [Test]
    public void Changed_article_is_a_change_of_the_same_procedure() =>
        Changed("basis: { article: 第十条, rule: HD-APP-09 }", "basis: { article: 第九条, rule: HD-APP-09 }")
            .Changes.Single().Facets.Should().Equal(new FacetChange("basis", "试验办法 第十条 (HD-APP-09)", "试验办法 第九条 (HD-APP-09)"));

    [Test]
    public void Act_of_another_procedure_is_no_change_of_its_elements() =>
        DefinitionDiff.Between(Before, Read("procedure: test.application", "procedure: other.application", "act: 试验办法", "act: 另一办法"))
            .Changes.Select(c => c.Path).Should().Equal("");

    [Test]
    public void Added_and_removed_elements_are_told()
    {
        var diff = Changed("  lower-force-majeure:", "  end-force-majeure:");
        diff.Changes.Where(c => c.Kind == ElementKind.Trigger).Select(c => (c.Path, Added: c.Before is null))
            .Should().Equal(("anywhere[end-force-majeure]", true), ("anywhere[lower-force-majeure]", false));
    }

    [TestCase("copies: optional", "copies: required", "opening.input[copies]")]
    [TestCase("by: [registrar, asker]", "by: [registrar]", "anywhere[raise-force-majeure]")]
    [TestCase("says: 不受理电话申请", "says: 电话不受理", "opening.requires[0]")]
    [TestCase("- when: { conclusion: disclosed }", "- when: { conclusion: [disclosed] , flag: force-majeure }", "states[review].on[reply].branches[0]")]
    [TestCase("personal: true, maxLength: 200", "personal: false, maxLength: 200", "fields[applicant.name]")]
    [TestCase("times: 1", "times: 2", "clocks[reply].extension")]
    [TestCase("note: 公开", "note: 已公开", "states[review].on[reply].branches[0].records[0]")]
    [TestCase("- { flag: force-majeure, basis", "- { state: received, basis", "clocks[reply].pausedWhile[1]")]
    [TestCase("outcome: refused, notice: reply", "outcome: refused, notice: none", "states[refused]")]
    public void Change_is_told_at_its_element(string before, string after, string path) =>
        Changed(before, after).Changes.Select(c => c.Path).Should().Equal(path);

    private static DefinitionDiff Changed(string from, string to) => DefinitionDiff.Between(Before, Read(from, to));

    private static ProcedureDefinition Read(params string[] replacements)
    {
        var text = replacements.Chunk(2).Aggregate(Fixture.Valid, (t, r) => t.Replace(r[0], r[1], StringComparison.Ordinal));
        var read = DefinitionReader.Read(text);
        return read.Definition ?? throw new InvalidOperationException(string.Join("\n", read.Diagnostics));
    }
}
