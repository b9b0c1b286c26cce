using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Journal;

/// <summary>Reads a case from its snapshot.</summary>
internal static class CaseReading
{
    public static CachedCase? Find(Session session, CaseKeys keys, JournalCodec codec, CaseId id)
    {
        var row = session.Sql("SELECT snapshot, head FROM cases WHERE id = ?").With(id)
            .First(row => (Snapshot: row.Blob(0), Head: row.Blob(1)));
        if (row.Snapshot is null)
            return null;
        var sealer = keys.Find(session, id);
        return new CachedCase(codec.ReadState(row.Snapshot, sealer), row.Head, sealer);
    }
}
