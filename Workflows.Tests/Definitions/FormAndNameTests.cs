using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>Each complaint about form, names and types: one change to a text that is right, and the line it is found at.</summary>
public class FormAndNameTests
{
    private static readonly string Right = Fixture.Text("small.yaml");

    [TestCase("DEF101", "roles:\n  clerk: {", "roles:\n  clerk: { [")]
    [TestCase("DEF102", "title: 试验\n", "title: &name 试验\n")]
    [TestCase("DEF102", "title: 试验\n", "title: !text 试验\n")]
    [TestCase("DEF102", "  clerk: { title: 经办人 }", "  clerk: { title: 经办人, <<: { of: agency } }")]
    [TestCase("DEF103", "title: 试验\n", "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n")]
    [TestCase("DEF104", "calendar: CN\n", "calendar: CN\ncalendar: CN\n")]
    [TestCase("DEF105", "calendar: CN\n", "calendar: CN\nclandar: CN\n")]
    [TestCase("DEF106", "  clerk: { title: 经办人 }", "  clerk: { of: agency }")]
    [TestCase("DEF107", "  clerk: { title: 经办人 }", "  clerk: 经办人")]
    [TestCase("DEF107", "        by: clerk\n        input: { days", "        by: []\n        input: { days")]
    [TestCase("DEF108", "calendar: CN\n", "calendar: China\n")]
    [TestCase("DEF108", "    period: 5 working-days", "    period: five days")]
    [TestCase("DEF108", "times: 1,", "times: often,")]
    [TestCase("DEF108", "    final: true", "    final: yes")]
    [TestCase("DEF108", "number: 试告〔{year}〕{serial}号", "number: 试告{serial}号")]
    [TestCase("DEF108", "agency: superior", "agency: neighbour")]
    [TestCase("DEF108", "input: { days: required }", "input: { days: perhaps }")]
    [TestCase("DEF108", "days: { type: integer,", "days: { type: whole,", "DEF210")]
    [TestCase("DEF109", "            child: test.child\n", "            child: test.child\n            by: clerk\n")]
    [TestCase("DEF109", "        branches:\n", "        to: closed\n        branches:\n")]
    [TestCase("DEF109", "basis: { design: 办结后可以附记 }", "basis: { design: 办结后可以附记, article: 第七条 }")]
    [TestCase("DEF109", "question: { type: text,", "question: { type: text, values: { a: 甲 },")]
    [TestCase("DEF110", "  closed:\n    title", "  Closed_Case:\n    title", "DEF202")]
    [TestCase("DEF110", "procedure: test.small", "procedure: small")]
    [TestCase("DEF110", "  days: { type", "  flag: { type: text, title: 标志 }\n  days: { type")]
    [TestCase("DEF110", "agency: superior", "agency: { body: Supervision }")]
    [TestCase("DEF108", "agency: superior", "agency: { body: supervison }")]
    [TestCase("DEF108", "    notice: letter\n", "    notice: letter\n    report: grantd\n")]
    [TestCase("DEF108", "states:\n", "annualReport: { applicant: { column: person }, basis: { article: 第八条 } }\nstates:\n")]
    [TestCase("DEF109", "states:\n", "annualReport: { basis: { article: 第八条 } }\nstates:\n")]
    [TestCase("DEF109", "states:\n", "annualReport: { applicant: { column: other }, made: question, basis: { article: 第八条 } }\nstates:\n", "DEF210")]
    [TestCase("DEF210", "states:\n", "annualReport: { made: question, basis: { article: 第八条 } }\nstates:\n")]
    [TestCase("DEF201", "states:\n", "annualReport: { made: nothing, basis: { article: 第八条 } }\nstates:\n")]
    [TestCase("DEF211", "    notice: letter\n", "    notice: letter\n    report: { when: { clock: reply, is: overdue }, row: granted }\n")]
    [TestCase("DEF109", "      examining:\n        title: 审查\n", "      examining:\n        title: 审查\n        report: granted\n")]
    [TestCase("DEF209", "    period: 5 working-days", "    period: { field: decision, values: { granted: 5 working-days } }")]
    [TestCase("DEF210", "    period: 5 working-days", "    period: { field: days, values: { few: 5 working-days } }")]
    [TestCase("DEF210", "    period: 5 working-days", "    period: 5 working-days\n    from: question")]
    [TestCase("DEF211", "agency: superior", "agency: superior\n              where: { question: 甲 }")]
    [TestCase("DEF111", "returns: [decision]\n", "---\nreturns: [decision]\n", "DEF106")]
    [TestCase("DEF201", "input: { days: required }", "input: { day: required }")]
    [TestCase("DEF201", "returns: [decision]", "returns: [decisions]")]
    [TestCase("DEF202", "            to: closed\n            issues: letter", "            to: shut\n            issues: letter")]
    [TestCase("DEF203", "starts: { on: [open] }", "starts: { on: [opened] }")]
    [TestCase("DEF204", "            child: test.child\n", "            time: answer\n", "DEF211")]
    [TestCase("DEF205", "opening:\n  by: clerk", "opening:\n  by: clerc")]
    [TestCase("DEF206", "    notice: letter", "    notice: lettre")]
    [TestCase("DEF207", "lowers: hold,", "lowers: holds,")]
    [TestCase("DEF208", "- when: { decision: grant }", "- when: { field: decision, atLeast: grant }")]
    [TestCase("DEF108", "- when: { decision: grant }", "- when: { field: days, equalsSumOf: days }")]
    [TestCase("DEF201", "- when: { decision: grant }", "- when: { field: days, equalsSumOf: [days, daze] }")]
    [TestCase("DEF208", "- when: { decision: grant }", "- when: { field: decision, equalsSumOf: [days, days] }")]
    [TestCase("DEF210", "- when: { decision: grant }", "- when: { field: days, equalsSumOf: [days, question] }")]
    [TestCase("DEF209", "- when: { decision: grant }", "- when: { decision: granted }")]
    [TestCase("DEF209", "            to: closed\n            issues: letter", "            to: closed\n            sets: { days: few }\n            issues: letter")]
    [TestCase("DEF210", "sets: { answer: { child: answer } }", "sets: { answer: { field: days } }")]
    [TestCase("DEF210", "sets: { answer: { child: answer } }", "sets: { answer: { today: true } }")]
    [TestCase("DEF210", "agency: superior", "agency: superior\n              forEach: question")]
    [TestCase("DEF210", "days: days,", "days: answer,")]
    [TestCase("DEF210", "atMost: 5 working-days", "atMost: 5 days")]
    [TestCase("DEF211", "with: { question: { field: question } }", "with: { question: { row: question } }")]
    [TestCase("DEF211", "- when: { decision: grant }", "- when: { outcome: [granted] }")]
    [TestCase("DEF212", "agency: superior\n              with: { question: { field: question } }", "agency: superior\n              with: { question: { row: nam } }\n              forEach: list")]
    [TestCase("DEF213", "basis: { article: 第七条 }", "basis: { article: 第七条, rule: HD-APP-99 }")]
    [TestCase("DEF214", "issues: [letter, form]", "issues: [letter, form]\n            raises: [hold, hold]")]
    [TestCase("DEF201", "when: { decision: grant }, that", "when: { decisions: grant }, that")]
    [TestCase("DEF209", "when: { decision: grant }, that", "when: { decision: granted }, that")]
    [TestCase("DEF209", "{ field: answer, present: true }", "{ decision: answered }")]
    [TestCase("DEF107", "acts: { 细则: 试验实施细则 }", "acts: { 细则: }", "DEF215")]
    [TestCase("DEF110", "acts: { 细则: 试验实施细则 }", "acts: { 试验 细则: 试验实施细则, 细则: 细则 }")]
    [TestCase("DEF214", "acts: { 细则: 试验实施细则 }", "acts: { 细则: 试验实施细则, 实施细则: 试验实施细则 }")]
    [TestCase("DEF214", "title: 备注, by: clerk, asks: remark,", "title: 备注, by: clerk, asks: [remark, remark],")]
    [TestCase("DEF215", "basis: { act: 细则, article: 第一条 }", "basis: { act: 规则, article: 第一条 }")]
    [TestCase("DEF216", "title: 备注, by: clerk, asks: remark,", "title: 备注, by: clerk, asks: remarks,")]
    [TestCase("DEF201", "  remark: { remark: optional }", "  remark: { remarks: optional }")]
    public void Complaint_is_found_at_its_line(string code, string right, string wrong, string? alongWith = null)
    {
        var text = Right.Replace("  days: {", "  list: { type: list, title: 列表, columns: { name: { type: text, title: 名称 } } }\n  days: {", StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "the text to change is there");
        text = text.Remove(at, right.Length).Insert(at, wrong);
        var firstDifference = at + right.Zip(wrong).TakeWhile(p => p.First == p.Second).Count();
        while (char.IsWhiteSpace(text[firstDifference]))
            firstDifference++;
        var line = text[..firstDifference].Count(c => c == '\n') + 1;

        var found = DefinitionReader.Read(text, "small.yaml").Diagnostics;

        found.Should().Contain(d => d.Code == code, string.Join("\n", found)).Which.Should().Match<Diagnostic>(d =>
            d.Mend.Length > 0 && d.File == "small.yaml" && (d.Line == line || alongWith != null), string.Join("\n", found) + $"\nexpected line {line}");
        found.Where(d => d.Code != alongWith).Should().OnlyContain(d => d.Code == code);
    }

    [Test]
    public void Every_code_is_driven_here()
    {
        var driven = typeof(FormAndNameTests).GetMethod(nameof(Complaint_is_found_at_its_line))!
            .GetCustomAttributes(typeof(TestCaseAttribute), false).Cast<TestCaseAttribute>().Select(c => (string)c.Arguments[0]!);
        driven.Distinct().Should().BeEquivalentTo(DiagnosticCodes.All.Keys.Where(c => string.CompareOrdinal(c, "DEF3") < 0));
    }

    [Test]
    public void Unknown_key_is_answered_with_the_nearest() =>
        DefinitionReader.Read(Right.Replace("calendar:", "calender:", StringComparison.Ordinal)).Diagnostics
            .Should().Contain(d => d.Code == "DEF105").Which.Mend.Should().Contain("`calendar`");

    [Test]
    public void Several_problems_are_told_at_once() =>
        DefinitionReader.Read(Right.Replace("lowers: hold", "lowers: holds", StringComparison.Ordinal).Replace("calendar: CN", "calendar: China", StringComparison.Ordinal)
            .Replace("notice: letter", "notice: lettre", StringComparison.Ordinal)).Diagnostics.Select(d => d.Code)
            .Should().Equal("DEF108", "DEF206", "DEF207");
}
