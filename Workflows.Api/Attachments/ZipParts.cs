using System.Buffers.Binary;
using System.Text;

namespace Workflows.Api.Attachments;

/// <summary>The names of the parts of a ZIP file, from the list at its end. Nothing is unpacked.</summary>
internal static class ZipParts
{
    private const int Most = 10_000;
    private const int EndSize = 22;
    private const int HeaderSize = 46;
    private const ushort Encrypted = 1;

    /// <summary>The names; null when the list is broken, too long, or some part is encrypted or named twice.</summary>
    /// <param name="content">The file.</param>
    /// <param name="tail">Its last bytes, in which the list ends.</param>
    public static HashSet<string>? Read(Stream content, ReadOnlySpan<byte> tail)
    {
        var at = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndSize > tail.Length)
            return null;
        var end = tail[at..];
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        // Nothing stands between the list and its end, or after the comment.
        if (count is 0 or > Most || start + size != content.Length - end.Length || end.Length != EndSize + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]))
            return null;
        content.Position = start;
        var names = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> header = stackalloc byte[HeaderSize];
        Span<byte> buffer = stackalloc byte[512];
        for (var n = 0; n < count; n++)
        {
            if (content.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || !header.StartsWith("PK\u0001\u0002"u8)
                || (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & Encrypted) != 0)
                return null;
            int length = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            if (length is 0 or > 512 || content.ReadAtLeast(buffer[..length], length, throwOnEndOfStream: false) < length
                || !names.Add(Encoding.UTF8.GetString(buffer[..length])))
                return null;
            content.Position += BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        return content.Position == start + size ? names : null;
    }
}
