using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Journal;

/// <summary>One item's view of the writer's transaction. Nothing of it lasts unless <see cref="Keep"/> is called.</summary>
internal sealed class UnitOfWork(Session session, WriterTools tools, CommitGroup group, Coverage coverage) : IUnitOfWork, IDisposable
{
    private readonly Dictionary<CaseId, CachedCase> changed = [];
    private readonly List<Action> afterCommit = [];
    private readonly int covered = coverage.Length;
    private Tail tail = group.Tail;
    private bool ended;
    private bool kept;
    private Instant? now;

    /// <summary>The writer's own session, for the stores.</summary>
    public Session Session => ended ? throw new InvalidOperationException("The unit of work has ended.") : session;

    /// <summary>Real time; the same for all that the unit does, so that a row bears the time of its entry in the administrative log.</summary>
    public Instant Now => now ??= tools.Clock.GetCurrentInstant();

    /// <summary>The service's time: in a sandbox, that of its clock.</summary>
    public Instant ServiceNow => SandboxClockStore.Read(Session) ?? Now;

    public CaseState? Load(CaseId id) => Case(id)?.State;

    public int NextSerial(string series, int year) => Series.Next(Session, series, year);

    public ImmutableArray<RecordedFact> UncollectedFacts(FactQuery query) => Collection.Find(Session, tools.Keys, tools.Codec, query);

    public void Append(ImmutableArray<JournalEntry> entries, CaseState after, Instant? attention)
    {
        var before = Case(after.Id);
        AppendCheck.Demand(entries, before?.State, after);
        if (entries.IsEmpty)
        {
            CaseProjection.Attend(Session, after.Id, attention);
            return;
        }

        if (before is { Sealer.IsErased: true })
            throw new CaseErasedException(after.Id);
        var sealer = before?.Sealer ?? tools.Keys.Create(Session, after.Id);
        var head = before?.Head ?? tools.Hasher.Genesis(Columns.Bytes(after.Id));
        foreach (var entry in entries)
            head = Append(entry, after, sealer, head);
        var snapshot = tools.Codec.WriteSnapshot(after, sealer, before?.Snapshot);
        CaseProjection.Write(
            Session, isNew: before is null, after, attention, head, snapshot.Bytes, SearchText.Of(after, tools.Definitions),
            ReportPosition.Of(tools.Counting(after.Procedure, after.DefinitionVersion), after));
        changed[after.Id] = new CachedCase(after, head, sealer, snapshot);
    }

    public StoredReply? FindReply(IdempotencyKey key) => Replies.Find(Session, key, id => Sealer(id));

    public void StoreReply(IdempotencyKey key, CaseId about, StoredReply reply) =>
        Replies.Store(Session, key, about, reply, Sealer(about), Now + tools.ReplyLife);

    /// <summary>Stores the reply to a change that is about no case.</summary>
    public void StoreReply(IdempotencyKey key, StoredReply reply) => Replies.Store(Session, key, reply, tools.Master, Now + tools.ReplyLife);

    /// <summary>Reads the case anew, after its key was destroyed.</summary>
    public void Reload(CaseId id) => changed[id] = CaseReading.Find(Session, tools.Keys, tools.Codec, id)!;

    /// <summary>Adds an entry to the administrative log.</summary>
    public void Log(ActorStamp by, string action, string subject, string detail)
    {
        var position = tail.AdminPosition + 1;
        var now = Now;
        var bytes = AdminJson.Write(position, now, by, action, subject, detail);
        var hash = tools.Hasher.Link(tail.AdminHash, bytes);
        Session.Sql("INSERT INTO admin_log (position, recorded_at, action, subject, bytes, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .With(position).With(now).With(action).With(subject).With(bytes).With(tail.AdminHash).With(hash).Run();
        tail = tail with { AdminPosition = position, AdminHash = hash };
    }

    /// <summary>Runs once the commit has succeeded, before the callers are answered.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>Hands what was done to the group.</summary>
    public void Keep()
    {
        group.Keep(tail, changed, afterCommit);
        kept = true;
    }

    public void Dispose()
    {
        ended = true;
        if (!kept)
            coverage.Length = covered;
    }

    private byte[] Append(JournalEntry entry, CaseState after, CaseSealer sealer, byte[] previous)
    {
        if (Series.TakenBy(entry.Event) is { } number)
            Series.Take(Session, number);
        var position = tail.Position + 1;
        var type = JournalCodec.TypeOf(entry.Event);
        var day = Columns.Text(entry.OccurredOn);
        var bytes = tools.Codec.WriteEntry(entry, after.Procedure, after.DefinitionVersion, sealer);
        var hash = tools.Hasher.Link(previous, bytes);
        Session.Sql(
                """
                INSERT INTO journal (position, case_id, sequence, root, definition_version, type, recorded_at, occurred_on, bytes, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            .With(position).With(entry.Case).With(entry.Sequence).With(after.Root).With(after.DefinitionVersion).With(type)
            .With(entry.RecordedAt).With(day).With(bytes).With(previous).With(hash).Run();
        coverage.Add(
            position,
            entry.Case,
            entry.Sequence,
            after.Root,
            after.DefinitionVersion,
            Encoding.UTF8.GetBytes(type),
            entry.RecordedAt.ToUnixTimeTicks(),
            Encoding.UTF8.GetBytes(day),
            hash);
        tail = tail with { Position = position };
        EntryProjection.Write(Session, tools.Master, entry, position, after);
        return hash;
    }

    private CachedCase? Case(CaseId id)
    {
        if ((changed.TryGetValue(id, out var item) ? item : group.Find(id)) is { } known)
            return known;
        var read = CaseReading.Find(Session, tools.Keys, tools.Codec, id);
        if (read is not null)
            tools.Cache.Put(read);
        return read;
    }

    private CaseSealer Sealer(CaseId id) => Case(id)?.Sealer ?? throw new InvalidOperationException($"There is no case {id}.");
}
