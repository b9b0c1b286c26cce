using System.Collections.Immutable;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>Two conditions are called disjoint exactly when no case makes both true.</summary>
public class ConditionLogicTests
{
    private static readonly ProcedureDefinition Definition = DefinitionReader.Read(Fixture.Valid).Definition!;
    private static readonly ImmutableArray<string> Leaves = ["received", "review/examination", "review/consultation"];

    // Every case that the conditions below can tell apart.
    private static readonly ImmutableArray<Dictionary<string, object?>> Cases =
    [
        .. from channel in new object?[] { null, "counter", "letter", "telephone" }
           from copies in new object?[] { null, 0, 1, 2, 3, 4 }
           from urgent in new object?[] { null, true, false }
           from flag in new object?[] { true, false }
           from state in Leaves
           select new Dictionary<string, object?> { ["channel"] = channel, ["copies"] = copies, ["urgent"] = urgent, ["force-majeure"] = flag, ["state"] = state },
    ];

    private static Gen<Condition> Atom => Gen.OneOf(
        Gen.SubListOf(new[] { "counter", "letter", "telephone" }).Where(v => v.Count > 0)
            .Select(Condition (v) => new Condition.In("channel", [.. v.Select(x => new FieldValue.Text(x))])),
        Gen.Choose(1, 3).Select(Condition (n) => new Condition.In("copies", [new FieldValue.Number(n)])),
        Gen.Choose(1, 3).SelectMany(a => Gen.Choose(1, 3).Select(Condition (b) => new Condition.Range("copies", new FieldValue.Number(a), new FieldValue.Number(b)))),
        Gen.Choose(1, 3).Select(Condition (n) => new Condition.Range("copies", new FieldValue.Number(n), null)),
        Gen.Elements(true, false).Select(Condition (b) => new Condition.In("urgent", [new FieldValue.Boolean(b)])),
        Gen.Elements("channel", "copies", "urgent").SelectMany(f => Gen.Elements<Condition>(new Condition.Present(f), new Condition.Absent(f))),
        Gen.Constant<Condition>(new Condition.Flag("force-majeure")),
        Gen.Elements("received", "review", "review/examination").Select(Condition (s) => new Condition.InState(s)));

