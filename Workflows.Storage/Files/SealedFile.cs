using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workflows.Engine;
using Workflows.Storage.Encryption;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Files;

/// <summary>
/// The form of an encrypted file: a mark, a salt, then chunks of AES-256-GCM under a key made of the case's key and the salt. The
/// nonce of a chunk is its number, and whether it is the last: none can be moved, dropped or cut off.
/// </summary>
internal static class SealedFile
{
    public const int ChunkSize = 64 * 1024;
    public const int SealedChunkSize = ChunkSize + AesBox.TagSize;
    public const int SaltSize = 32;
    public static readonly int HeaderSize = Mark.Length + SaltSize;

    public static ReadOnlySpan<byte> Mark => "DWF1"u8;

    /// <summary>The cipher of one file; null when the key of the case has been destroyed.</summary>
    public static AesGcm? Cipher(CaseSealer sealer, ReadOnlySpan<byte> salt) =>
        sealer.FileKey(salt) is { } key ? new AesGcm(key, AesBox.TagSize) : null;

    public static void Nonce(Span<byte> nonce, long chunk, bool last)
    {
        nonce.Clear();
        nonce[0] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], chunk);
    }

    /// <summary>What every chunk is bound to.</summary>
    public static byte[] Associated(CaseId id) => [.. Encoding.ASCII.GetBytes("case file\n"), .. Columns.Bytes(id)];
}
