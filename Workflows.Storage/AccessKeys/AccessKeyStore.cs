using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Access keys. They are held in memory, because every request presents one.</summary>
public sealed class AccessKeyStore
{
    private const string Prefix = "dw_";
    private readonly Writer writer;
    private readonly IClock clock;
    private readonly Lazy<ImmutableDictionary<string, Held>> loaded;
    private volatile ImmutableDictionary<string, Held>? changed;

    internal AccessKeyStore(Writer writer, ReaderPool readers, IClock clock)
    {
        this.writer = writer;
        this.clock = clock;
        loaded = new Lazy<ImmutableDictionary<string, Held>>(() => Load(readers));
    }

    /// <remarks>Every change asks for it first: after a commit nothing may fail any more.</remarks>
    private ImmutableDictionary<string, Held> ByHash => changed ?? loaded.Value;

    /// <summary>Every key ever made, oldest first.</summary>
    public ImmutableArray<AccessKey> All() =>
        [.. ByHash.Values.Where(held => !held.Previous).Select(held => held.Key).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];

    /// <summary>How many owners' keys are good.</summary>
    public int CountOwners() => ByHash.Values.Count(held => held is { Previous: false, Key: { Owner: true, RevokedAt: null } });

    /// <summary>Whether one of each kind of administrators is there, so that no owner is needed.</summary>
    public Task<bool> HasAdministrators() => writer.Write(unit => Administrators.AreComplete(unit.Session, unit.Now));

    /// <summary>The good key that was presented, or null.</summary>
    /// <remarks>The look-up is by the hash of 256 random bits: how long it takes tells nothing about a key.</remarks>
    public AccessKey? FindPresented(string clear) => Known(clear) is { } held && held.IsGood(clock.GetCurrentInstant()) ? held.Key : null;

    /// <summary>The key of an id while it is good, or null.</summary>
    public AccessKey? FindGood(string id) =>
        ByHash.Values.FirstOrDefault(held => !held.Previous && held.Key.Id == id) is { } held && held.IsGood(clock.GetCurrentInstant()) ? held.Key : null;

    /// <summary>Whether what was presented was an owner's key, ended because there are administrators of each kind.</summary>
    public bool IsEndedOwner(string clear) => CountOwners() == 0 && Known(clear) is { Key: { Owner: true, RevokedAt: not null } };

    /// <summary>Makes a key. When with it there are administrators of each kind, the owners' keys end.</summary>
    /// <param name="terms">What it is made for.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    /// <returns>The key; its clear text cannot be had again.</returns>
    /// <exception cref="ArgumentException">An owner cannot be one of the administrators.</exception>
    public Task<NewAccessKey> Create(KeyTerms terms, ActorStamp by, FirstReply<NewAccessKey>? first = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms is { Owner: true, Administration: not null })
            throw new ArgumentException("An owner is no administrator of one kind.", nameof(terms));
        _ = ByHash;
        var id = $"key-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var (clear, hash) = Secret.New(Prefix);
        var grants = KeyJson.Grants(terms.Grants);
        var limits = KeyJson.Limits(terms.Scope);
        return writer.Write(first, unit =>
        {
            var key = new AccessKey(id, terms.Name, terms.Grants, terms.Owner, terms.MayBackdate, unit.Now, null)
            {
                Administration = terms.Administration,
                ExpiresAt = terms.ExpiresAt,
                Scope = terms.Scope,
            };
            var administration = terms.Administration is { } kind ? Administrators.Name(kind) : null;
            unit.Session.Sql(
                    "INSERT INTO access_keys (id, name, hash, grants, owner, may_backdate, created_at, administration, expires_at, limits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .With(id).With(key.Name).With(hash).With(grants).With(key.Owner).With(key.MayBackdate).With(key.CreatedAt)
                .With(administration).With(key.ExpiresAt).With(limits).Run();
            unit.Log(by, "access-key.created", id, JsonSerializer.Serialize(new
            {
                name = key.Name,
                grants = key.Grants,
                owner = key.Owner,
                mayBackdate = key.MayBackdate,
                administration,
                expiresAt = Text(key.ExpiresAt),
                limits = limits is null ? (JsonElement?)null : JsonElement.Parse(limits),
                sha256 = Digest.Of(hash),
            }));
            unit.AfterCommit(() => changed = ByHash.SetItem(Secret.Hex(hash), new Held(key, Previous: false)));
            if (key.Administration is not null)
                EndOwners(unit, by);
            return new NewAccessKey(key, clear);
        });
    }

