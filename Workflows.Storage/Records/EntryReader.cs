using System.Runtime.InteropServices;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Records;

/// <summary>Reads rows of the journal, each with the key of its case. For one session and one answer.</summary>
internal sealed class EntryReader(Session session, CaseKeys keys, JournalCodec codec) : IDisposable
{
    /// <summary>Rows for <see cref="Read"/>; a condition follows.</summary>
    public const string Select =
        """
        SELECT journal.position, journal.case_id, journal.bytes, journal.previous_hash, journal.hash, journal.definition_version, cases.procedure
        FROM journal JOIN cases ON cases.id = journal.case_id
        """;

    private readonly Dictionary<CaseId, CaseSealer> sealers = [];

    public StoredEntry Read(Statement row)
    {
        var json = row.Blob(2);
        var entry = codec.ReadEntry(json, row.Text(6), row.Int(5), Sealer(row.Id(1)));
        return new StoredEntry(row.Long(0), [.. row.Span(3)], [.. row.Span(4)], ImmutableCollectionsMarshal.AsImmutableArray(json), entry);
    }

    public void Dispose()
    {
        foreach (var sealer in sealers.Values)
            sealer.Dispose();
    }

    private CaseSealer Sealer(CaseId id)
    {
        if (!sealers.TryGetValue(id, out var sealer))
            sealers.Add(id, sealer = keys.Find(session, id));
        return sealer;
    }
}
