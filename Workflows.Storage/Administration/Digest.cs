using System.Security.Cryptography;
using System.Text;

namespace Workflows.Storage.Administration;

/// <summary>What the administrative log keeps of a stored value that is too long for it, or not for everyone: SHA-256, lower-case hex.</summary>
internal static class Digest
{
    /// <summary>Of a text in UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
