using System.Security.Cryptography;
using System.Text;

namespace Workflows.Storage.Administration;

/// <summary>What a caller presents: 256 random bits as text, of which only the hash is stored.</summary>
internal static class Secret
{
    /// <summary>A new one; its clear text cannot be had again.</summary>
    /// <param name="prefix">What it begins with, so that one kind is told from another.</param>
    public static (string Clear, byte[] Hash) New(string prefix)
    {
        var clear = $"{prefix}{RandomNumberGenerator.GetHexString(64, lowercase: true)}";
        return (clear, SHA256.HashData(Encoding.UTF8.GetBytes(clear)));
    }

    /// <summary>The hash of what is presented, as it is looked up: lower-case hex.</summary>
    public static string HashOf(string clear) => Digest.Of(clear);

    /// <summary>A stored hash as it is looked up.</summary>
    public static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
