using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>
/// Values that say their own kind, <c>{"closedOn":{"date":"2026-09-30"}}</c>: what a child returns and what a fact holds
/// is typed by another definition, or by none.
/// </summary>
internal static class TaggedValueJson
{
    public static void Write(CanonicalJsonWriter writer, ImmutableSortedDictionary<string, FieldValue> values)
    {
        writer.StartObject();
        foreach (var (name, value) in values.InOrder())
        {
            writer.Name(name);
            writer.StartObject();
            if (value is FieldValue.Rows rows)
            {
                writer.Name("rows"u8);
                writer.StartArray();
                foreach (var row in rows.Items)
                    Write(writer, row);
                writer.EndArray();
            }
            else
            {
                writer.Name(Tag(value));
                PlainValueJson.Write(writer, value);
            }

            writer.EndObject();
        }

        writer.EndObject();
    }

    public static ImmutableSortedDictionary<string, FieldValue> Read(JsonElement json)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            values.Add(property.Name, Value(property.Value.EnumerateObject().Single()));
        return values.ToImmutable();
    }

    private static string Tag(FieldValue value) => value switch
    {
        FieldValue.Text => "text",
        FieldValue.Choices => "choices",
        FieldValue.Date => "date",
        FieldValue.Moment => "moment",
        FieldValue.Number => "number",
        FieldValue.Boolean => "boolean",
        _ => throw new NotSupportedException($"No JSON form for {value.GetType().Name}."),
    };

    private static FieldValue Value(JsonProperty tagged) => tagged.Name switch
    {
        "text" => new FieldValue.Text(tagged.Value.GetString()!),
        "choices" => new FieldValue.Choices([.. tagged.Value.EnumerateArray().Select(item => item.GetString()!)]),
        "date" => new FieldValue.Date(tagged.Value.Date()),
        "moment" => new FieldValue.Moment(tagged.Value.Moment()),
        "number" => new FieldValue.Number(PlainValueJson.Number(tagged.Value)),
        "boolean" => new FieldValue.Boolean(tagged.Value.GetBoolean()),
        "rows" => new FieldValue.Rows([.. tagged.Value.EnumerateArray().Select(Read)]),
        _ => throw new JsonException($"'{tagged.Name}' is no kind of value."),
    };
}
