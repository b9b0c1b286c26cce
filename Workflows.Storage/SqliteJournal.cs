using System.Collections.Immutable;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Files;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>The journal in SQLite: one writer, group commit, readers that never wait.</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private readonly WriterTools tools;
    private readonly OldPages oldPages;
    private readonly CaseFiles files;

    internal SqliteJournal(Writer writer, ReaderPool readers, WriterTools tools, OldPages oldPages, CaseFiles files)
    {
        this.files = files;
        this.writer = writer;
        this.readers = readers;
        this.tools = tools;
        this.oldPages = oldPages;
    }

    /// <inheritdoc/>
    public Task<T> Write<T>(Func<IUnitOfWork, T> work) => writer.Write<T>(work);

    /// <inheritdoc/>
    public CaseState? Find(CaseId id) => tools.Cache.Find(id)?.State ?? readers.Read(session => Read(session, id));

    /// <summary>Writes and commits a mark that says nothing: whether the store takes writes.</summary>
    /// <exception cref="JournalUnavailableException">It does not.</exception>
    public Task Probe() => Write(session => Meta.Set(session, Meta.WriteProbe, "written"));

    /// <summary>Deletes the replies whose life ended before the instant (real time).</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetReplies(Instant expiredBefore) => writer.Write(unit =>
        unit.Session.Sql("DELETE FROM idempotency WHERE expires_at < ?").With(expiredBefore).Run());

    /// <summary>
    /// Destroys the key of an ended case: its personal data can never be read again, in the journal, the snapshot, the
    /// stored replies and the files alike, which are taken away, while the chains still verify. What was copied elsewhere, backups included, is not reached.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="reason">Why, for the administrative log.</param>
    /// <param name="by">Who.</param>
    public async Task<KeyDestruction> DestroyKey(CaseId id, string reason, ActorStamp by)
    {
        var outcome = await writer.Write(unit => KeyErasure.Run(unit, id, reason, by, files.Folder)).ConfigureAwait(false);
        if (outcome is KeyDestruction.Destroyed or KeyDestruction.AlreadyDestroyed)
            await FinishErasure([id]).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Destroys the keys of several cases as <see cref="DestroyKey"/> does: of all that have ended, in one transaction.</summary>
    /// <param name="ids">The cases.</param>
    /// <param name="reason">Why, for the administrative log.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    /// <returns>Those whose keys were destroyed by this.</returns>
    public async Task<ImmutableArray<CaseId>> DestroyKeys(
        ImmutableArray<CaseId> ids, string reason, ActorStamp by, FirstReply<ImmutableArray<CaseId>>? first = null)
    {
        var destroyed = await writer.Write(
            first, unit => ids.Where(id => KeyErasure.Run(unit, id, reason, by, files.Folder) is KeyDestruction.Destroyed).ToImmutableArray()).ConfigureAwait(false);
        if (!destroyed.IsEmpty)
            await FinishErasure(destroyed).ConfigureAwait(false);
        return destroyed;
    }

    /// <summary>
    /// Takes away older pages of the database that hold destroyed or changed keys, where a long read kept that from being done at once. To be called now and then.
    /// </summary>
    /// <returns>Whether none is left.</returns>
    public Task<bool> TakeOldPagesAway() => oldPages.TakeAway();

    private async Task FinishErasure(ImmutableArray<CaseId> ids)
    {
        foreach (var id in ids)
        {
            foreach (var stored in readers.Read(session => CaseFiles.Named(session, id)))
                files.Settle(id, stored);
        }

        await oldPages.TakeAway().ConfigureAwait(false);
    }

    /// <summary>
    /// Counts the cases of a procedure in the annual report that were written when no version of it said where: by an older program,
    /// or before a later version did. Done once; a run that was cut short is done again.
    /// </summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="counted">Which versions are counted by which; nothing is done where this was the same the last time.</param>
    public async Task Count(string procedure, string counted)
    {
        var key = Refilling.CountedByLater(procedure);
        if ((readers.Read(session => Meta.Find(session, key)) ?? "") == counted)
            return;
        CaseId? last = null;
        do
            last = await writer.Write(unit => Refilling.Count(unit, tools, procedure, last)).ConfigureAwait(false);
        while (last is not null);
        await Write(session => Meta.Set(session, key, counted)).ConfigureAwait(false);
    }

    /// <summary>Gives facts that an older program recorded the legal days of their events, as corrected since. Done once.</summary>
    public async Task DateFacts()
    {
        if (readers.Read(session => Meta.Find(session, Refilling.FactsToBeDated)) is null)
            return;
        CaseId? last = null;
        do
            last = await writer.Write(unit => Refilling.DateFacts(unit, tools, last)).ConfigureAwait(false);
        while (last is not null);
        await Write(session => Meta.Remove(session, Refilling.FactsToBeDated)).ConfigureAwait(false);
    }

    /// <summary>Makes the search hashes that an older program wrote anew, in which full width made a difference. Done once.</summary>
    public async Task NarrowSearch()
    {
        if (readers.Read(session => Meta.Find(session, Refilling.SearchNarrowed)) is not null)
            return;
        CaseId? last = null;
        do
            last = await writer.Write(unit => Refilling.NarrowSearch(unit, tools, last)).ConfigureAwait(false);
        while (last is not null);
        await Write(session => Meta.Set(session, Refilling.SearchNarrowed, "true")).ConfigureAwait(false);
    }

    private Task<bool> Write(Action<Session> work) => writer.Write(unit =>
    {
        work(unit.Session);
        return true;
    });

    private CaseState? Read(Session session, CaseId id)
    {
        var read = CaseReading.Find(session, tools.Keys, tools.Codec, id);
        if (read is { Sealer.IsErased: false })
            read.Sealer.Dispose();
        return read?.State;
    }
}
