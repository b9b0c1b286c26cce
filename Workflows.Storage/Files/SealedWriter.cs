using System.Security.Cryptography;
using Workflows.Engine;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Files;

/// <summary>Encrypts a file as it comes, and hashes both what comes and what is written. Holds one chunk, however long the file.</summary>
internal sealed class SealedWriter : IDisposable
{
    private readonly Stream target;
    private readonly AesGcm cipher;
    private readonly byte[] associated;
    private readonly byte[] plain = new byte[SealedFile.ChunkSize];
    private readonly byte[] box = new byte[SealedFile.SealedChunkSize];
    private readonly IncrementalHash content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash stored = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int filled;
    private long chunk;

    public SealedWriter(Stream target, CaseSealer sealer, CaseId id)
    {
        this.target = target;
        var salt = RandomNumberGenerator.GetBytes(SealedFile.SaltSize);
        cipher = SealedFile.Cipher(sealer, salt) ?? throw new CaseErasedException(id);
        associated = SealedFile.Associated(id);
        Put(SealedFile.Mark);
        Put(salt);
    }

    public int Size { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        content.AppendData(bytes);
        Size += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (filled == plain.Length)
                Seal(last: false);
            var taken = Math.Min(bytes.Length, plain.Length - filled);
            bytes[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Writes the last chunk; gives both hashes in lower-case hex.</summary>
    public (string Content, string Stored) Finish()
    {
        Seal(last: true);
        return (Convert.ToHexStringLower(content.GetHashAndReset()), Convert.ToHexStringLower(stored.GetHashAndReset()));
    }

    public void Dispose()
    {
        cipher.Dispose();
        content.Dispose();
        stored.Dispose();
        CryptographicOperations.ZeroMemory(plain);
    }

    private void Seal(bool last)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFile.Nonce(nonce, chunk++, last);
        cipher.Encrypt(nonce, plain.AsSpan(0, filled), box.AsSpan(0, filled), box.AsSpan(filled, AesBox.TagSize), associated);
        Put(box.AsSpan(0, filled + AesBox.TagSize));
        filled = 0;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        stored.AppendData(bytes);
        target.Write(bytes);
    }
}
