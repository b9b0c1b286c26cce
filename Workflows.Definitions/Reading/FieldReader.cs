using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads the declared fields.</summary>
internal static class FieldReader
{
    private const int LongestText = 1_000_000;

    public static readonly ImmutableSortedDictionary<string, FieldType> Types = new Dictionary<string, FieldType>
    {
        ["text"] = FieldType.Text,
        ["choice"] = FieldType.Choice,
        ["choices"] = FieldType.Choices,
        ["date"] = FieldType.Date,
        ["instant"] = FieldType.Instant,
        ["integer"] = FieldType.Integer,
        ["money"] = FieldType.Money,
        ["boolean"] = FieldType.Boolean,
        ["list"] = FieldType.List,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableArray<FieldDefinition> Fields(Element procedure)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDefinition>();
        foreach (var (key, value) in procedure.Entries("fields", "字段", NameForms.Field))
        {
            if (KeyTable.ReservedInConditions.Contains(key.Value))
            {
                procedure.Error(DiagnosticCodes.MalformedName, key, $"`{key.Value}` 在条件中另有含义，不能作字段名",
                    $"改名，如 `case.{key.Value}`");
            }

            fields.Add(Field(procedure.Reading.Open(value, KeyTable.Field, ElementPath.Field(key.Value), key.Location), key.Value));
        }

        return fields.ToImmutable();
    }

    private static FieldDefinition Field(Element element, string name)
    {
        var type = Type(element);
        var columns = ImmutableArray.CreateBuilder<FieldDefinition>();
        foreach (var (key, value) in element.Entries("columns", "列", NameForms.Column))
        {
            var column = element.Reading.Open(value, KeyTable.Column, ElementPath.Column(element.Path, key.Value), key.Location);
            columns.Add(Field(column, key.Value));
            if (columns[^1].Type == FieldType.List)
                column.Error(DiagnosticCodes.MalformedValue, column.Find("type"), "列表的列不能又是列表", "改用其他类型");
        }

        OnlyFor(element, "columns", type is FieldType.List, "list");
        OnlyFor(element, "values", type is FieldType.Choice or FieldType.Choices, "choice 或 choices");
        if (element.Has("maxLength") && type != FieldType.Text)
            element.Error(DiagnosticCodes.ExclusiveKeys, element.Find("maxLength"), "`maxLength` 只用于 text", "删去 `maxLength`");
        return new()
        {
            Name = name,
            Type = type,
            Title = element.Title(),
            Values = [.. element.Entries("values", "选项", NameForms.Choice)
                .Select(v => new ChoiceValue(v.Key.Value, element.Reading.Localized(v.Value, element.Path)))],
            Columns = columns.ToImmutable(),
            Personal = element.Truth("personal"),
            Required = element.Truth("required"),
            MaxLength = element.Number("maxLength", otherwise: 4000, LongestText),
            Basis = element.OptionalBasis(),
        };
    }

    private static FieldType Type(Element element)
    {
        if (element.OptionalText("type") is not { Length: > 0 } text)
            return FieldType.Text;
        if (Types.TryGetValue(text, out var type))
            return type;
        element.Error(DiagnosticCodes.MalformedValue, element.Find("type"), $"没有字段类型 `{Reading.Shown(text)}`", NearestName.Mend(text, [.. Types.Keys]));
        return FieldType.Text;
    }

    private static void OnlyFor(Element element, string key, bool wanted, string types)
    {
        if (element.Has(key) && !wanted)
            element.Error(DiagnosticCodes.ExclusiveKeys, element.Find(key), $"`{key}` 只用于 {types}", $"删去 `{key}`，或改类型");
        else if (wanted && element.Find(key) is null or SourceNode.Mapping { Entries.Length: 0 })
            element.Error(DiagnosticCodes.MissingKey, null, $"{types} 字段缺少 `{key}`", $"加上 `{key}: {{ … }}`");
    }
}
