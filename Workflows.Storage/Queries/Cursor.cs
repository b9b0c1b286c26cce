using System.Buffers.Binary;
using System.Buffers.Text;

namespace Workflows.Storage.Queries;

/// <summary>Where a page ended, as text that a caller passes back: the sort key and the case's number.</summary>
internal readonly record struct Cursor(long Key, long Received)
{
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Received);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="FormatException">It is no cursor.</exception>
    public static Cursor? Parse(string? text)
    {
        if (text is null)
            return null;
        Span<byte> bytes = stackalloc byte[16];
        return Base64Url.IsValid(text, out var length) && length == 16 && Base64Url.TryDecodeFromChars(text, bytes, out _)
            ? new Cursor(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]))
            : throw new FormatException("This is not a cursor; pass back the one that came with the last page.");
    }
}
