using Workflows.Storage.Checks;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage;

/// <summary>
/// Checks that nothing stored was altered, dropped, added or moved. The chain of each case covers the bytes of its entries;
/// the chained checkpoints cover the rows and the administrative log. Someone who rewrites all of them from some point on is
/// found only by a checkpoint's hash that was kept elsewhere.
/// </summary>
public sealed class JournalVerification
{
    private readonly Func<Session> open;
    private readonly Replay replay;
    private readonly ChainHash hash;

    internal JournalVerification(Func<Session> open, Replay replay, ChainHash hash)
    {
        this.open = open;
        this.replay = replay;
        this.hash = hash;
    }

    /// <summary>Reads everything as of one moment; writers go on.</summary>
    /// <param name="replayed">
    /// Also replays every case and compares the snapshot and all derived rows. It takes several times as long.
    /// </param>
    /// <param name="cancel">Ends the run early.</param>
    public VerificationReport Run(bool replayed = false, CancellationToken cancel = default)
    {
        using var session = open();
        session.Sql("BEGIN").Run();
        var faults = new List<Fault>();
        var admin = new AdminCheck(session, new Hasher(hash), faults);
        admin.Run();
        var chains = new ChainCheck(session, new Hasher(hash), admin, faults, cancel);
        chains.Run();
        CaseCheck.Run(session, chains.Cases, faults);
        if (replayed)
            replay.Run(session, faults, cancel);
        return new VerificationReport(
            chains.Entries, chains.Cases.Count, admin.Last, chains.Checkpoints, chains.LastCheckpoint, [.. faults]);
    }
}
