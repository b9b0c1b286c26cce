using System.Collections.Immutable;
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

    [TestCase("when: { decision: grant }, that", "when: { decision: grant, not: { field: decision, present: true } }, that")]
    [TestCase("when: { decision: grant }, that", "when: { field: decision, absent: true }, that")]
    public void Requirement_that_is_never_asked_is_told(string asked, string never) =>
        Diagnostics(Small(asked, never)).Should().ContainSingle().Which.Should()
            .Match<Diagnostic>(d => d.Code == "DEF315" && d.Path == "states[open-matter].on[decide].requires[1]");

    [TestCase("{ flag: hold }", false)]
    [TestCase("{ not: { flag: hold } }", true)]
    public void Requirement_counts_as_given_where_it_asks(string asksWhere, bool overlap) =>
        Codes(Small(
            "when: { decision: grant }, that: { field: answer, present: true }", $"when: {asksWhere}, that: {{ decision: refuse }}",
            "- when: { decision: refuse }", "- when: { any: [ { decision: refuse }, { flag: hold } ] }"))
            .Should().Equal(overlap ? ["DEF303"] : []);

    [Test]
    public void Trigger_offered_everywhere_never_moves() =>
        Diagnostics(Small("title: 备注, by: clerk,", "title: 备注, by: clerk, to: closed,")).Should().ContainSingle().Which.Should()
            .Match<Diagnostic>(d => d.Code == "DEF312" && d.Path == "everywhere[note-down]");

    [Test]
    public void Trigger_offered_anywhere_replaces_the_one_offered_everywhere() =>
        Codes(Small("title: 备注, by: clerk,", "title: 备注, by: clerk, to: closed,") + "  note-down: { title: 备注, by: clerk, basis: { article: 第三条 } }\n")
            .Should().Equal("DEF312");

    [Test]
    public void Act_that_no_basis_names_is_told() =>
        Told(Small("acts: { 细则: 试验实施细则 }", "acts: { 细则: 试验实施细则, 规则: 试验规则 }")).Should().Equal(("DEF317", "acts[规则]"));

    [Test]
    public void Act_is_named_by_its_full_name_too() => Told(Small("act: 细则, article: 第一条", "act: 试验实施细则, article: 第一条")).Should().BeEmpty();

    [Test]
    public void Group_of_inputs_that_no_trigger_asks_for_is_told() =>
        Told(Small("  remark: { remark: optional }", "  remark: { remark: optional }\n  more: { answer: optional }")).Should().Equal(("DEF317", "inputs[more]"));

    [Test]
    public void Definition_without_text_is_checked_without_places()
    {
        var definition = DefinitionReader.Read(Fixture.Text("DEF303-fails.yaml")).Definition!;
        DefinitionChecks.Check(definition).Should().ContainSingle(d => d.Code == "DEF303" && d.Line == 0);
    }

    [Test]
    public void Overlap_names_a_case_that_shows_it() =>
        DefinitionReader.ReadAndCheck(Fixture.Text("DEF303-fails.yaml")).Diagnostics.Single().Message.Should().Contain("decision=grant");

    private static IEnumerable<string> Codes(string text) => Diagnostics(text).Select(d => d.Code);

    private static IEnumerable<(string Code, string? Path)> Told(string text) => Diagnostics(text).Select(d => (d.Code, d.Path));

    private static ImmutableArray<Diagnostic> Diagnostics(string text) => DefinitionReader.ReadAndCheck(text).Diagnostics;

    private static string Small(params string[] replacements) => replacements.Chunk(2).Aggregate(Fixture.Text("small.yaml"), (text, pair) =>
    {
        text.Should().Contain(pair[0]);
        return text.Replace(pair[0], pair[1], StringComparison.Ordinal);
    });

    private static string TwoTimeTriggers(string one, string other) => Fixture.Text("small.yaml") + $$"""
          first-late: { title: 逾期甲, time: reply, requires: { that: {{one}}, says: 不适用, basis: { article: 第三条 } }, basis: { article: 第三条 } }
          second-late: { title: 逾期乙, time: reply, requires: { that: {{other}}, says: 不适用, basis: { article: 第三条 } }, basis: { article: 第三条 } }

        """;
}
