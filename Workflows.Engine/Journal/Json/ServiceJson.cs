using System.Text;
using System.Text.Json;

namespace Workflows.Engine;

/// <summary>Services of documents, in entries and snapshots: every text in them stands in an envelope.</summary>
internal static class ServiceJson
{
    /// <summary>Writes the properties, in their order.</summary>
    public static void Write(CanonicalJsonWriter writer, Service service, string path, Envelopes envelopes)
    {
        writer.Number("attachment"u8, service.Attachment);
        Seal(writer, "by", service.By, path, envelopes);
        writer.Text("channel"u8, service.Channel);
        writer.Number("document"u8, service.Document);
        Seal(writer, "number", service.Number, path, envelopes);
        Seal(writer, "receivedBy", service.ReceivedBy, path, envelopes);
        writer.Date("receivedOn"u8, service.ReceivedOn);
        writer.Date("sentOn"u8, service.SentOn);
    }

    public static Service Read(JsonElement json, string path, Envelopes envelopes) => new(
        json.Number("document"u8), json.Text("channel"u8), json.MaybeDate("sentOn"u8), json.MaybeDate("receivedOn"u8))
    {
        Number = Open(json, "number", path, envelopes),
        By = Open(json, "by", path, envelopes),
        ReceivedBy = Open(json, "receivedBy", path, envelopes),
        Attachment = json.MaybeNumber("attachment"u8),
    };

    /// <summary>Writes the properties, in their order.</summary>
    public static void Write(CanonicalJsonWriter writer, CaseEvent.ServiceFollowed followed, Envelopes envelopes)
    {
        writer.Number("attachment"u8, followed.Attachment);
        writer.Text("news"u8, followed.News.ToString());
        writer.Number("number"u8, followed.Number);
        writer.Date("on"u8, followed.On);
        Seal(writer, "receivedBy", followed.ReceivedBy, "", envelopes);
    }

    public static CaseEvent.ServiceFollowed Followed(JsonElement json, Envelopes envelopes) => new(
        json.Number("number"u8),
        Enum.Parse<ServiceNews>(json.Text("news"u8)),
        json.GetProperty("on"u8).Date(),
        Open(json, "receivedBy", "", envelopes),
        json.MaybeNumber("attachment"u8));

    public static void Write(CanonicalJsonWriter writer, RecordedService recorded, string path, Envelopes envelopes)
    {
        writer.StartObject();
        writer.Text("ended"u8, recorded.Ended?.ToString());
        writer.Date("endedOn"u8, recorded.EndedOn);
        writer.Number("sequence"u8, recorded.Sequence);
        writer.Name("service"u8);
        writer.StartObject();
        Write(writer, recorded.Service, path, envelopes);
        writer.EndObject();
        writer.EndObject();
    }

    public static RecordedService Recorded(JsonElement json, string path, Envelopes envelopes) => new(
        json.Number("sequence"u8),
        Read(json.GetProperty("service"u8), path, envelopes),
        json.MaybeText("ended"u8) is { } ended ? Enum.Parse<ServiceNews>(ended) : null,
        json.MaybeDate("endedOn"u8));

    private static void Seal(CanonicalJsonWriter writer, string name, string? text, string path, Envelopes envelopes)
    {
        if (text is null)
            return;
        writer.Name(name);
        envelopes.Write(writer, path + name, Encoding.UTF8.GetBytes(text));
    }

    private static string? Open(JsonElement json, string name, string path, Envelopes envelopes) =>
        !json.TryGetProperty(name, out var envelope) ? null
        : envelopes.Open(envelope, path + name) is { } plain ? Encoding.UTF8.GetString(plain) : Destroyed.Marker;
}
