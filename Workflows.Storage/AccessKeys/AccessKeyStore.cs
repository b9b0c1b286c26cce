using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Access keys. They are held in memory, because every request presents one.</summary>
public sealed class AccessKeyStore
{
    private readonly Writer writer;
    private readonly Lazy<ImmutableDictionary<string, AccessKey>> loaded;
    private volatile ImmutableDictionary<string, AccessKey>? changed;

    internal AccessKeyStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        loaded = new Lazy<ImmutableDictionary<string, AccessKey>>(() => Load(readers));
    }

    /// <remarks>Every change asks for it first: after a commit nothing may fail any more.</remarks>
    private ImmutableDictionary<string, AccessKey> ByHash => changed ?? loaded.Value;

    /// <summary>Every key ever made, oldest first.</summary>
    public ImmutableArray<AccessKey> All() => [.. ByHash.Values.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];

    /// <summary>How many owners' keys are good.</summary>
    public int CountOwners() => ByHash.Values.Count(GoodOwner);

    /// <summary>The good key that was presented, or null.</summary>
    /// <remarks>The look-up is by the hash of 256 random bits: how long it takes tells nothing about a key.</remarks>
    public AccessKey? FindPresented(string clear) =>
        ByHash.TryGetValue(Convert.ToHexStringLower(Hash(clear)), out var key) && key.RevokedAt is null ? key : null;

    /// <summary>Makes a key.</summary>
    /// <param name="name">Name shown in the history.</param>
    /// <param name="grants">Roles, by agency id.</param>
    /// <param name="owner">May administer the service.</param>
    /// <param name="mayBackdate">May record a legal day before today.</param>
    /// <param name="by">Who.</param>
    /// <returns>The key; its clear text cannot be had again.</returns>
    public Task<NewAccessKey> Create(
        string name, ImmutableDictionary<string, ImmutableArray<string>> grants, bool owner, bool mayBackdate, ActorStamp by)
    {
        _ = ByHash;
        var id = $"key-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var clear = $"dw_{RandomNumberGenerator.GetHexString(64, lowercase: true)}";
        var hash = Hash(clear);
        var grantsJson = Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(grants)));
        return writer.Write(unit =>
        {
            var key = new AccessKey(id, name, grants, owner, mayBackdate, unit.Now, null);
            unit.Session.Sql(
                    "INSERT INTO access_keys (id, name, hash, grants, owner, may_backdate, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .With(id).With(name).With(hash).With(grantsJson).With(owner).With(mayBackdate).With(key.CreatedAt).Run();
            unit.Log(by, "access-key.created", id, JsonSerializer.Serialize(new { name, grants, owner, mayBackdate, sha256 = Digest.Of(hash) }));
            unit.AfterCommit(() => changed = ByHash.SetItem(Convert.ToHexStringLower(hash), key));
            return new NewAccessKey(key, clear);
        });
    }

    /// <summary>Revokes a key; the last good owner's key stays.</summary>
    public Task<Revocation> Revoke(string id, ActorStamp by) => writer.Write(unit =>
    {
        _ = ByHash;
        var session = unit.Session;
        var owner = session.Sql("SELECT owner FROM access_keys WHERE id = ? AND revoked_at IS NULL").With(id).First(row => (long?)row.Long(0));
        if (owner is null)
            return Revocation.NotFound;
        if (owner == 1 && session.Sql("SELECT count(*) FROM access_keys WHERE owner = 1 AND revoked_at IS NULL").First(row => row.Long(0)) == 1)
            return Revocation.LastOwner;
        var now = unit.Now;
        session.Sql("UPDATE access_keys SET revoked_at = ? WHERE id = ?").With(now).With(id).Run();
        unit.Log(by, "access-key.revoked", id, "{}");
        unit.AfterCommit(() =>
        {
            var (hash, key) = ByHash.First(pair => pair.Value.Id == id);
            changed = ByHash.SetItem(hash, key with { RevokedAt = now });
        });
        return Revocation.Revoked;
    });

    private static bool GoodOwner(AccessKey key) => key is { Owner: true, RevokedAt: null };

    private static byte[] Hash(string clear) => SHA256.HashData(Encoding.UTF8.GetBytes(clear));

    private static ImmutableDictionary<string, AccessKey> Load(ReaderPool readers)
    {
        try
        {
            return readers.Read(session => session.Sql("SELECT hash, id, name, grants, owner, may_backdate, created_at, revoked_at FROM access_keys")
                .All(row => KeyValuePair.Create(Convert.ToHexStringLower(row.Span(0)), Read(row)))).ToImmutableDictionary();
        }
        catch (JsonException error)
        {
            throw new DatabaseRefusedException($"A row of access_keys cannot be read; run verify. {error.Message}");
        }
    }

    private static AccessKey Read(Statement row) => new(
        row.Text(1),
        row.Text(2),
        JsonSerializer.Deserialize<ImmutableDictionary<string, ImmutableArray<string>>>(row.Text(3))!,
        row.Long(4) == 1,
        row.Long(5) == 1,
        row.Moment(6),
        row.MaybeMoment(7));
}
