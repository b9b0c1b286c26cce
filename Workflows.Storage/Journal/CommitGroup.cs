using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Journal;

/// <summary>What the items of one transaction have changed so far; nobody outside it sees any of this before the commit.</summary>
internal sealed class CommitGroup(Session session, WriterTools tools, Tail start)
{
    private readonly Tail start = start;
    private readonly Dictionary<CaseId, CachedCase> changed = [];
    private readonly Coverage coverage = new();
    private readonly List<Action> afterCommit = [];

    /// <summary>The end of the journal as the group has it; holds once it is committed.</summary>
    public Tail Tail { get; private set; } = start;

    public UnitOfWork Begin() => new(session, tools, this, coverage);

    /// <summary>The case as the group has it; null when only the database can tell.</summary>
    public CachedCase? Find(CaseId id) => changed.TryGetValue(id, out var item) ? item : tools.Cache.Find(id);

    /// <summary>Takes over what an item has done, once its savepoint is released.</summary>
    public void Keep(Tail tail, Dictionary<CaseId, CachedCase> cases, List<Action> actions)
    {
        Tail = tail;
        foreach (var (id, item) in cases)
            changed[id] = item;
        afterCommit.AddRange(actions);
    }

    /// <summary>Adds the checkpoint of the group, if it wrote anything.</summary>
    public void Checkpoint()
    {
        if (Tail == start)
            return;
        var number = Tail.Checkpoint + 1;
        var hash = coverage.Seal(tools.Hasher, Tail.CheckpointHash, number, Tail.Position, Tail.AdminPosition, Tail.AdminHash);
        session.Sql("INSERT INTO checkpoints (number, journal_position, admin_position, hash) VALUES (?, ?, ?, ?)")
            .With(number).With(Tail.Position).With(Tail.AdminPosition).With(hash).Run();
        Tail = Tail with { Checkpoint = number, CheckpointHash = hash };
    }

    /// <summary>Shows the committed cases to everyone.</summary>
    public void Publish()
    {
        foreach (var item in changed.Values)
            tools.Cache.Put(item);
        foreach (var action in afterCommit)
            action();
    }
}
