using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>Agencies as JSON.</summary>
/// <remarks>
/// Every start reads them. The code is generated when the program is built, and only the two forms of time that agencies have
/// are made ready: reflection and all the forms that NodaTime knows take longer than the rest of the opening.
/// </remarks>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(Moments), typeof(Days)])]
[JsonSerializable(typeof(Agency))]
internal sealed partial class AgencyJson : JsonSerializerContext
{
    internal sealed class Moments : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString()!) is { Success: true } read ? read.Value : throw new JsonException("Not an instant.");

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }

    internal sealed class Days : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } read ? read.Value : throw new JsonException("Not a day.");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
