using System.Buffers.Binary;
using System.Text;

namespace Workflows.Api.Attachments;

/// <summary>Tells the type of a file by its content; what its name or its sender says does not count.</summary>
internal static class FileTypes
{
    /// <summary>What is taken, for those who are refused.</summary>
    public const string Taken = "PDF、PNG、JPEG、TIFF、DOCX、XLSX、OFD 文件，以及 UTF-8 编码的纯文本";

    private const int TailSize = 65_557;

    /// <summary>The type; null when it is none of those taken, or two at once.</summary>
    /// <param name="content">The whole content, which can be read from any place.</param>
    public static FileType? Of(Stream content)
    {
        Span<byte> head = stackalloc byte[16];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var tail = Tail(content);
        if (head.StartsWith("PK\u0003\u0004"u8))
            return ZipParts.Read(content, tail) is { } parts ? OfZip(parts) : null;

        // A list of parts at the end makes a ZIP file of anything that stands before it.
        if (tail.AsSpan().IndexOf("PK\u0005\u0006"u8) >= 0)
            return null;
        if (head.StartsWith("%PDF-1."u8) || head.StartsWith("%PDF-2."u8))
            return tail.AsSpan(Math.Max(0, tail.Length - 1024)).IndexOf("%%EOF"u8) >= 0 ? FileType.Pdf : null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
            return tail.AsSpan().EndsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82]) ? FileType.Png : null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return tail.AsSpan().TrimEnd((byte)0).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? FileType.Jpeg : null;
        if (IsTiff(head, content.Length))
            return FileType.Tiff;
        return IsText(content) ? FileType.Text : null;
    }

    private static FileType? OfZip(HashSet<string> parts)
    {
        // Macros, and what Office would run.
        if (parts.Any(part => part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && part.Contains("vba", StringComparison.OrdinalIgnoreCase)))
            return null;
        var office = parts.Contains("[Content_Types].xml") && parts.Contains("_rels/.rels");
        FileType?[] found =
        [
            office && parts.Contains("word/document.xml") ? FileType.Docx : null,
            office && parts.Contains("xl/workbook.xml") ? FileType.Xlsx : null,
            parts.Contains("OFD.xml") ? FileType.Ofd : null,
        ];
        return found.Count(type => type is not null) == 1 ? found.Single(type => type is not null) : null;
    }

    private static bool IsTiff(ReadOnlySpan<byte> head, long length)
    {
        if (head.Length < 8)
            return false;
        var (small, big) = (head.StartsWith("II*\0"u8), head.StartsWith("MM\0*"u8));
        if (!small && !big)
            return false;
        var directory = small ? BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) : BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        return directory >= 8 && directory < length;
    }

    /// <summary>Valid UTF-8 without control characters other than tabs and ends of lines and pages.</summary>
    private static bool IsText(Stream content)
    {
        content.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[16 * 1024];
        var chars = new char[bytes.Length + 4];
        try
        {
            while (true)
            {
                var read = content.Read(bytes);
                var count = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
                foreach (var c in chars.AsSpan(0, count))
                {
                    if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'))
                        return false;
                }

                if (read == 0)
                    return true;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static byte[] Tail(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, TailSize)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        return tail;
    }
}
