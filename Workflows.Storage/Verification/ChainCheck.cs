using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Checks;

/// <summary>Reads the journal once in the order of positions, and beside it the checkpoints.</summary>
internal sealed class ChainCheck(Session session, Hasher hasher, AdminCheck admin, List<Fault> faults, CancellationToken cancel)
{
    private readonly Coverage coverage = new();
    private readonly byte[] computed = new byte[Hasher.Size];
    private Queue<CheckpointRow> checkpoints = new();
    private byte[] checkpointHash = Tail.CheckpointGenesis(hasher);
    private long checkpointNumber;
    private long groupStart;
    private int groupFaults;

    /// <summary>Where each case stands after its last entry.</summary>
    public Dictionary<CaseId, CaseTrack> Cases { get; } = [];

    public long Entries { get; private set; }

    public long Checkpoints { get; private set; }

    public void Run()
    {
        var position = 0L;
        checkpoints = new Queue<CheckpointRow>(session.Sql("SELECT number, journal_position, admin_position, hash FROM checkpoints ORDER BY number")
            .All(row => new CheckpointRow { Number = row.Long(0), JournalPosition = row.Long(1), AdminPosition = row.Long(2), Hash = row.Blob(3) }));
        Checkpoints = checkpoints.Count;
        CloseGroups(0);
        session.Sql(
                """
                SELECT position, case_id, sequence, root, definition_version, type, recorded_at, occurred_on, bytes, previous_hash, hash
                FROM journal ORDER BY position
                """)
            .Each(row =>
            {
                cancel.ThrowIfCancellationRequested();
                if (row.Long(0) != position + 1)
                    Missing(position + 1, row.Long(0) - 1);
                position = row.Long(0);
                Check(row, position);
                CloseGroups(position);
            });
        CloseRest(position);
    }

    private void Check(Statement row, long position)
    {
        Entries++;
        var id = row.Id(1);
        var sequence = row.Int(2);
        if (!Cases.TryGetValue(id, out var track))
            Cases.Add(id, track = new CaseTrack { Head = hasher.Genesis(Columns.Bytes(id)), OpenedAt = position });
        if (sequence != track.Sequence + 1)
            Add(FaultKind.BrokenChain, position, id, sequence, $"Entry {sequence} follows entry {track.Sequence} of its case.");
        else if (!row.Span(9).SequenceEqual(track.Head))
            Add(FaultKind.BrokenChain, position, id, sequence, "The entry names another predecessor than the one that stands before it.");
        hasher.Link(track.Head, row.Span(8), computed);
        if (!row.Span(10).SequenceEqual(computed))
            Add(FaultKind.AlteredEntry, position, id, sequence, "The bytes are not those that were hashed.");
        track.Sequence = sequence;
        row.Span(10).CopyTo(track.Head);
        if (row.Span(5).SequenceEqual("moved"u8) || row.Span(5).SequenceEqual("opened"u8) || row.Span(5).SequenceEqual("cancelled"u8))
            track.StateAt = position;
        coverage.Add(position, id, sequence, row.Id(3), row.Int(4), row.Span(5), row.Long(6), row.Span(7), row.Span(10));
    }

    private void Missing(long from, long through)
    {
        for (var position = from; position <= through; position++)
        {
            Add(FaultKind.MissingEntry, position, null, null, "There is no entry at this position.");
            CloseGroups(position);
        }
    }

    /// <summary>Checks the checkpoints that end at the position.</summary>
    private void CloseGroups(long position)
    {
        while (checkpoints.TryPeek(out var checkpoint) && checkpoint.JournalPosition <= position)
        {
            checkpoints.Dequeue();
            Close(checkpoint, position);
        }
    }

    private void Close(CheckpointRow checkpoint, long position)
    {
        var hash = coverage.Seal(
            hasher, checkpointHash, checkpoint.Number, checkpoint.JournalPosition, checkpoint.AdminPosition, admin.HashAt(checkpoint.AdminPosition));
        if (checkpoint.Number != checkpointNumber + 1)
            Add(FaultKind.BrokenCheckpoint, position, null, null, $"Checkpoint {checkpoint.Number} follows checkpoint {checkpointNumber}.");
        else if (!hash.AsSpan().SequenceEqual(checkpoint.Hash) && faults.Count == groupFaults && !admin.IsFaulty)
            Locate(checkpoint);
        checkpointNumber = checkpoint.Number;
        checkpointHash = checkpoint.Hash;
        groupStart = position;
        groupFaults = faults.Count;
    }

    /// <summary>Something between two checkpoints was changed: which row contradicts its own bytes?</summary>
    private void Locate(CheckpointRow checkpoint)
    {
        ColumnCheck.Run(session, groupStart, checkpoint.JournalPosition, faults);
        if (faults.Count == groupFaults)
        {
            Add(
                FaultKind.BrokenCheckpoint,
                checkpoint.JournalPosition,
                null,
                null,
                $"Checkpoint {checkpoint.Number} does not match the entries {groupStart + 1} to {checkpoint.JournalPosition} or the checkpoint before it.");
        }
    }

    private void CloseRest(long position)
    {
        if (checkpoints.Count > 0)
            Missing(position + 1, checkpoints.Max(checkpoint => checkpoint.JournalPosition));
        else if (coverage.Length > 0)
            Add(FaultKind.Uncovered, groupStart + 1, null, null, $"No checkpoint covers the entries {groupStart + 1} to {position}.");
        if (admin.Last > admin.Covered)
            Add(FaultKind.Uncovered, admin.Covered + 1, null, null, "No checkpoint covers the last administrative changes.");
    }

    private void Add(FaultKind kind, long position, CaseId? id, int? sequence, string detail) =>
        faults.Add(new Fault(kind, position, id, sequence, detail));
}
