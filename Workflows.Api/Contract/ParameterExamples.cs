using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Workflows.Api.Contract;

/// <summary>Examples of parameters that no recorded exchange has: by their own words, their form, or their name.</summary>
internal static class ParameterExamples
{
    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["If-Match"] = "\"3\"",
        ["Idempotency-Key"] = "2026-03-02-0001",
        ["Prefer"] = "return=representation",
        ["Accept"] = "application/json",
        ["Last-Event-ID"] = "41",
        ["procedure"] = "huadian.disclosure-application",
        ["agency"] = "huadian.education-bureau",
        ["state"] = "detailed-review",
        ["reference"] = "桦依申〔2026〕1号",
        ["text"] = "预算",
        ["schedule"] = "quarterly",
        ["reportColumn"] = "total",
        ["reportRow"] = "disclosed",
        ["personal"] = "masked",
    };

    /// <summary>An example; never none.</summary>
    public static JsonNode Of(OpenApiParameter parameter)
    {
        var schema = parameter.Schema;
        if (ByName.TryGetValue(parameter.Name!, out var known))
            return JsonValue.Create(known);
        if (schema?.Enum is { Count: > 0 } words)
            return words[0].DeepClone();
        return schema?.Type switch
        {
            JsonSchemaType.Integer => JsonValue.Create(50),
            JsonSchemaType.Boolean => JsonValue.Create(true),
            _ => JsonValue.Create(schema?.Format switch
            {
                "date" => "2026-03-02",
                "date-time" => "2026-03-02T09:00:00+08:00",
                "uuid" => "019cab7e-8d20-7c52-9a6e-3f1f7e0c6a11",
                _ => "1",
            }),
        };
    }
}
