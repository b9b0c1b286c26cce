using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads comparisons of a field, by its declared type.</summary>
internal sealed class ComparisonReader(Reading reading)
{
    // Which comparisons each type allows beyond present and absent.
    private static readonly ImmutableDictionary<FieldType, ImmutableArray<string>> Operators =
        new Dictionary<FieldType, ImmutableArray<string>>
        {
            [FieldType.Text] = ["equals", "in"],
            [FieldType.Choice] = ["equals", "in"],
            [FieldType.Boolean] = ["equals", "in"],
            [FieldType.Choices] = ["includes"],
            [FieldType.Integer] = ["equals", "in", "atLeast", "atMost", "equalsSumOf"],
            [FieldType.Money] = ["equals", "in", "atLeast", "atMost", "equalsSumOf"],
            [FieldType.Date] = ["equals", "in", "atLeast", "atMost", "before", "notAfter"],
            [FieldType.Instant] = ["equals", "in", "atLeast", "atMost"],
            [FieldType.List] = [],
        }.ToImmutableDictionary();

    /// <summary>Whether the type of the field allows the comparison; complains when it does not.</summary>
    public static bool Fits(Reading reading, string comparison, SourceNode at, FieldDefinition field)
    {
        var allowed = Operators[field.Type];
        if (comparison is "present" or "absent" || allowed.Contains(comparison))
            return true;
        reading.Complaints.Error(DiagnosticCodes.OperatorDoesNotFit, at.Location,
            $"{TypeName(field.Type)} 字段 `{field.Name}` 不能用 `{comparison}`", $"可用：{string.Join("、", allowed.Add("present").Add("absent"))}");
        return false;
    }

    public static Condition.In In(Reading reading, SourceNode node, FieldDefinition field)
    {
        var values = ImmutableArray.CreateBuilder<FieldValue>();
        foreach (var item in Reading.Many(node))
        {
            if (reading.Literal(item, field) is { } value)
                values.Add(value);
        }

        return new(field.Name, values.ToImmutable());
    }

    public static string TypeName(FieldType type) => FieldReader.Types.First(t => t.Value == type).Key;

    public Condition Read(Element element)
    {
        if (reading.Field(element.Find("field")!) is not { } field)
            return new Condition.All([]);
        var parts = new List<Condition>();
        foreach (var comparison in KeyTable.Comparison.Optional)
        {
            if (element.Find(comparison) is { } value && Fits(reading, comparison, value, field))
                parts.Add(Part(element, comparison, value, field));
        }

        if (!KeyTable.Comparison.Optional.Any(element.Has))
            element.Error(DiagnosticCodes.ExclusiveKeys, null, $"没有写明怎样比较字段 `{field.Name}`", "加上 `equals`、`in`、`present` 等");
        JoinBounds(element, parts);
        return parts.Count == 1 ? parts[0] : new Condition.All([.. parts]);
    }

    private Condition Part(Element element, string comparison, SourceNode value, FieldDefinition field)
    {
        switch (comparison)
        {
            case "includes":
                return new Condition.Includes(field.Name, reading.Choice(value, field));
            case "atLeast":
                return new Condition.Range(field.Name, reading.Literal(value, field), null);
            case "atMost":
                return new Condition.Range(field.Name, null, reading.Literal(value, field));
            case "before" or "notAfter":
                return new Condition.DateOrder(field.Name, OtherDate(value), comparison == "notAfter");
            case "equalsSumOf":
                return new Condition.SumOf(field.Name, Parts(value, field));
            case "present" or "absent":
                if (value is not SourceNode.Scalar { Value: "true" })
                    element.Error(DiagnosticCodes.MalformedValue, value, $"`{comparison}` 只能写 true", "相反的情形用 present 与 absent 中的另一个");
                return comparison == "present" ? new Condition.Present(field.Name) : new Condition.Absent(field.Name);
            default:
                return In(reading, value, field);
        }
    }

    private string OtherDate(SourceNode node)
    {
        if (reading.Field(node) is { } other && other.Type != FieldType.Date)
            reading.Complaints.Error(DiagnosticCodes.TypesDiffer, node.Location, $"字段 `{other.Name}` 不是日期", "日期只能与日期字段比较");
        return (node as SourceNode.Scalar)?.Value ?? "";
    }

    private ImmutableArray<string> Parts(SourceNode node, FieldDefinition sum)
    {
        var parts = Reading.Many(node);
        if (parts.Length < 2)
            reading.Complaints.Error(DiagnosticCodes.MalformedValue, node.Location, "`equalsSumOf` 应列出至少两个字段", "形如 `equalsSumOf: [字段一, 字段二]`");
        foreach (var part in parts)
        {
            if (reading.Field(part) is { } field && field.Type != sum.Type)
            {
                reading.Complaints.Error(DiagnosticCodes.TypesDiffer, part.Location,
                    $"字段 `{field.Name}` 是 {TypeName(field.Type)}，`{sum.Name}` 是 {TypeName(sum.Type)}", "只能与同类型字段之和比较");
            }
        }

        return [.. parts.Select(part => (part as SourceNode.Scalar)?.Value ?? "")];
    }

    // A lower and an upper bound written together are one range.
    private static void JoinBounds(Element element, List<Condition> parts)
    {
        if (!element.Has("atLeast") || !element.Has("atMost"))
            return;
        var bounds = parts.OfType<Condition.Range>().ToArray();
        if (bounds.Length != 2)
            return;
        parts.RemoveAll(p => p is Condition.Range);
        parts.Add(bounds[0] with { AtMost = bounds[1].AtMost });
    }
}
