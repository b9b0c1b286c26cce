using System.Security.Cryptography;
using System.Text;
using Workflows.Engine;

namespace Workflows.Storage.Encryption;

/// <summary>Wraps the key of each case and keys the search hashes. It never enters the database.</summary>
internal sealed class MasterKey : IDisposable
{
    private const int Size = 32;
    private readonly AesGcm wrapping;
    private readonly Lock gate = new();
    private readonly byte[] search;

    private MasterKey(byte[] key)
    {
        wrapping = new AesGcm(Derive(key, "wrap case keys"), AesBox.TagSize);
        search = Derive(key, "search hashes");
        Check = Convert.ToHexStringLower(Derive(key, "check value"));
    }

    /// <summary>Tells this key from another one without giving it away.</summary>
    public string Check { get; }

    /// <summary>The key that the options name; made at the first start only.</summary>
    /// <exception cref="DatabaseRefusedException">It is missing or malformed.</exception>
    public static MasterKey Load(StorageOptions options, bool mayCreate)
    {
        if (options.MasterKey is { } given)
            return new MasterKey(Parse(given, "The master key from the environment"));
        var path = Path.GetFullPath(options.KeyFile);
        if (File.Exists(path))
            return new MasterKey(Parse(File.ReadAllText(path), $"The master key in '{path}'"));
        if (!mayCreate)
        {
            throw new DatabaseRefusedException(
                $"The master key is missing: '{path}' does not exist. Restore it; without it personal data cannot be read.");
        }

        return new MasterKey(Create(path));
    }

    public byte[] Wrap(CaseId id, ReadOnlySpan<byte> key)
    {
        lock (gate)
            return AesBox.Seal(wrapping, key, Name(id));
    }

    public byte[] Unwrap(CaseId id, ReadOnlySpan<byte> wrapped)
    {
        lock (gate)
            return AesBox.Open(wrapping, wrapped, Name(id));
    }

    /// <summary>Equal for equal values of a field, whatever their case and outer blanks.</summary>
    public byte[] SearchHash(string field, string value) =>
        HMACSHA256.HashData(search, Encoding.UTF8.GetBytes($"{field}\n{value.Trim().ToUpperInvariant()}"));

    public void Dispose() => wrapping.Dispose();

    private static byte[] Name(CaseId id) => Schema.Columns.Bytes(id);

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Size, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[] Parse(string base64, string what)
    {
        var key = new byte[Size];
        return Convert.TryFromBase64String(base64.Trim(), key, out var length) && length == Size
            ? key
            : throw new DatabaseRefusedException($"{what} is not the base64 form of {Size} bytes.");
    }

    private static byte[] Create(string path)
    {
        var key = RandomNumberGenerator.GetBytes(Size);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
        stream.Flush(flushToDisk: true);
        return key;
    }
}
