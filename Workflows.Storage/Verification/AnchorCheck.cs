using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Checks;

/// <summary>Holds the checkpoints against anchors that were kept elsewhere.</summary>
internal static class AnchorCheck
{
    public static void Run(Session session, Hasher hasher, IEnumerable<Anchor> anchors, List<Fault> faults)
    {
        var last = Last(session, hasher);
        foreach (var anchor in anchors)
        {
            var hash = anchor.Checkpoint == 0
                ? Tail.CheckpointGenesis(hasher)
                : session.Sql("SELECT hash FROM checkpoints WHERE number = ?").With(anchor.Checkpoint).First(row => row.Blob(0));
            if (hash is null)
                Add(FaultKind.MissingAnchor, $"The anchor names checkpoint {anchor.Checkpoint}, which is not there; the last one is {last.Checkpoint}. The end was cut off, or an earlier copy was put back.");
            else if (Convert.ToHexStringLower(hash) != anchor.Hash)
                Add(FaultKind.BrokenAnchor, $"Checkpoint {anchor.Checkpoint} has another hash than the anchor: what it covers was rewritten, or this is another database.");
        }

        void Add(FaultKind kind, string detail) => faults.Add(new Fault(kind, null, null, null, detail));
    }

    /// <summary>The last checkpoint as the database has it; the beginning when there is none.</summary>
    public static Anchor Last(Session session, Hasher hasher) =>
        session.Sql("SELECT number, hash FROM checkpoints ORDER BY number DESC LIMIT 1")
            .First(row => new Anchor(row.Long(0), Convert.ToHexStringLower(row.Span(1))))
        ?? new Anchor(0, Convert.ToHexStringLower(Tail.CheckpointGenesis(hasher)));
}
