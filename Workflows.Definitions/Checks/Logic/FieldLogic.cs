using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The values of one field, divided into as many parts as conditions tell apart; the first part is: no value.</summary>
internal sealed class FieldLogic
{
    private const string Absent = "（无）";

    private readonly Variable _variable;
    private readonly ImmutableArray<Part> _parts;

    public FieldLogic(FieldDefinition field, IEnumerable<Condition> atoms)
    {
        var mentioned = atoms.SelectMany(Values).Distinct().ToImmutableArray();
        _parts = field.Type switch
        {
            FieldType.Boolean => [Single(new FieldValue.Boolean(true)), Single(new FieldValue.Boolean(false))],
            FieldType.Choice => Named(mentioned, rest: field.Values.Any(v => !mentioned.Contains(new FieldValue.Text(v.Value)))),
            FieldType.Text => Named(mentioned, rest: true),
            FieldType.Integer or FieldType.Date => Ordered(mentioned, step: 1m),
            FieldType.Money => Ordered(mentioned, step: 0.01m),
            FieldType.Instant => Ordered(mentioned, step: 0m),
            _ => [new Part("（有）", null, null, null)],
        };
        _variable = new Variable(field.Name, [Absent, .. _parts.Select(p => p.Label)]);
    }

    public Formula Present => _variable.Where(i => i > 0);

    public Formula In(ImmutableArray<FieldValue> values) =>
        _variable.Where(i => i > 0 && _parts[i - 1].Value is { } value && values.Contains(value));

    public Formula Range(Condition.Range range)
    {
        var (least, most) = (Rank(range.AtLeast), Rank(range.AtMost));
        return _variable.Where(i => i > 0
            && (least is null || _parts[i - 1].Low >= least)
            && (most is null || _parts[i - 1].High <= most));
    }

    private static IEnumerable<FieldValue> Values(Condition atom) => atom switch
    {
        Condition.In isIn => isIn.Values,
        Condition.Range range => new[] { range.AtLeast, range.AtMost }.OfType<FieldValue>(),
        _ => [],
    };

    private static Part Single(FieldValue value) => new(FieldValueText.Of(value), value, Rank(value), Rank(value));

    private static ImmutableArray<Part> Named(ImmutableArray<FieldValue> mentioned, bool rest) =>
        [.. mentioned.Select(Single), .. rest ? [new Part("其他", null, null, null)] : ReadOnlySpan<Part>.Empty];

    // Each value mentioned, and the gaps before, between and after them. A gap into which no value fits is left out.
    private static ImmutableArray<Part> Ordered(ImmutableArray<FieldValue> mentioned, decimal step)
    {
        var points = mentioned.Select(Single).OrderBy(p => p.Low).ToImmutableArray();
        if (points.IsEmpty)
            return [new Part("（有）", null, decimal.MinValue, decimal.MaxValue)];
        var parts = ImmutableArray.CreateBuilder<Part>();
        parts.Add(new Part($"小于 {points[0].Label}", null, decimal.MinValue, points[0].Low));
        for (var i = 0; i < points.Length; i++)
        {
            parts.Add(points[i]);
            if (i == points.Length - 1)
                parts.Add(new Part($"大于 {points[i].Label}", null, points[i].High, decimal.MaxValue));
            else if (points[i + 1].Low - points[i].High > step)
                parts.Add(new Part($"{points[i].Label} 与 {points[i + 1].Label} 之间", null, points[i].High, points[i + 1].Low));
        }

        return parts.ToImmutable();
    }

    private static decimal? Rank(FieldValue? value) => value switch
    {
        FieldValue.Number number => number.Value,
        FieldValue.Date date => date.Value.ToDateOnly().DayNumber,
        FieldValue.Moment moment => moment.Value.ToUnixTimeTicks(),
        _ => null,
    };

    // A part with a value is that value alone; one without lies strictly between its ends.
    private sealed record Part(string Label, FieldValue? Value, decimal? Low, decimal? High);
}
