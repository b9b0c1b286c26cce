using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Reads a field's value from JSON, typed by its definition.</summary>
public static class FieldReader
{
    /// <summary>Most rows of a list.</summary>
    public const int MaxRows = 2000;

    /// <summary>Reads one value.</summary>
    /// <param name="json">The JSON value; not null.</param>
    /// <param name="field">The field's definition.</param>
    /// <param name="problem">What is wrong and how to mend it, in Chinese; null when the value is right.</param>
    /// <returns>The value, or null with a <paramref name="problem"/>.</returns>
    public static FieldValue? Read(JsonElement json, FieldDefinition field, out string? problem)
    {
        var (value, says) = field.Type switch
        {
            FieldType.Text => Text(json, field),
            FieldType.Choice => Choice(json, field),
            FieldType.Choices => Choices(json, field),
            FieldType.Date => Date(json),
            FieldType.Instant => Moment(json),
            FieldType.Integer => Integer(json),
            FieldType.Money => Money(json),
            FieldType.Boolean => Boolean(json),
            FieldType.List => Rows(json, field),
            _ => (null, "未知类型"),
        };
        problem = says;
        return value;
    }

    private static (FieldValue?, string?) Text(JsonElement json, FieldDefinition field)
    {
        if (json.ValueKind != JsonValueKind.String || !TryGetString(json, out var text))
            return (null, "应为文本");
        if (text.Length > field.MaxLength)
            return (null, $"文本过长：{text.Length} 个字符，最多 {field.MaxLength} 个");
        return string.IsNullOrWhiteSpace(text) ? (null, "文本为空；没有内容时请不要提交该字段") : (new FieldValue.Text(text), null);
    }

    private static bool TryGetString(JsonElement json, out string text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in an escape: valid JSON, but no text.
            text = "";
            return false;
        }
    }

    private static (FieldValue?, string?) Choice(JsonElement json, FieldDefinition field) =>
        json.ValueKind == JsonValueKind.String && TryGetString(json, out var text) && Known(field, text) is { } known
            ? (new FieldValue.Text(known), null)
            : (null, $"应为下列之一：{Allowed(field)}");

    private static string? Known(FieldDefinition field, string text)
    {
        foreach (var value in field.Values)
        {
            if (value.Value == text)
                return value.Value;
        }

        return null;
    }

    private static (FieldValue?, string?) Choices(JsonElement json, FieldDefinition field)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > field.Values.Length)
            return (null, $"应为数组，每项为下列之一且不重复：{Allowed(field)}");
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in json.EnumerateArray())
        {
            if (Choice(item, field).Item1 is not FieldValue.Text text || !chosen.Add(text.Value))
                return (null, $"应为数组，每项为下列之一且不重复：{Allowed(field)}");
        }

        return (new FieldValue.Choices([.. field.Values.Select(value => value.Value).Where(chosen.Contains)]), null);
    }

    private static string Allowed(FieldDefinition field) =>
        string.Join("、", field.Values.Select(value => $"{value.Value}（{value.Title.Zh}）"));

    private static (FieldValue?, string?) Date(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && TryGetString(json, out var text)
            && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && day.Year is >= 1900 and <= 2999)
            return (new FieldValue.Date(day), null);
        return (null, "应为日期，形如 2026-03-02，年份在 1900 至 2999 之间");
    }

    private static (FieldValue?, string?) Moment(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && TryGetString(json, out var text)
            && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } && at.Year is >= 1900 and <= 2999)
            return (new FieldValue.Moment(at.ToInstant()), null);
        return (null, "应为带时区的时间，形如 2026-03-02T09:00:00+08:00");
    }

    private static (FieldValue?, string?) Integer(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)
            ? (new FieldValue.Number(number), null)
            : (null, "应为整数");

    private static (FieldValue?, string?) Money(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var amount)
            && amount is >= 0 and <= 9_999_999_999m && decimal.Round(amount, 2) == amount
            ? (new FieldValue.Number(decimal.Parse(amount.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)), null)
            : (null, "应为金额（元），不为负，最多两位小数");

    private static (FieldValue?, string?) Boolean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => (new FieldValue.Boolean(true), null),
        JsonValueKind.False => (new FieldValue.Boolean(false), null),
        _ => (null, "应为 true 或 false"),
    };

    private static (FieldValue?, string?) Rows(JsonElement json, FieldDefinition field)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is 0 or > MaxRows)
            return (null, $"应为数组，1 至 {MaxRows} 行");
        var rows = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, FieldValue>>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            var (row, problem) = Row(item, field, rows.Count + 1);
            if (row is null)
                return (null, problem);
            rows.Add(row);
        }

        return (new FieldValue.Rows(rows.MoveToImmutable()), null);
    }

    private static (ImmutableSortedDictionary<string, FieldValue>?, string?) Row(JsonElement json, FieldDefinition field, int number)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, $"第 {number} 行应为对象");
        var row = FieldMap.Empty.ToBuilder();
        foreach (var property in json.EnumerateObject())
        {
            var column = field.Columns.FirstOrDefault(column => column.Name == property.Name);
            if (column is null)
                return (null, $"第 {number} 行没有名为“{SentName.Shown(property.Name)}”的列；可用的列：{string.Join("、", field.Columns.Select(c => c.Name))}");
            if (property.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (Read(property.Value, column, out var problem) is not { } value)
                return (null, $"第 {number} 行的“{column.Name}”{problem}");
            row[column.Name] = value;
        }

        return field.Columns.FirstOrDefault(column => column.Required && !row.ContainsKey(column.Name)) is { } missing
            ? (null, $"第 {number} 行缺少“{missing.Name}”（{missing.Title.Zh}）")
            : (row.ToImmutable(), null);
    }
}
