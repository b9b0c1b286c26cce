using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>Cases of the checks beyond the one fixture that each has.</summary>
public class DefinitionChecksTests
{
    [Test]
    public void Day_that_a_clock_runs_until_must_be_given()
    {
        var text = Fixture.Text("small.yaml")
            .Replace("    period: 5 working-days\n", "    until: promised\n", StringComparison.Ordinal)
            .Replace("    extension: { on: extend, days: days, atMost: 5 working-days, times: 1, basis: { article: 第四条 } }\n", "", StringComparison.Ordinal)
            .Replace("  days: {", "  promised: { type: date, title: 承诺日期 }\n  days: {", StringComparison.Ordinal);
        Codes(text).Should().Equal("DEF316");
        Codes(text.Replace("input: { question: required }", "input: { question: required, promised: required }", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [TestCase("{ clock: reply, is: paused }", "{ clock: reply, is: overdue }")]
    [TestCase("{ flag: hold }", "{ not: { flag: hold } }")]
    [TestCase("{ state: open-matter/examining }", "{ state: open-matter/consulting }")]
    public void Time_triggers_of_one_clock_may_stand_together_when_they_exclude_each_other(string one, string other)
    {
        Codes(TwoTimeTriggers(one, other)).Should().BeEmpty();
        Codes(TwoTimeTriggers(one, one)).Should().Contain("DEF319");
    }

    [Test]
    public void Definition_without_text_is_checked_without_places()
    {
        var definition = DefinitionReader.Read(Fixture.Text("DEF303-fails.yaml")).Definition!;
        DefinitionChecks.Check(definition).Should().ContainSingle(d => d.Code == "DEF303" && d.Line == 0);
    }

    [Test]
    public void Overlap_names_a_case_that_shows_it() =>
        DefinitionReader.ReadAndCheck(Fixture.Text("DEF303-fails.yaml")).Diagnostics.Single().Message.Should().Contain("decision=grant");

    private static IEnumerable<string> Codes(string text) => DefinitionReader.ReadAndCheck(text).Diagnostics.Select(d => d.Code);

    private static string TwoTimeTriggers(string one, string other) => Fixture.Text("small.yaml") + $$"""
          first-late: { title: 逾期甲, time: reply, requires: { that: {{one}}, says: 不适用, basis: { article: 第三条 } }, basis: { article: 第三条 } }
          second-late: { title: 逾期乙, time: reply, requires: { that: {{other}}, says: 不适用, basis: { article: 第三条 } }, basis: { article: 第三条 } }

        """;
}
