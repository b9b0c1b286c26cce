using System.Text.Json.Nodes;
using NodaTime.Text;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A field's value as JSON: the form that <see cref="FieldReader"/> reads.</summary>
public static class FieldJson
{
    /// <summary>The value as a JSON node.</summary>
    public static JsonNode Write(FieldValue value) => value switch
    {
        FieldValue.Text text => JsonValue.Create(text.Value),
        FieldValue.Choices choices => new JsonArray([.. choices.Values.Select(item => (JsonNode)JsonValue.Create(item))]),
        FieldValue.Date date => JsonValue.Create(LocalDatePattern.Iso.Format(date.Value)),
        FieldValue.Moment moment => JsonValue.Create(InstantPattern.ExtendedIso.Format(moment.Value)),
        FieldValue.Number number => JsonValue.Create(number.Value),
        FieldValue.Boolean boolean => JsonValue.Create(boolean.Value),
        FieldValue.Rows rows => new JsonArray([.. rows.Items.Select(row => (JsonNode)Write(row))]),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Several values as a JSON object.</summary>
    public static JsonObject Write(IEnumerable<KeyValuePair<string, FieldValue>> values)
    {
        var json = new JsonObject();
        foreach (var (name, value) in values)
            json[name] = Write(value);
        return json;
    }
}
