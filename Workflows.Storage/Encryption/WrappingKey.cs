using System.Security.Cryptography;
using System.Text;

namespace Workflows.Storage.Encryption;

/// <summary>One master key: wraps other keys. Safe to share among threads.</summary>
internal sealed class WrappingKey : IDisposable
{
    public const int Size = 32;
    private readonly AesGcm wrapping;
    private readonly Lock gate = new();

    public WrappingKey(byte[] key)
    {
        wrapping = new AesGcm(Derive(key, "wrap case keys"), AesBox.TagSize);
        DerivedSearchKey = Derive(key, "search hashes");
        Check = Convert.ToHexStringLower(Derive(key, "check value"));
    }

    /// <summary>Tells this key from another one without giving it away.</summary>
    public string Check { get; }

    /// <summary>The key of the search hashes as long as the master key has never been changed.</summary>
    public byte[] DerivedSearchKey { get; }

    public byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> name)
    {
        lock (gate)
            return AesBox.Seal(wrapping, key, name);
    }

    /// <exception cref="CryptographicException">It was wrapped by another key, altered, or belongs elsewhere.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> name)
    {
        lock (gate)
            return AesBox.Open(wrapping, wrapped, name);
    }

    public void Dispose() => wrapping.Dispose();

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Size, info: Encoding.UTF8.GetBytes(purpose));
}
