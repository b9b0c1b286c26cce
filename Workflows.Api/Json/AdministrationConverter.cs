using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Storage;

namespace Workflows.Api.Json;

/// <summary>Reads exactly one kind of administration; the framework's converter takes several names at once for one.</summary>
internal sealed class AdministrationConverter : JsonConverter<AdministrationKind>
{
    private const string Form = "应为 system、security、audit 之一";

    /// <inheritdoc/>
    public override AdministrationKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw new JsonException(Form);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AdministrationKind value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
    {
        AdministrationKind.System => "system",
        AdministrationKind.Security => "security",
        _ => "audit",
    });

    private static AdministrationKind Parse(string? name) => name switch
    {
        "system" => AdministrationKind.System,
        "security" => AdministrationKind.Security,
        "audit" => AdministrationKind.Audit,
        _ => throw new JsonException(Form),
    };
}
