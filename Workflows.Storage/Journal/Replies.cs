using System.Text;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Journal;

/// <summary>The first replies to idempotency keys; a body is sealed with the key of the case it is about.</summary>
internal static class Replies
{
    /// <returns>The reply; its body is empty once the key of the case has been destroyed.</returns>
    public static StoredReply? Find(Session session, IdempotencyKey key, Func<CaseId, CaseSealer> sealer)
    {
        var row = session.Sql("SELECT request_hash, case_id, status, etag, location, body FROM idempotency WHERE caller = ? AND key = ?")
            .With(key.Caller).With(key.Key)
            .First(row => new ReplyRow
            {
                Caller = key.Caller,
                Key = key.Key,
                RequestHash = row.Text(0),
                CaseId = row.Id(1),
                Status = row.Int(2),
                ETag = row.MaybeText(3),
                Location = row.MaybeText(4),
                Body = row.Blob(5),
            });
        if (row is null)
            return null;
        sealer(row.CaseId).TryOpenBytes(row.Body, Associated(row.CaseId, key), out var body);
        return new StoredReply(row.RequestHash, row.Status, row.ETag, row.Location, [.. body]);
    }

    /// <summary>Stores a reply; one whose life had ended under the same key gives way.</summary>
    public static void Store(Session session, IdempotencyKey key, CaseId about, StoredReply reply, CaseSealer sealer, Instant expiresAt) =>
        session.Sql(
                """
                INSERT OR REPLACE INTO idempotency (caller, key, request_hash, case_id, status, etag, location, body, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            .With(key.Caller).With(key.Key).With(reply.RequestHash).With(about).With(reply.Status).With(reply.ETag).With(reply.Location)
            .With(sealer.SealBytes(reply.Body.AsSpan(), Associated(about, key))).With(expiresAt).Run();

    private static byte[] Associated(CaseId id, IdempotencyKey key) =>
        [.. Columns.Bytes(id), .. Encoding.UTF8.GetBytes($"reply\n{key.Caller}\n{key.Key}")];
}
