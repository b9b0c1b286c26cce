using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Feeds of due dates. They are held in memory, because calendar programs ask often.</summary>
public sealed class DeadlineFeedStore
{
    /// <summary>Most feeds that one key or account has at a time.</summary>
    public const int MostPerCreator = 50;

    private const string Prefix = "df_";
    private readonly Writer writer;
    private readonly IClock clock;
    private readonly Lazy<ImmutableDictionary<string, DeadlineFeed>> loaded;
    private volatile ImmutableDictionary<string, DeadlineFeed>? changed;

    internal DeadlineFeedStore(Writer writer, ReaderPool readers, IClock clock)
    {
        this.writer = writer;
        this.clock = clock;
        loaded = new Lazy<ImmutableDictionary<string, DeadlineFeed>>(() => Load(readers));
    }

    private ImmutableDictionary<string, DeadlineFeed> ByHash => changed ?? loaded.Value;

    /// <summary>Every feed ever made, oldest first.</summary>
    public ImmutableArray<DeadlineFeed> All() => [.. ByHash.Values.OrderBy(feed => feed.CreatedAt).ThenBy(feed => feed.Id, StringComparer.Ordinal)];

    /// <summary>The good feed whose secret was presented, or null.</summary>
    public DeadlineFeed? FindPresented(string clear) =>
        ByHash.GetValueOrDefault(Secret.HashOf(clear)) is { } feed && feed.IsGood(clock.GetCurrentInstant()) ? feed : null;

    /// <summary>Makes a feed.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="role">The role.</param>
    /// <param name="procedures">Procedures; null for all in which the role has a part.</param>
    /// <param name="expiresAt">Real time from which it is no longer good.</param>
    /// <param name="by">Who; the feed shows no more than they may see.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    /// <returns>The feed; null where they have <see cref="MostPerCreator"/> good ones.</returns>
    public Task<NewDeadlineFeed?> Create(
        string agency, string role, ImmutableArray<string>? procedures, Instant expiresAt, ActorStamp by, FirstReply<NewDeadlineFeed?>? first = null)
    {
        _ = ByHash;
        var id = $"feed-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var (clear, hash) = Secret.New(Prefix);
        var listed = procedures is { } these ? Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(these))) : null;
        return writer.Write(first, unit =>
        {
            if (ByHash.Values.Count(one => one.CreatedBy == by.Id && one.IsGood(unit.Now)) >= MostPerCreator)
                return null;
            var feed = new DeadlineFeed(id, agency, role, procedures, by.Id, unit.Now, expiresAt, null);
            unit.Session.Sql("INSERT INTO deadline_feeds (id, hash, agency, role, procedures, created_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .With(id).With(hash).With(agency).With(role).With(listed).With(by.Id).With((Instant?)feed.CreatedAt).With((Instant?)expiresAt).Run();
            unit.Log(by, "deadline-feed.created", id, JsonSerializer.Serialize(new
            {
                agency,
                role,
                procedures = listed is null ? (JsonElement?)null : JsonElement.Parse(listed),
                expiresAt = InstantPattern.ExtendedIso.Format(expiresAt),
                sha256 = Digest.Of(hash),
            }));
            unit.AfterCommit(() => changed = ByHash.SetItem(Secret.Hex(hash), feed));
            return new NewDeadlineFeed(feed, clear);
        });
    }

    /// <summary>Revokes a feed; what fetches it is told that there is none.</summary>
    /// <param name="id">The feed.</param>
    /// <param name="creator">Only one that this key or account made; null for anyone's.</param>
    /// <param name="by">Who.</param>
    /// <returns>False when there is no such feed, or it was revoked before.</returns>
    public Task<bool> Revoke(string id, string? creator, ActorStamp by)
    {
        _ = ByHash;
        return writer.Write(unit =>
        {
            var now = unit.Now;
            if (unit.Session.Sql("UPDATE deadline_feeds SET revoked_at = ?1 WHERE id = ?2 AND revoked_at IS NULL AND (?3 IS NULL OR created_by = ?3)")
                .With((Instant?)now).With(id).With(creator).Run() == 0)
            {
                return false;
            }

            unit.Log(by, "deadline-feed.revoked", id, "{}");
            unit.AfterCommit(() => changed = ByHash.SetItems(ByHash.Where(pair => pair.Value.Id == id)
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { RevokedAt = now }))));
            return true;
        });
    }

    private static ImmutableDictionary<string, DeadlineFeed> Load(ReaderPool readers)
    {
        try
        {
            return readers.Read(session => session.Sql(
                    "SELECT hash, id, agency, role, procedures, created_by, created_at, expires_at, revoked_at FROM deadline_feeds")
                .All(row => KeyValuePair.Create(Secret.Hex(row.Blob(0)), Read(row)))).ToImmutableDictionary();
        }
        catch (JsonException error)
        {
            throw new DatabaseRefusedException($"A row of deadline_feeds cannot be read; run verify. {error.Message}");
        }
    }

    private static DeadlineFeed Read(Statement row) => new(
        row.Text(1),
        row.Text(2),
        row.Text(3),
        row.MaybeText(4) is { } listed ? JsonSerializer.Deserialize<ImmutableArray<string>>(listed) : null,
        row.Text(5),
        row.Moment(6),
        row.Moment(7),
        row.MaybeMoment(8));
}
