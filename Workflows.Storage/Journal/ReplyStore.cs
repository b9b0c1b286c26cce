using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>First replies to administrative changes, which are about no case; kept as long as those to commands, beside them.</summary>
public sealed class ReplyStore
{
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private readonly MasterKey master;

    internal ReplyStore(Writer writer, ReaderPool readers, MasterKey master)
    {
        this.writer = writer;
        this.readers = readers;
        this.master = master;
    }

    /// <summary>The reply kept for a key; without its body where it is about a case. Null when there is none.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row is not the one that was stored.</exception>
    public StoredReply? Find(IdempotencyKey key) => readers.Read(session => Replies.Find(session, key, master));

    /// <summary>Keeps the reply to a change that takes more than one transaction, and is begun again by being ordered again.</summary>
    public Task Keep(IdempotencyKey key, StoredReply reply) => writer.Write(unit =>
    {
        unit.StoreReply(key, reply);
        return true;
    });
}
