using System.Security.Cryptography;

namespace Workflows.Storage.Encryption;

/// <summary>AES-256-GCM with a random nonce: nonce | ciphertext | tag.</summary>
internal static class AesBox
{
    public const int TagSize = 16;
    private const int NonceSize = 12;

    public static byte[] Seal(AesGcm aes, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), associated);
        return box;
    }

    /// <exception cref="CryptographicException">It was altered, or belongs elsewhere.</exception>
    public static byte[] Open(AesGcm aes, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        var length = box.Length - NonceSize - TagSize;
        if (length < 0)
            throw new CryptographicException("The envelope is too short.");
        var plain = new byte[length];
        aes.Decrypt(box[..NonceSize], box.Slice(NonceSize, length), box[(NonceSize + length)..], plain, associated);
        return plain;
    }
}
