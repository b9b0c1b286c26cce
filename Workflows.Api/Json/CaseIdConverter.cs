using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Engine;

namespace Workflows.Api.Json;

/// <summary>Ids of cases as text.</summary>
internal sealed class CaseIdConverter : JsonConverter<CaseId>
{
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && CaseId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("应为案件的 id");

    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
