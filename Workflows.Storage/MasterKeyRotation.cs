using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>
/// Puts another master key in the place of the one in use while everything goes on: the keys of cases are wrapped anew in batches, and
/// until that is done both master keys are known. A process that ends on the way goes on from where it was.
/// </summary>
/// <remarks>The key of the search hashes stays, wrapped by the new master key, so that values are found as before.</remarks>
public sealed class MasterKeyRotation
{
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private readonly MasterKey master;
    private readonly OldPages oldPages;

    internal MasterKeyRotation(Writer writer, ReaderPool readers, MasterKey master, OldPages oldPages)
    {
        this.writer = writer;
        this.readers = readers;
        this.master = master;
        this.oldPages = oldPages;
    }

    /// <summary>How it stands.</summary>
    public MasterKeyStanding Standing() => readers.Read(session => Standing(session, master.NextCheck));

    /// <summary>Begins; <see cref="Step"/> does the rest.</summary>
    /// <param name="by">Who ordered it.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    /// <returns>What became of the order, and how the key stands then.</returns>
    public Task<(RotationBegin Outcome, MasterKeyStanding Standing)> Begin(
        ActorStamp by, FirstReply<(RotationBegin Outcome, MasterKeyStanding Standing)>? first = null) => writer.Write(first, unit =>
    {
        if (Meta.Find(unit.Session, Meta.NextKeyCheck) is not null)
            return (RotationBegin.Running, Standing(unit.Session, master.NextCheck));
        if (master.MakeNext() is not { } made || made.Check == master.Check)
            return (RotationBegin.NoKey, Standing(unit.Session, null));
        Meta.Set(unit.Session, Meta.NextKeyCheck, made.Check);
        unit.Log(by, "master-key.rotation-began", made.Check, JsonSerializer.Serialize(new { from = master.Check }));
        unit.AfterCommit(() => master.Begin(made));
        return (RotationBegin.Begun, Standing(unit.Session, made.Check));
    });

    /// <summary>Wraps the keys of some more cases anew; with the last of them the old master key is no longer needed.</summary>
    /// <param name="batch">At most this many.</param>
    /// <returns>Whether there is more to do.</returns>
    public async Task<bool> Step(int batch)
    {
        if (master.NextCheck is null)
            return false;
        var more = await writer.Write(unit => Rewrap(unit, batch)).ConfigureAwait(false);
        if (!more)
            await oldPages.TakeAway().ConfigureAwait(false);
        return more;
    }

    private MasterKeyStanding Standing(Session session, string? next) =>
        new(master.Check, next, session.Sql("SELECT count(*) FROM case_keys WHERE wrapped IS NOT NULL").First(row => row.Long(0)));

    private bool Rewrap(UnitOfWork unit, int batch)
    {
        CaseId? last = Meta.Find(unit.Session, Meta.LastRewrapped) is { } reached && CaseId.TryParse(reached, out var known) ? known : null;
        ImmutableArray<(CaseId Case, byte[] Wrapped)> rows = [.. unit.Session.Sql(
                "SELECT case_id, wrapped FROM case_keys WHERE wrapped IS NOT NULL AND case_id > coalesce(?, x'') ORDER BY case_id LIMIT ?")
            .With(last).With(batch).All(row => (row.Id(0), row.Blob(1)))];
        foreach (var (id, wrapped) in rows)
        {
            if (master.Rewrap(id, wrapped) is { } anew)
                unit.Session.Sql("UPDATE case_keys SET wrapped = ? WHERE case_id = ?").With(anew).With(id).Run();
        }

        if (rows.Length == batch)
        {
            Meta.Set(unit.Session, Meta.LastRewrapped, rows[^1].Case.ToString());
            return true;
        }

        var (old, check) = (master.Check, master.NextCheck!);
        Meta.Set(unit.Session, Meta.SearchKey, master.SearchKeyUnderNext());
        Meta.Set(unit.Session, Meta.KeyCheck, check);
        Meta.Remove(unit.Session, Meta.NextKeyCheck);
        Meta.Remove(unit.Session, Meta.LastRewrapped);
        unit.Log(new ActorStamp(Actor.System.Id, Actor.System.Name, null, null), "master-key.rotated", check, JsonSerializer.Serialize(new { from = old }));
        OldPages.Owe(unit);
        unit.AfterCommit(master.Complete);
        return false;
    }
}
