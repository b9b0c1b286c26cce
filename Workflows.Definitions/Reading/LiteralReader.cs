using System.Globalization;
using NodaTime.Text;

namespace Workflows.Definitions;

/// <summary>Reads values written in a definition by the type of the field they belong to.</summary>
internal static class LiteralReader
{
    /// <summary>A value of the field; null, and complained of, when it is none.</summary>
    public static FieldValue? Literal(this Reading reading, SourceNode node, FieldDefinition field)
    {
        if (field.Type == FieldType.Choices)
            return Choices(reading, node, field);
        var value = node is SourceNode.Scalar { IsNull: false } scalar ? Single(scalar, field) : null;
        if (value is null)
            Complain(reading, node, field);
        return value;
    }

    /// <summary>One choice of a field of choices.</summary>
    public static string Choice(this Reading reading, SourceNode node, FieldDefinition field)
    {
        if (node is SourceNode.Scalar scalar && field.Values.Any(v => v.Value == scalar.Value))
            return scalar.Value;
        Complain(reading, node, field);
        return "";
    }

    /// <summary>A value whose field is declared elsewhere, so that only its own form can tell its type.</summary>
    public static FieldValue? Untyped(this Reading reading, SourceNode node)
    {
        if (node is SourceNode.Sequence sequence)
            return new FieldValue.Choices([.. sequence.Items.Select(i => reading.Text(i, "值"))]);
        if (node is not SourceNode.Scalar scalar)
        {
            reading.Complaints.Error(DiagnosticCodes.WrongKind, node.Location, "应为一个值", "写成文字、数字、日期，或 `{ field: 字段 }`");
            return null;
        }

        var typed = scalar.Plain ? Boolean(scalar.Value) ?? (FieldValue?)Number(scalar.Value, 2) ?? Date(scalar.Value) : null;
        return typed ?? new FieldValue.Text(scalar.Value);
    }

    private static FieldValue.Choices? Choices(Reading reading, SourceNode node, FieldDefinition field)
    {
        var written = reading.Distinct(Reading.Many(node), "选项", item => reading.Choice(item, field));
        return new([.. field.Values.Select(v => v.Value).Where(v => written.Contains(v))]);
    }

    private static FieldValue? Single(SourceNode.Scalar scalar, FieldDefinition field) => field.Type switch
    {
        FieldType.Text => scalar.Value.Length <= field.MaxLength ? new FieldValue.Text(scalar.Value) : null,
        FieldType.Choice => field.Values.Any(v => v.Value == scalar.Value) ? new FieldValue.Text(scalar.Value) : null,
        FieldType.Boolean => Boolean(scalar.Value),
        FieldType.Integer => Number(scalar.Value, 0),
        FieldType.Money => Number(scalar.Value, 2),
        FieldType.Date => Date(scalar.Value),
        FieldType.Instant => InstantPattern.ExtendedIso.Parse(scalar.Value) is { Success: true } i ? new FieldValue.Moment(i.Value) : null,
        _ => null,
    };

    private static FieldValue.Boolean? Boolean(string text) => text switch
    {
        "true" => new(true),
        "false" => new(false),
        _ => null,
    };

    private static FieldValue.Number? Number(string text, int decimals) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e15m && decimal.Round(number, decimals) == number
            ? new(number)
            : null;

    private static FieldValue.Date? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } date ? new(date.Value) : null;

    private static void Complain(Reading reading, SourceNode node, FieldDefinition field)
    {
        var written = node is SourceNode.Scalar scalar ? $"`{Reading.Shown(scalar.Value)}`" : "这里的写法";
        var wanted = field.Type switch
        {
            FieldType.Choice or FieldType.Choices => NearestName.Mend((node as SourceNode.Scalar)?.Value ?? "", [.. field.Values.Select(v => v.Value)]),
            FieldType.Boolean => "写 true 或 false",
            FieldType.Integer => "写整数，如 3",
            FieldType.Money => "写金额，最多两位小数，如 12.50",
            FieldType.Date => "写日期，如 2026-09-30",
            FieldType.Instant => "写时刻，如 2026-09-30T08:00:00Z",
            FieldType.List => "列表没有可写的值，只能判断 present 或 absent",
            _ => $"写文字，最长 {field.MaxLength}；没有值用 `absent: true`",
        };
        reading.Complaints.Error(DiagnosticCodes.ValueDoesNotFit, node.Location, $"{written}不是字段 `{field.Name}` 的值", wanted);
    }
}
