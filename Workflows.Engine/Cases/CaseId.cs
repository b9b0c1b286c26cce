using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Workflows.Engine;

/// <summary>Identity of a case. Chosen outside the engine for a root case, derived for a child.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct CaseId(Guid Value)
{
    /// <summary>The id of a child: the same parent, sequence and index always give the same id.</summary>
    /// <param name="parent">Parent case.</param>
    /// <param name="sequence">Sequence of the parent's entry that opens the child.</param>
    /// <param name="index">Position among the children opened by that command, from 0.</param>
    /// <returns>A version 8 UUID (RFC 9562) over SHA-256.</returns>
    public static CaseId Derive(CaseId parent, int sequence, int index)
    {
        Span<byte> name = stackalloc byte[24];
        parent.Value.TryWriteBytes(name, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(name[16..], sequence);
        BinaryPrimitives.WriteInt32BigEndian(name[20..], index);
        return Of(name);
    }

    /// <summary>The id of the case that the calendar opens: whoever comes to open it, and however often, it is the same one.</summary>
    /// <param name="procedure">Procedure.</param>
    /// <param name="schedule">Name of the schedule.</param>
    /// <param name="agency">Agency that handles it.</param>
    /// <param name="period">The day that begins the period.</param>
    /// <returns>A version 8 UUID (RFC 9562) over SHA-256.</returns>
    public static CaseId Scheduled(string procedure, string schedule, string agency, LocalDate period) =>
        Of(Encoding.UTF8.GetBytes($"{procedure}\n{schedule}\n{agency}\n{LocalDatePattern.Iso.Format(period)}"));

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out CaseId id)
    {
        var read = Guid.TryParseExact(text, "D", out var value);
        id = new CaseId(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");

    private static CaseId Of(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new CaseId(new Guid(hash[..16], bigEndian: true));
    }
}