    /// <summary>Gives a key another secret; the one before it stays good for a while, so that its holder can change over.</summary>
    /// <param name="id">The key.</param>
    /// <param name="overlap">For how long, at most until the key would have expired.</param>
    /// <param name="expiresAt">Real time at which the new secret expires; null for never.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    public Task<KeyRotation> Rotate(string id, Duration overlap, Instant? expiresAt, ActorStamp by, FirstReply<KeyRotation>? first = null)
    {
        _ = ByHash;
        var (clear, hash) = Secret.New(Prefix);
        return writer.Write<KeyRotation>(first, unit =>
        {
            var (before, held) = ByHash.FirstOrDefault(pair => pair.Value is { Previous: false } one && one.Key.Id == id);
            if (held is null || !held.Key.IsGood(unit.Now))
                return new KeyRotation.NotFound();
            if (held.Key.PreviousUntil > unit.Now)
                return new KeyRotation.TooSoon();
            var until = unit.Now + overlap;
            if (held.Key.ExpiresAt < until)
                until = held.Key.ExpiresAt.Value;
            var key = held.Key with { ExpiresAt = expiresAt, PreviousUntil = until };
            unit.Session.Sql("UPDATE access_keys SET previous_hash = hash, hash = ?, previous_until = ?, expires_at = ? WHERE id = ?")
                .With(hash).With(until).With(expiresAt).With(id).Run();
            unit.Log(by, "access-key.rotated", id, JsonSerializer.Serialize(new { sha256 = Digest.Of(hash), previousUntil = Text(until), expiresAt = Text(expiresAt) }));
            unit.AfterCommit(() =>
            {
                var others = ByHash.RemoveRange(ByHash.Where(pair => pair.Value.Previous && pair.Value.Key.Id == id).Select(pair => pair.Key));
                changed = others.SetItem(before, new Held(key, Previous: true)).SetItem(Secret.Hex(hash), new Held(key, Previous: false));
            });
            return new KeyRotation.Rotated(new NewAccessKey(key, clear));
        });
    }

    /// <summary>Revokes a key; the last good owner's key stays, and the last administrator's of a kind.</summary>
    public Task<Revocation> Revoke(string id, ActorStamp by) => writer.Write(unit =>
    {
        _ = ByHash;
        var session = unit.Session;
        var (known, owner, administration) = session.Sql("SELECT owner, administration FROM access_keys WHERE id = ? AND revoked_at IS NULL")
            .With(id).First(row => (true, row.Long(0) == 1, row.MaybeText(1)));
        if (!known)
            return Revocation.NotFound;
        if (owner && session.Sql("SELECT count(*) FROM access_keys WHERE owner = 1 AND revoked_at IS NULL").First(row => row.Long(0)) == 1)
            return Revocation.LastOwner;
        if (Administrators.Parse(administration) is { } kind && !Administrators.MaySpare(unit, kind))
            return Revocation.LastAdministrator;
        End(unit, id, "access-key.revoked", by);
        return Revocation.Revoked;
    });

    /// <summary>Ends the owners' keys, when there are administrators of each kind.</summary>
    internal void EndOwners(UnitOfWork unit, ActorStamp by)
    {
        if (!Administrators.AreComplete(unit.Session, unit.Now))
            return;
        foreach (var id in unit.Session.Sql("SELECT id FROM access_keys WHERE owner = 1 AND revoked_at IS NULL ORDER BY id").All(row => row.Text(0)))
            End(unit, id, "owner.ended", by);
    }

    private void End(UnitOfWork unit, string id, string action, ActorStamp by)
    {
        var now = unit.Now;
        unit.Session.Sql("UPDATE access_keys SET revoked_at = ? WHERE id = ?").With(now).With(id).Run();
        unit.Log(by, action, id, "{}");
        unit.AfterCommit(() => changed = ByHash.SetItems(ByHash.Where(pair => pair.Value.Key.Id == id)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Key = pair.Value.Key with { RevokedAt = now } }))));
    }

    private Held? Known(string clear) => ByHash.GetValueOrDefault(Secret.HashOf(clear));

    private static string? Text(Instant? instant) => instant is { } moment ? InstantPattern.ExtendedIso.Format(moment) : null;

    private static ImmutableDictionary<string, Held> Load(ReaderPool readers)
    {
        try
        {
            return readers.Read(session => session.Sql(
                    "SELECT hash, previous_hash, id, name, grants, owner, may_backdate, created_at, revoked_at, administration, expires_at, limits, previous_until FROM access_keys")
                .All(row => (Key: Read(row), Hash: row.Blob(0), Previous: row.IsNull(1) ? null : row.Blob(1))))
                .SelectMany(row => row.Previous is null
                    ? [KeyValuePair.Create(Secret.Hex(row.Hash), new Held(row.Key, Previous: false))]
                    : new[] { KeyValuePair.Create(Secret.Hex(row.Hash), new Held(row.Key, Previous: false)), KeyValuePair.Create(Secret.Hex(row.Previous), new Held(row.Key, Previous: true)) })
                .ToImmutableDictionary();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DatabaseRefusedException($"A row of access_keys cannot be read; run verify. {error.Message}");
        }
    }

    private static AccessKey Read(Statement row) => new(
        row.Text(2), row.Text(3), KeyJson.ReadGrants(row.Text(4)), row.Long(5) == 1, row.Long(6) == 1, row.Moment(7), row.MaybeMoment(8))
    {
        Administration = Administrators.Parse(row.MaybeText(9)),
        ExpiresAt = row.MaybeMoment(10),
        Scope = KeyJson.ReadLimits(row.MaybeText(11)),
        PreviousUntil = row.MaybeMoment(12),
    };

    /// <summary>A key as it is found by one of its secrets.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Previous">By the secret before the last rotation.</param>
    private sealed record Held(AccessKey Key, bool Previous)
    {
        public bool IsGood(Instant now) => Previous ? Key.RevokedAt is null && Key.PreviousUntil > now : Key.IsGood(now);
    }
}