    [Test]
    public void Overlap_is_found_exactly_when_some_case_makes_both_true() =>
        Prop.ForAll(Conditions(3).Two().ToArbitrary(), pair =>
        {
            var (one, other) = pair;
            var logic = new ConditionLogic(Definition, [one, other], Leaves);
            var witness = new Satisfiability().Witness(Formula.AllOf([logic.Of(one), logic.Of(other)]));
            (witness is not null).Should().Be(Cases.Any(c => Holds(one, c) && Holds(other, c)), $"{ConditionText.Of(one)} and {ConditionText.Of(other)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [TestCase("{ field: receivedOn, before: registeredOn }", "{ field: registeredOn, before: receivedOn }", false)]
    [TestCase("{ field: receivedOn, notAfter: registeredOn }", "{ field: registeredOn, notAfter: receivedOn }", true)]
    [TestCase("{ field: receivedOn, before: registeredOn }", "{ field: registeredOn, absent: true }", false)]
    [TestCase("{ field: copies, equalsSumOf: [extension.days, copies] }", "{ field: extension.days, absent: true }", false)]
    [TestCase("{ field: copies, equalsSumOf: [extension.days, copies] }", "{ not: { field: copies, equalsSumOf: [copies, extension.days] } }", false)]
    [TestCase("{ field: copies, equalsSumOf: [extension.days, copies] }", "{ field: copies, atLeast: 3 }", true)]
    [TestCase("{ field: receivedOn, before: receivedOn }", "{ channel: counter }", false)]
    [TestCase("{ field: media, includes: paper }", "{ field: media, includes: disk }", true)]
    [TestCase("{ field: media, includes: paper }", "{ field: media, absent: true }", false)]
    [TestCase("{ field: media, includes: paper }", "{ not: { field: media, includes: paper } }", false)]
    [TestCase("{ children: any, any: [open] }", "{ children: test.consultation, none: [open] }", true)]
    [TestCase("{ children: test.consultation, any: [open] }", "{ children: any, none: [open] }", false)]
    [TestCase("{ children: test.consultation, any: [agreed] }", "{ children: test.consultation, all: [refused] }", false)]
    [TestCase("{ children: test.consultation, all: [agreed] }", "{ children: test.consultation, all: [refused] }", true)]
    [TestCase("{ clock: reply, is: running }", "{ clock: reply, is: overdue }", false)]
    [TestCase("{ field: fee, atLeast: 0.01 }", "{ field: fee, atMost: 0 }", false)]
    [TestCase("{ field: fee, atLeast: 0.01 }", "{ not: { field: fee, atLeast: 0.02 } }", true)]
    [TestCase("{ all: [{ field: copies, atLeast: 2 }, { not: { copies: 2 } }] }", "{ field: copies, atMost: 2 }", false)]
    [TestCase("{ all: [{ field: copies, atLeast: 2 }, { not: { copies: [2, 3] } }] }", "{ not: { field: copies, atLeast: 4 } }", false)]
    [TestCase("{ applicant.name: 张三 }", "{ applicant.name: 李四 }", false)]
    [TestCase("{ not: { applicant.name: 张三 } }", "{ not: { applicant.name: 李四 } }", true)]
    [TestCase("{ field: receivedOn, atLeast: 2026-01-01 }", "{ field: receivedOn, atMost: 2025-12-31 }", false)]
    public void Overlap_of_two_forms(string one, string other, bool overlap)
    {
        var text = Fixture.Valid.Replace("{ that: { clock: reply, is: running },", $"{{ that: {{ all: [{one}, {other}] }},", StringComparison.Ordinal)
            .Replace("{ that: { field: extension.days, atLeast: 1, atMost: 15 },", "{ that: { field: extension.days, present: true },", StringComparison.Ordinal);
        var codes = DefinitionReader.ReadAndCheck(text).Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code);
        codes.Contains("DEF315").Should().Be(!overlap, string.Join(", ", codes));
    }

    [TestCase("answered", "{ outcome: agreed }", "{ outcome: refused }", false)]
    [TestCase("answered", "{ outcome: [agreed, refused] }", "{ outcome: refused }", true)]
    public void Overlap_of_outcomes(string trigger, string one, string other, bool overlap)
    {
        var text = Fixture.Valid.Replace("branches: [{ when: { outcome: [agreed, refused] }, to: review/examination, sets: { answer: { child: answer } } }]",
            $"branches: [{{ when: {one}, to: review/examination }}, {{ when: {other}, to: review/examination }}]", StringComparison.Ordinal);
        DefinitionReader.ReadAndCheck(text).Diagnostics.Any(d => d.Code == "DEF303" && d.Message.Contains(trigger)).Should().Be(overlap);
    }

    private static Gen<Condition> Conditions(int depth) => depth == 0 ? Atom : Gen.OneOf(
        Atom,
        Conditions(depth - 1).Select(Condition (c) => new Condition.Not(c)),
        Conditions(depth - 1).Two().Select(Condition (p) => new Condition.All([p.Item1, p.Item2])),
        Conditions(depth - 1).Two().Select(Condition (p) => new Condition.Any([p.Item1, p.Item2])));

    private static bool Holds(Condition condition, Dictionary<string, object?> at) => condition switch
    {
        Condition.All all => all.Of.All(c => Holds(c, at)),
        Condition.Any any => any.Of.Any(c => Holds(c, at)),
        Condition.Not not => !Holds(not.Of, at),
        Condition.Present present => at[present.Field] is not null,
        Condition.Absent absent => at[absent.Field] is null,
        Condition.In isIn => at[isIn.Field] is { } value && isIn.Values.Contains(Value(value)),
        Condition.Range range => at[range.Field] is int number && (range.AtLeast is not FieldValue.Number least || number >= least.Value)
            && (range.AtMost is not FieldValue.Number most || number <= most.Value),
        Condition.Flag flag => (bool)at[flag.Name]!,
        Condition.InState inState => ((string)at["state"]! + "/").StartsWith(inState.Name + "/", StringComparison.Ordinal),
        _ => throw new NotSupportedException(),
    };

    private static FieldValue Value(object value) => value switch
    {
        int number => new FieldValue.Number(number),
        bool truth => new FieldValue.Boolean(truth),
        _ => new FieldValue.Text((string)value),
    };
}
