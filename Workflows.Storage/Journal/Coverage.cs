using System.Buffers.Binary;
using Workflows.Engine;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Journal;

/// <summary>
/// What a checkpoint vouches for: of each journal row every column that the row's own hash does not cover, and that hash;
/// of the administrative log the last position and hash. So no row can be dropped, added, moved or relabelled.
/// </summary>
internal sealed class Coverage
{
    private byte[] buffer = new byte[4096];
    private int length;

    /// <summary>Bytes so far; going back to an earlier length forgets what came after.</summary>
    public int Length
    {
        get => length;
        set => length = value;
    }

    public void Add(
        long position,
        CaseId id,
        int sequence,
        CaseId root,
        int definitionVersion,
        ReadOnlySpan<byte> type,
        long recordedAt,
        ReadOnlySpan<byte> occurredOn,
        ReadOnlySpan<byte> hash)
    {
        Put(position);
        Put(id);
        Put(sequence);
        Put(root);
        Put(definitionVersion);
        Put(type.Length);
        Put(type);
        Put(recordedAt);
        Put(occurredOn);
        Put(hash);
    }

    /// <summary>The hash of the checkpoint: the one before, the columns of this one, and what it covers.</summary>
    public byte[] Seal(Hasher hasher, ReadOnlySpan<byte> previous, long number, long position, long adminPosition, ReadOnlySpan<byte> adminHash)
    {
        Put(number);
        Put(position);
        Put(adminPosition);
        Put(adminHash);
        var hash = hasher.Link(previous, buffer.AsSpan(0, length));
        length = 0;
        return hash;
    }

    private void Put(long value) => BinaryPrimitives.WriteInt64BigEndian(Grow(sizeof(long)), value);

    private void Put(CaseId id) => id.Value.TryWriteBytes(Grow(16), bigEndian: true, out _);

    private void Put(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Grow(bytes.Length));

    private Span<byte> Grow(int count)
    {
        if (length + count > buffer.Length)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        length += count;
        return buffer.AsSpan(length - count, count);
    }
}
