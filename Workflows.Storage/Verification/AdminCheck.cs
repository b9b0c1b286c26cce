using System.Text.Json;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Checks;

/// <summary>Reads the administrative log once; it is small beside the journal.</summary>
internal sealed class AdminCheck(Session session, Hasher hasher, Action<AdminEntry> take, List<Fault> faults)
{
    private readonly List<byte[]> hashes = [Tail.AdminGenesis(hasher)];

    /// <summary>Its chain is broken, so that the checkpoints over it say nothing more.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>Last position.</summary>
    public long Last => hashes.Count - 1;

    /// <summary>Last position that a checkpoint has asked for.</summary>
    public long Covered { get; private set; }

    public void Run()
    {
        session.Sql("SELECT position, recorded_at, action, subject, bytes, previous_hash, hash FROM admin_log ORDER BY position").Each(row =>
        {
            var position = row.Long(0);
            if (position != Last + 1)
                Add(Last + 1, $"The log goes on at position {position}.");
            while (Last + 1 < position)
                hashes.Add([]);
            if (!row.Span(5).SequenceEqual(hashes[^1]))
                Add(position, "The change names another predecessor than the one that stands before it.");
            else if (!row.Span(6).SequenceEqual(hasher.Link(row.Span(5), row.Span(4))))
                Add(position, "The bytes are not those that were hashed.");
            Read(row, position);
            hashes.Add(row.Blob(6));
        });
    }

    /// <summary>Hash of the entry at a position; the beginning of the chain at 0.</summary>
    public byte[] HashAt(long position)
    {
        Covered = Math.Max(Covered, position);
        if (position <= Last)
            return hashes[(int)position];
        Add(position, "A checkpoint vouches for a change that is gone.");
        return [];
    }

    /// <summary>What can be read is passed on, also from a broken chain: the fault is reported, and others are found beside it.</summary>
    private void Read(Statement row, long position)
    {
        try
        {
            var entry = AdminJson.Read(row.Blob(4), row.Span(6));
            if (entry.Position != position || entry.RecordedAt.ToUnixTimeTicks() != row.Long(1)
                || entry.Action != row.Text(2) || entry.Subject != row.Text(3))
            {
                Add(position, "A column contradicts the bytes.");
            }

            take(entry);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            Add(position, "The change cannot be read.");
        }
    }

    private void Add(long position, string detail)
    {
        IsFaulty = true;
        faults.Add(new Fault(FaultKind.AlteredAdminLog, position, null, null, detail));
    }
}
