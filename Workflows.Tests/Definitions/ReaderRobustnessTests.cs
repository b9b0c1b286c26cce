using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>Whatever the text, the reader answers with diagnostics.</summary>
public class ReaderRobustnessTests
{
    private static readonly string[] Splinters =
        ["&a", "*a", "<<: *a", "!!str", "|", ">", "{", "}", "[", "]", ": ", "- ", "? ", "---\n", "...\n", "%YAML 9.9\n", "\t", "\0", "\uFEFF", "\uD800", "\"", "'", "#", "null", "~", "\n\n", "  ", "@", "`"];

    [Test]
    public void Any_mutation_of_a_text_is_answered()
    {
        var edit = from at in Gen.Choose(0, Fixture.Valid.Length)
                   from length in Gen.Choose(0, 40)
                   from piece in Gen.OneOf(
                       Gen.Elements(Splinters),
                       Gen.Constant(""),
                       Gen.Choose(0, Fixture.Valid.Length - 60).SelectMany(start => Gen.Choose(1, 60).Select(n => Fixture.Valid.Substring(start, n))))
                   select (at, length, piece);
        Prop.ForAll(edit.ArrayOf(4).ToArbitrary(), edits =>
        {
            var text = new StringBuilder(Fixture.Valid);
            foreach (var (at, length, piece) in edits)
            {
                var from = Math.Min(at, text.Length);
                text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, piece);
            }

            Answers(text.ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Any_text_is_answered() =>
        Prop.ForAll<string>(text => Answers(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void Every_beginning_of_a_text_is_answered()
    {
        for (var length = 0; length < Fixture.Valid.Length; length += 17)
            Answers(Fixture.Valid[..length]);
    }

    [Test]
    public void Text_that_grows_by_aliases_is_refused()
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 30; i++)
            text.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        DefinitionReader.Read(text.ToString()).Diagnostics.Should().Contain(d => d.Code == "DEF102");
    }

    [TestCase('[')]
    [TestCase('{')]
    public void Text_nested_without_end_is_refused(char open) =>
        DefinitionReader.Read("a: " + new string(open, 200_000)).Diagnostics.Should().NotBeEmpty();

    [Test]
    public void Text_of_very_many_elements_is_refused() =>
        DefinitionReader.Read("a: [" + string.Concat(Enumerable.Repeat("x,", 100_000)) + "x]").Diagnostics.Should().ContainSingle(d => d.Code == "DEF103");

    [Test]
    public void Very_long_text_is_refused() =>
        DefinitionReader.Read(new string('x', 1_000_000)).Diagnostics.Should().ContainSingle(d => d.Code == "DEF103");

    [Test]
    public void Conditions_made_to_take_for_ever_are_given_up_with_a_complaint()
    {
        // Twelve fields that must all differ, with eleven values: impossible, and proving it takes trying them all.
        var all = Enumerable.Range(0, 12).ToArray();
        var fields = string.Concat(all.Select(i => $"  f{i}: {{ type: text, title: 格 }}\n"));
        var inputs = string.Join(", ", all.Select(i => $"f{i}: optional"));
        var placed = all.Select(i => $"{{ f{i}: [{string.Join(", ", Enumerable.Range(1, 11).Select(h => $"h{h}"))}] }}");
        var apart = from i in all
                    from j in all.Take(i)
                    from h in Enumerable.Range(1, 11)
                    select $"{{ not: {{ all: [{{ f{i}: h{h} }}, {{ f{j}: h{h} }}] }} }}";
        var text = Fixture.Text("small.yaml")
            .Replace("  days: {", fields + "  days: {", StringComparison.Ordinal)
            .Replace("input: { decision: required }", $"input: {{ decision: required, {inputs} }}", StringComparison.Ordinal)
            .Replace("- when: { decision: refuse }", $"- when: {{ all: [{string.Join(", ", placed.Concat(apart))}] }}", StringComparison.Ordinal);
        DefinitionReader.ReadAndCheck(text).Diagnostics.Should().Contain(d => d.Code == "DEF303" && d.Message.Contains("未能证明"));
    }

    private static void Answers(string text)
    {
        var result = DefinitionReader.ReadAndCheck(text, "any.yaml");
        if (result.Definition is null)
            result.Diagnostics.Should().Contain(d => d.Severity == Severity.Error);
        result.Diagnostics.Should().OnlyContain(d => d.Line > 0 && d.Column > 0 && d.Mend.Length > 0 && DiagnosticCodes.All.ContainsKey(d.Code));
    }
}
