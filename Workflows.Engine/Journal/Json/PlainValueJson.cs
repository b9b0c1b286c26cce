using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Field values in the natural form of JSON; reading takes the type from the field's definition.</summary>
internal static class PlainValueJson
{
    public static void Write(CanonicalJsonWriter writer, FieldValue value)
    {
        switch (value)
        {
            case FieldValue.Text text:
                writer.String(text.Value);
                break;
            case FieldValue.Choices choices:
                writer.StartArray();
                foreach (var choice in choices.Values)
                    writer.String(choice);
                writer.EndArray();
                break;
            case FieldValue.Date date:
                writer.String(LocalDatePattern.Iso.Format(date.Value));
                break;
            case FieldValue.Moment moment:
                writer.String(InstantPattern.ExtendedIso.Format(moment.Value));
                break;
            case FieldValue.Number number:
                writer.Number(number.Value);
                break;
            case FieldValue.Boolean boolean:
                writer.Boolean(boolean.Value);
                break;
            case FieldValue.Rows rows:
                writer.StartArray();
                foreach (var row in rows.Items)
                {
                    writer.StartObject();
                    foreach (var (name, cell) in row.InOrder())
                    {
                        writer.Name(name);
                        Write(writer, cell);
                    }

                    writer.EndObject();
                }

                writer.EndArray();
                break;
            default:
                throw new NotSupportedException($"No JSON form for {value.GetType().Name}.");
        }
    }

    public static FieldValue Read(JsonElement json, FieldDefinition field) => field.Type switch
    {
        FieldType.Text or FieldType.Choice => new FieldValue.Text(json.GetString()!),
        FieldType.Choices => new FieldValue.Choices([.. json.EnumerateArray().Select(item => item.GetString()!)]),
        FieldType.Date => new FieldValue.Date(json.Date()),
        FieldType.Instant => new FieldValue.Moment(json.Moment()),
        FieldType.Integer or FieldType.Money => new FieldValue.Number(Number(json)),
        FieldType.Boolean => new FieldValue.Boolean(json.GetBoolean()),
        FieldType.List => new FieldValue.Rows([.. json.EnumerateArray().Select(row => Row(row, field))]),
        _ => throw new NotSupportedException($"No JSON form for fields of type {field.Type}."),
    };

    /// <summary>A number that a binary fraction cannot hold was written as text.</summary>
    public static decimal Number(JsonElement json) => json.ValueKind == JsonValueKind.String
        ? decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture)
        : json.GetDecimal();

    private static ImmutableSortedDictionary<string, FieldValue> Row(JsonElement json, FieldDefinition list)
    {
        var row = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var cell in json.EnumerateObject())
            row.Add(cell.Name, Read(cell.Value, list.Columns.First(column => column.Name == cell.Name)));
        return row.ToImmutable();
    }
}
