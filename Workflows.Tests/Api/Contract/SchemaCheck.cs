using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Tests.Api.Contract;

/// <summary>Checks a value against a schema of the contract: types, required and unknown properties, choices.</summary>
/// <param name="document">The contract.</param>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>What does not fit, each with its place.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode? schema, string at = "$")
    {
        schema = Resolve(schema);
        if (schema is null)
            return [];
        if (schema["allOf"] is JsonArray all)
            return all.SelectMany(one => Faults(value, one, at));
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray any)
            return any.Any(one => !Faults(value, one, at).Any()) ? [] : [$"{at}: fits none of its forms"];
        string[] types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(one => one!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        if (types.Length > 0 && !types.Any(type => Is(value, type)))
            return [$"{at}: {Short(value)} is no {string.Join(" or ", types)}"];
        if (value is not null && schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
            return [$"{at}: {Short(value)} is none of its words"];
        return value switch
        {
            JsonObject many when schema["properties"] is JsonObject || schema["required"] is JsonArray => Object(many, schema, at),
            JsonObject many when schema["additionalProperties"] is JsonObject each => many.SelectMany(pair => Faults(pair.Value, each, $"{at}.{pair.Key}")),
            JsonArray list => list.SelectMany((one, index) => Faults(one, schema["items"], $"{at}[{index}]")),
            _ => [],
        };
    }

    private IEnumerable<string> Object(JsonObject value, JsonNode schema, string at)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(one => one!.GetValue<string>()).Where(name => !value.ContainsKey(name)))
            yield return $"{at}: {name} is missing";
        foreach (var (name, one) in value)
        {
            if (properties[name] is { } known)
            {
                foreach (var fault in Faults(one, known, $"{at}.{name}"))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JsonValue closed && closed.GetValueKind() == JsonValueKind.False)
            {
                yield return $"{at}: {name} is not known";
            }
        }
    }

    private JsonNode? Resolve(JsonNode? schema)
    {
        for (var turns = 0; turns < 8 && schema?["$ref"]?.GetValue<string>() is { } reference; turns++)
            schema = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);
        return schema;
    }

    private static bool Is(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number" or "integer", JsonValueKind.Number) => true,
        ("array", JsonValueKind.Array) => true,
        ("object", JsonValueKind.Object) => true,
        _ => false,
    };

    private static string Short(JsonNode? value) => (value?.ToJsonString() ?? "null") is { Length: > 60 } text ? text[..60] : value?.ToJsonString() ?? "null";
}
