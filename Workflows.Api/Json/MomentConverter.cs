using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Workflows.Calendar;

namespace Workflows.Api.Json;

/// <summary>Instants: read with any offset, written in Beijing time.</summary>
internal sealed class MomentConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DayText.Moment(reader.GetString()) is { } at
            ? at
            : throw new JsonException(DayText.MomentForm);

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    /// <summary>The instant in Beijing time: <c>2026-03-02T09:00:00+08:00</c>.</summary>
    public static string Text(Instant value) => OffsetDateTimePattern.Rfc3339.Format(value.WithOffset(ChinaTime.Offset));
}
