using Workflows.Storage.Checks;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Files;

namespace Workflows.Storage;

/// <summary>
/// Checks that nothing stored was altered, dropped, added or moved. The chain of each case covers the bytes of its entries;
/// the chained checkpoints cover the rows and the administrative log, and that log accounts for the rows that administrators
/// change. Someone who cuts off or rewrites all of them from some point on is found only by an <see cref="Anchor"/> that was
/// kept elsewhere.
/// </summary>
public sealed class JournalVerification
{
    private readonly Func<Session> open;
    private readonly Replay replay;
    private readonly ChainHash hash;
    private readonly FileFolder folder;

    internal JournalVerification(Func<Session> open, Replay replay, ChainHash hash, FileFolder folder)
    {
        this.folder = folder;
        this.open = open;
        this.replay = replay;
        this.hash = hash;
    }

    /// <summary>The last checkpoint, to be kept elsewhere.</summary>
    public Anchor LastCheckpoint()
    {
        using var session = open();
        return AnchorCheck.Last(session, new Hasher(hash));
    }

    /// <summary>Reads everything as of one moment; writers go on.</summary>
    /// <param name="replayed">
    /// Also replays every case and compares the snapshot and all derived rows. It takes several times as long.
    /// </param>
    /// <param name="anchors">Checkpoints that were kept elsewhere, to hold this database against.</param>
    /// <param name="cancel">Ends the run early.</param>
    public VerificationReport Run(bool replayed = false, IEnumerable<Anchor>? anchors = null, CancellationToken cancel = default)
    {
        var files = new FileCheck(folder, open);
        using var session = open();
        session.Sql("BEGIN").Run();
        var faults = new List<Fault>();
        var references = new ReferenceCheck(session, faults);
        var admin = new AdminCheck(session, new Hasher(hash), references.Take, faults);
        admin.Run();
        references.Compare();
        var chains = new ChainCheck(session, new Hasher(hash), admin, faults, cancel);
        chains.Run();
        CaseCheck.Run(session, chains.Cases, faults);
        files.Run(session, faults, cancel);
        AnchorCheck.Run(session, new Hasher(hash), anchors ?? [], faults);
        if (replayed)
            replay.Run(session, faults, cancel);
        return new VerificationReport(
            chains.Entries, chains.Cases.Count, admin.Last, chains.Checkpoints, AnchorCheck.Last(session, new Hasher(hash)), [.. faults]);
    }
}
