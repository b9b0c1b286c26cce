using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Journal;

/// <summary>Where the journal, the administrative log and the checkpoints end.</summary>
internal sealed record Tail(long Position, long AdminPosition, byte[] AdminHash, long Checkpoint, byte[] CheckpointHash)
{
    public static byte[] AdminGenesis(Hasher hasher) => hasher.Genesis("admin"u8);

    public static byte[] CheckpointGenesis(Hasher hasher) => hasher.Genesis("checkpoint"u8);

    /// <summary>As the database has it.</summary>
    public static Tail Read(Session session, Hasher hasher)
    {
        var position = session.Sql("SELECT max(position) FROM journal").First(row => row.Long(0));
        var admin = session.Sql("SELECT position, hash FROM admin_log ORDER BY position DESC LIMIT 1")
            .First(row => (Position: row.Long(0), Hash: row.Blob(1)));
        var checkpoint = session.Sql("SELECT number, hash FROM checkpoints ORDER BY number DESC LIMIT 1")
            .First(row => (Number: row.Long(0), Hash: row.Blob(1)));
        return new Tail(
            position,
            admin.Position,
            admin.Hash ?? AdminGenesis(hasher),
            checkpoint.Number,
            checkpoint.Hash ?? CheckpointGenesis(hasher));
    }
}
