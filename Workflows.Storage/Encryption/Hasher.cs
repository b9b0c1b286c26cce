using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Workflows.Storage.Encryption;

/// <summary>The hash of the chains: each link is the hash of the one before followed by the bytes. Not safe to share among threads.</summary>
internal sealed class Hasher(ChainHash algorithm)
{
    public const int Size = 32;
    private readonly SM3Digest sm3 = new();
    private byte[] buffer = new byte[4096];

    public void Link(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        if (algorithm == ChainHash.Sm3)
        {
            sm3.BlockUpdate(previous);
            sm3.BlockUpdate(bytes);
            sm3.DoFinal(hash);
            return;
        }

        var length = previous.Length + bytes.Length;
        if (buffer.Length < length)
            buffer = new byte[length * 2];
        previous.CopyTo(buffer);
        bytes.CopyTo(buffer.AsSpan(previous.Length));
        SHA256.HashData(buffer.AsSpan(0, length), hash);
    }

    public byte[] Link(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> bytes)
    {
        var hash = new byte[Size];
        Link(previous, bytes, hash);
        return hash;
    }

    /// <summary>Where a chain begins: the hash of its name.</summary>
    public byte[] Genesis(ReadOnlySpan<byte> name) => Link([], name);
}
