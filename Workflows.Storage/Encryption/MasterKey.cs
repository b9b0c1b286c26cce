using System.Security.Cryptography;
using System.Text;
using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Encryption;

/// <summary>
/// Wraps the key of each case and keys the search hashes. It never enters the database. While it is being changed both the old and the
/// new one are known: what is new is wrapped by the new one, what is read is tried with both.
/// </summary>
internal sealed class MasterKey : IDisposable
{
    private static readonly byte[] SearchName = Encoding.ASCII.GetBytes("search key");
    private readonly MasterKeySource source;
    private readonly byte[] search;
    private volatile Keys keys;

    private MasterKey(MasterKeySource source, Keys keys, byte[] search)
    {
        this.source = source;
        this.keys = keys;
        this.search = search;
    }

    /// <summary>Tells the key in use from another one without giving it away.</summary>
    public string Check => keys.Current.Check;

    /// <summary>The same of the key that is taking its place; null when none is.</summary>
    public string? NextCheck => keys.Next?.Check;

    /// <summary>The keys that the database was made with, or is being changed to; the first is made at the first start only.</summary>
    /// <exception cref="DatabaseRefusedException">It is missing, malformed or another one.</exception>
    public static MasterKey Load(StorageOptions options, Session session)
    {
        var (check, nextCheck) = (Meta.Find(session, Meta.KeyCheck), Meta.Find(session, Meta.NextKeyCheck));
        var source = new MasterKeySource(options);
        var found = source.Read(mayCreate: check is null);
        var current = check is null ? found[0] : found.FirstOrDefault(key => key.Check == check);
        var next = nextCheck is null ? null : found.FirstOrDefault(key => key.Check == nextCheck);
        if (current is null || (nextCheck is not null && next is null))
        {
            throw new DatabaseRefusedException(
                "The master key is not the one this database was made with. Restore the right key; nothing was changed.");
        }

        source.Promote(current);
        var search = Meta.Find(session, Meta.SearchKey) is { } wrapped
            ? current.Unwrap(Convert.FromBase64String(wrapped), SearchName)
            : current.DerivedSearchKey;
        return new MasterKey(source, new Keys(current, next, null), search);
    }

    public byte[] Wrap(CaseId id, ReadOnlySpan<byte> key)
    {
        var known = keys;
        return (known.Next ?? known.Current).Wrap(key, Name(id));
    }

    /// <exception cref="CryptographicException">No known key wrapped it, it was altered, or belongs elsewhere.</exception>
    public byte[] Unwrap(CaseId id, ReadOnlySpan<byte> wrapped)
    {
        var known = keys;
        foreach (var key in known.Others)
        {
            try
            {
                return key.Unwrap(wrapped, Name(id));
            }
            catch (CryptographicException)
            {
                // The other one, then.
            }
        }

        return known.Current.Unwrap(wrapped, Name(id));
    }

    /// <summary>The same key under the new master key; null when it is so already.</summary>
    public byte[]? Rewrap(CaseId id, ReadOnlySpan<byte> wrapped)
    {
        var next = keys.Next ?? throw new InvalidOperationException("The master key is not being changed.");
        try
        {
            next.Unwrap(wrapped, Name(id));
            return null;
        }
        catch (CryptographicException)
        {
            return next.Wrap(Unwrap(id, wrapped), Name(id));
        }
    }

    /// <summary>The key that is to take the place of the one in use; null when the environment names none.</summary>
    public WrappingKey? MakeNext() => source.Next();

    /// <summary>From now on both are known. To be called once it is durable that the change has begun.</summary>
    public void Begin(WrappingKey next) => keys = new Keys(keys.Current, next, keys.Previous);

    /// <summary>The search key, wrapped by the new key: hashes stay as they are.</summary>
    public string SearchKeyUnderNext() => Convert.ToBase64String(keys.Next!.Wrap(search, SearchName));

    /// <summary>The new key is the one in use. To be called once it is durable that nothing needs the old one.</summary>
    public void Complete()
    {
        // Someone may still be reading rows as they were before.
        keys = new Keys(keys.Next!, null, keys.Current);
        source.Promote(keys.Current);
    }

    /// <summary>Equal for equal values of a field, whatever their case, width and outer blanks.</summary>
    public byte[] SearchHash(string field, string value) =>
        HMACSHA256.HashData(search, Encoding.UTF8.GetBytes($"{field}\n{SearchValue.Of(value)}"));

    /// <summary>Seals what belongs to no case, with a key that follows from that of the search hashes and outlives a change of the master key as it does.</summary>
    /// <param name="purpose">What it is sealed for: each has a key of its own.</param>
    /// <param name="plain">What to seal.</param>
    /// <param name="associated">What it belongs to.</param>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        using var aes = Box(purpose);
        return AesBox.Seal(aes, plain, associated);
    }

    /// <summary>Opens what was sealed for a purpose.</summary>
    /// <exception cref="CryptographicException">It was altered, or belongs elsewhere.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        using var aes = Box(purpose);
        return AesBox.Open(aes, box, associated);
    }

    public void Dispose()
    {
        foreach (var key in keys.Others.Append(keys.Current))
            key.Dispose();
    }

    private AesGcm Box(string purpose) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, search, WrappingKey.Size, info: Encoding.UTF8.GetBytes($"seal {purpose}")), AesBox.TagSize);

    private static byte[] Name(CaseId id) => Schema.Columns.Bytes(id);

    /// <summary>What is known.</summary>
    /// <param name="Current">The key in use.</param>
    /// <param name="Next">The one that is taking its place.</param>
    /// <param name="Previous">The one whose place was taken since the start.</param>
    private sealed record Keys(WrappingKey Current, WrappingKey? Next, WrappingKey? Previous)
    {
        public WrappingKey[] Others { get; } = [.. new[] { Next, Previous }.OfType<WrappingKey>()];
    }
}
