using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Workflows.Api.Accounts;

/// <summary>Codes of six digits that an authenticator shows for 30 seconds (TOTP, RFC 6238), and recovery codes for when it is lost.</summary>
internal static class OneTimeCodes
{
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret: 160 bits.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The secret as authenticators take it.</summary>
    public static string Text(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var value = 0;
            for (var at = bit; at < bit + 5; at++)
                value = (value << 1) | (at < secret.Length * 8 ? (secret[at / 8] >> (7 - (at % 8))) & 1 : 0);
            text.Append(Base32[value]);
        }

        return text.ToString();
    }

    /// <summary>The address that authenticators read as a picture.</summary>
    public static string Address(string login, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString("政务公开")}:{Uri.EscapeDataString(login)}?secret={Text(secret)}&issuer={Uri.EscapeDataString("政务公开")}";

    /// <summary>The time step that a code belongs to, one step to either side allowed for clocks that differ; null for a wrong code.</summary>
    public static long? Step(ReadOnlySpan<byte> secret, string? code, Instant now)
    {
        var current = now.ToUnixTimeSeconds() / Seconds;
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code ?? "")))
                found = step;
        }

        return found;
    }

    /// <summary>The code of a time step.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 codes of authenticators are made with HMAC-SHA1, which is not weak.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Recovery codes, each good once.</summary>
    public static string[] NewRecoveryCodes() => [.. Enumerable.Range(0, 10).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12))];

    /// <summary>What is stored of a recovery code: SHA-256, lower-case hex.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim())));
}
