using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Journal;

/// <summary>
/// The first replies to idempotency keys; a body is sealed with the key of the case it is about. One about no case, which may show
/// a secret, is sealed with a key that follows from the master key.
/// </summary>
internal static class Replies
{
    /// <summary>Rows for <see cref="Read"/>; a condition may follow.</summary>
    public const string Select = "SELECT caller, key, request_hash, case_id, status, etag, location, body, expires_at FROM idempotency";

    private const string Purpose = "replies about no case";

    /// <summary>Stands for the case of a reply that is about none.</summary>
    public static CaseId NoCase => default;

    /// <returns>The reply; its body is empty once the key of the case has been destroyed, and when it is about no case.</returns>
    public static StoredReply? Find(Session session, IdempotencyKey key, Func<CaseId, CaseSealer> sealer) =>
        Find(session, key) is { } row ? Reply(row, row.CaseId == NoCase ? [] : Open(row, sealer(row.CaseId))) : null;

    /// <returns>The reply; its body is empty when it is about a case.</returns>
    public static StoredReply? Find(Session session, IdempotencyKey key, MasterKey master) =>
        Find(session, key) is { } row ? Reply(row, row.CaseId == NoCase ? Open(row, master) : []) : null;

    /// <summary>Stores a reply about a case; one whose life had ended under the same key gives way.</summary>
    public static void Store(Session session, IdempotencyKey key, CaseId about, StoredReply reply, CaseSealer sealer, Instant expiresAt) =>
        Store(session, key, about, reply, expiresAt, whole => sealer.SealBytes(reply.Body.AsSpan(), whole));

    /// <summary>Stores a reply about no case; one whose life had ended under the same key gives way.</summary>
    public static void Store(Session session, IdempotencyKey key, StoredReply reply, MasterKey master, Instant expiresAt) =>
        Store(session, key, NoCase, reply, expiresAt, whole => master.Seal(Purpose, reply.Body.AsSpan(), whole));

    public static ReplyRow Read(Statement row) => new()
    {
        Caller = row.Text(0),
        Key = row.Text(1),
        RequestHash = row.Text(2),
        CaseId = row.Id(3),
        Status = row.Int(4),
        ETag = row.MaybeText(5),
        Location = row.MaybeText(6),
        Body = row.Blob(7),
        ExpiresAt = row.Moment(8),
    };

    /// <summary>The body; empty once the key of the case has been destroyed.</summary>
    /// <exception cref="CryptographicException">The row is not the one that was stored.</exception>
    public static byte[] Open(ReplyRow row, CaseSealer sealer)
    {
        byte[] body;
        try
        {
            sealer.TryOpenBytes(row.Body, Whole(row), out body);
        }
        catch (CryptographicException)
        {
            sealer.TryOpenBytes(row.Body, KeyAlone(row), out body);
        }

        return body;
    }

    /// <summary>The body of a reply about no case.</summary>
    /// <exception cref="CryptographicException">The row is not the one that was stored.</exception>
    public static byte[] Open(ReplyRow row, MasterKey master) => master.Open(Purpose, row.Body, Whole(row));

    private static ReplyRow? Find(Session session, IdempotencyKey key) =>
        session.Sql($"{Select} WHERE caller = ? AND key = ?").With(key.Caller).With(key.Key).First(Read);

    private static StoredReply Reply(ReplyRow row, byte[] body) => new(row.RequestHash, row.Status, row.ETag, row.Location, [.. body]);

    private static void Store(Session session, IdempotencyKey key, CaseId about, StoredReply reply, Instant expiresAt, Func<byte[], byte[]> seal)
    {
        var row = new ReplyRow
        {
            Caller = key.Caller,
            Key = key.Key,
            RequestHash = reply.RequestHash,
            CaseId = about,
            Status = reply.Status,
            ETag = reply.ETag,
            Location = reply.Location,
            Body = [],
            ExpiresAt = expiresAt,
        };
        session.Sql(
                """
                INSERT OR REPLACE INTO idempotency (caller, key, request_hash, case_id, status, etag, location, body, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            .With(row.Caller).With(row.Key).With(row.RequestHash).With(about).With(row.Status).With(row.ETag).With(row.Location)
            .With(seal(Whole(row))).With(expiresAt).Run();
    }

    /// <summary>What the seal covers: every column.</summary>
    private static byte[] Whole(ReplyRow row) =>
    [
        .. Columns.Bytes(row.CaseId),
        .. JsonSerializer.SerializeToUtf8Bytes(new
        {
            what = "reply", row.Caller, row.Key, row.RequestHash, row.Status, row.ETag, row.Location, expiresAt = row.ExpiresAt.ToUnixTimeTicks(),
        }),
    ];

    /// <summary>What the seal of an older program covered; these replies end within their life.</summary>
    private static byte[] KeyAlone(ReplyRow row) => [.. Columns.Bytes(row.CaseId), .. Encoding.UTF8.GetBytes($"reply\n{row.Caller}\n{row.Key}")];
}
