using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Workflows.Engine;

/// <summary>The envelopes of one entry or snapshot: <c>{"$sealed":"…"}</c>, bound to case, sequence and path.</summary>
internal readonly struct Envelopes(ISealer sealer, CaseId id, int sequence, string prefix = "")
{
    private const int Fixed = 20;

    public void Write(CanonicalJsonWriter writer, string path, ReadOnlySpan<byte> plain)
    {
        Span<byte> associated = stackalloc byte[Length(path)];
        Associate(path, associated);
        writer.StartObject();
        writer.Name("$sealed"u8);
        writer.String(sealer.Seal(plain, associated));
        writer.EndObject();
    }

    /// <summary>What the envelope holds, or null when its key has been destroyed.</summary>
    public byte[]? Open(JsonElement envelope, string path)
    {
        Span<byte> associated = stackalloc byte[Length(path)];
        Associate(path, associated);
        return sealer.TryOpen(envelope.GetProperty("$sealed"u8).GetString()!, associated, out var plain) ? plain : null;
    }

    private int Length(string path) => Fixed + Encoding.UTF8.GetByteCount(prefix) + Encoding.UTF8.GetByteCount(path);

    private void Associate(string path, Span<byte> associated)
    {
        id.Value.TryWriteBytes(associated, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(associated[16..], sequence);
        var written = Encoding.UTF8.GetBytes(prefix, associated[Fixed..]);
        Encoding.UTF8.GetBytes(path, associated[(Fixed + written)..]);
    }
}
