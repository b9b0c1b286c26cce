using System.Text;
using System.Text.Json;

namespace Workflows.Engine;

/// <summary>A file of a case, in entries and snapshots: its name and the hash of its content stand in envelopes.</summary>
internal static class AttachmentJson
{
    /// <summary>Writes the properties, in their order.</summary>
    public static void Write(CanonicalJsonWriter writer, Attachment attachment, string path, Envelopes envelopes)
    {
        writer.Name("hash"u8);
        envelopes.Write(writer, path + "hash", Encoding.UTF8.GetBytes(attachment.Hash));
        writer.Text("kind"u8, attachment.Kind);
        writer.Text("mediaType"u8, attachment.MediaType);
        writer.Name("name"u8);
        envelopes.Write(writer, path + "name", Encoding.UTF8.GetBytes(attachment.Name));
        writer.Flag("personal"u8, attachment.Personal);
        writer.Number("size"u8, attachment.Size);
        writer.Text("stored"u8, attachment.Stored);
    }

    public static Attachment Read(JsonElement json, string path, Envelopes envelopes) => new(
        json.Text("kind"u8),
        Open(json.GetProperty("name"u8), path + "name", envelopes),
        json.Text("mediaType"u8),
        json.Number("size"u8),
        Open(json.GetProperty("hash"u8), path + "hash", envelopes),
        json.Text("stored"u8),
        json.Maybe("personal"u8) is not null);

    private static string Open(JsonElement envelope, string path, Envelopes envelopes) =>
        envelopes.Open(envelope, path) is { } plain ? Encoding.UTF8.GetString(plain) : Destroyed.Marker;
}
