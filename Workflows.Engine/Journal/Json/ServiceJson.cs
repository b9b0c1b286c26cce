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
        writer.Number("mail"u8, service.Mail);
        writer.Text("messageId"u8, service.MessageId);
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
        Mail = json.MaybeNumber("mail"u8),
        MessageId = json.MaybeText("messageId"u8),
    };

    /// <summary>Writes the properties, in their order.</summary>
    public static void Write(CanonicalJsonWriter writer, Mail mail, string path, Envelopes envelopes)
    {
        Seal(writer, "address", mail.Address, path, envelopes);
        writer.Number("document"u8, mail.Document);
        writer.Text("field"u8, mail.Field);
    }

    public static Mail Mail(JsonElement json, string path, Envelopes envelopes) =>
        new(json.Number("document"u8), json.Text("field"u8), Open(json, "address", path, envelopes)!);

    public static void Write(CanonicalJsonWriter writer, RequestedMail requested, string path, Envelopes envelopes)
    {
        writer.StartObject();
        writer.Text("failure"u8, requested.Failure);
        writer.Name("mail"u8);
        writer.StartObject();
        Write(writer, requested.Mail, path, envelopes);
        writer.EndObject();
        writer.Moment("requestedAt"u8, requested.RequestedAt);
        writer.Number("sequence"u8, requested.Sequence);
        writer.Number("service"u8, requested.Service);
        writer.EndObject();
    }

    public static RequestedMail Requested(JsonElement json, string path, Envelopes envelopes) => new(
        json.Number("sequence"u8),
        json.GetProperty("requestedAt"u8).Moment(),
        Mail(json.GetProperty("mail"u8), path, envelopes),
        json.MaybeNumber("service"u8),
        json.MaybeText("failure"u8));

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
