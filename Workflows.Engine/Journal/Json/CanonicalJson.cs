using System.Text.Json;

namespace Workflows.Engine;

/// <summary>Any JSON value in the canonical form of RFC 8785, so that equal values have equal bytes and one hash.</summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The canonical form of a JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON, or an object has a name twice.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json, Strict);
        return Of(document.RootElement);
    }

    /// <summary>The canonical form of a value.</summary>
    public static byte[] Of(JsonElement value)
    {
        var writer = new CanonicalJsonWriter();
        Write(writer, value);
        return writer.Written.ToArray();
    }

    private static void Write(CanonicalJsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.StartObject();
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.Name(property.Name);
                    Write(writer, property.Value);
                }

                writer.EndObject();
                break;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.String(value.GetString());
                break;
            case JsonValueKind.Number:
                writer.Number(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Boolean(value.GetBoolean());
                break;
            case JsonValueKind.Null:
                writer.Null();
                break;
            default:
                throw new ArgumentException("The value is not JSON.", nameof(value));
        }
    }
}
