using System.Security.Cryptography;
using Workflows.Engine;

namespace Workflows.Storage.Encryption;

/// <summary>Seals with the key of one case. Not safe to share among threads.</summary>
internal sealed class CaseSealer : ISealer, IDisposable
{
    /// <summary>Opens nothing: the key has been destroyed.</summary>
    public static readonly CaseSealer Erased = new(null);

    private readonly AesGcm? aes;
    private readonly byte[]? key;

    public CaseSealer(byte[]? key)
    {
        this.key = key;
        aes = key is null ? null : new AesGcm(key, AesBox.TagSize);
    }

    public bool IsErased => aes is null;

    public string Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated) =>
        Convert.ToBase64String(SealBytes(plain, associated));

    public byte[] SealBytes(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated) => AesBox.Seal(
        aes ?? throw new InvalidOperationException("The key of the case has been destroyed."), plain, associated);

    public bool TryOpen(string envelope, ReadOnlySpan<byte> associated, out byte[] plain) =>
        TryOpenBytes(Box(envelope), associated, out plain);

    public bool TryOpenBytes(ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated, out byte[] plain)
    {
        plain = aes is null ? [] : AesBox.Open(aes, box, associated);
        return aes is not null;
    }

    /// <summary>The key of one file of the case; null when the key has been destroyed.</summary>
    public byte[]? FileKey(ReadOnlySpan<byte> salt)
    {
        if (key is null)
            return null;
        var derived = new byte[key.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt, "case file"u8);
        return derived;
    }

    public void Dispose() => aes?.Dispose();

    private static byte[] Box(string envelope)
    {
        try
        {
            return Convert.FromBase64String(envelope);
        }
        catch (FormatException inner)
        {
            throw new CryptographicException("The envelope is not base64.", inner);
        }
    }
}
