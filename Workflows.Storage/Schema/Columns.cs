using NodaTime;
using NodaTime.Text;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

/// <summary>How values stand in columns.</summary>
internal static class Columns
{
    public static byte[] Bytes(CaseId id) => id.Value.ToByteArray(bigEndian: true);

    public static CaseId Id(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
