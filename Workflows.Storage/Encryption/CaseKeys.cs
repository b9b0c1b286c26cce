using System.Security.Cryptography;
using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Encryption;

/// <summary>The keys of the cases, each wrapped by the master key.</summary>
internal sealed class CaseKeys(MasterKey master)
{
    /// <summary>Makes the key of a new case.</summary>
    public CaseSealer Create(Session session, CaseId id)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        session.Sql("INSERT INTO case_keys (case_id, wrapped) VALUES (?, ?)").With(id).With(master.Wrap(id, key)).Run();
        return new CaseSealer(key);
    }

    /// <summary>The sealer of a case; one that opens nothing when the key has been destroyed.</summary>
    /// <exception cref="CryptographicException">The row is gone or was altered.</exception>
    public CaseSealer Find(Session session, CaseId id)
    {
        var row = session.Sql("SELECT wrapped FROM case_keys WHERE case_id = ?").With(id)
            .First(row => (Wrapped: row.IsNull(0) ? null : row.Blob(0), Known: true));
        if (!row.Known)
            throw new CryptographicException($"The key of case {id} is missing.");
        return row.Wrapped is { } wrapped ? new CaseSealer(master.Unwrap(id, wrapped)) : CaseSealer.Erased;
    }
}
