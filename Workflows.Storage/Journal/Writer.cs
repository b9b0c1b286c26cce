using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Journal;

/// <summary>
/// The only writer: takes what is queued, runs each item apart from the others, adds a checkpoint, commits once, and only then
/// answers the callers.
/// </summary>
/// <remarks>
/// A thread of its own does it while callers come together. A caller who is alone does it himself: to hand over to another
/// thread and back takes longer than the rows.
/// </remarks>
internal sealed class Writer : IDisposable
{
    private readonly Channel<WorkItem> queue = Channel.CreateUnbounded<WorkItem>(new());
    private readonly Thread thread;
    private readonly Lock turn = new();
    private readonly List<WorkItem> group = [];
    private readonly WriterTools tools;
    private readonly int groupLimit;
    private readonly Func<Session> reopen;
    private readonly LogKeeper log;
    private readonly CommitSignal commits;
    private readonly WriterInstruments instruments;
    private Session session;
    private Tail? tail;
    private volatile bool alone;
    private bool closed;

    public Writer(Session session, Func<Session> reopen, WriterTools tools, int groupLimit, CommitSignal commits, WriterInstruments instruments)
    {
        this.instruments = instruments;
        instruments.Watch(() => queue.Reader.Count);
        this.session = session;
        this.reopen = reopen;
        this.tools = tools;
        this.groupLimit = groupLimit;
        this.commits = commits;
        log = new LogKeeper(reopen);
        thread = new Thread(Serve) { Name = "journal writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Queues work; completes after the commit that makes it durable.</summary>
    /// <exception cref="JournalUnavailableException">The commit failed, or the writer has stopped.</exception>
    public Task<T> Write<T>(Func<UnitOfWork, T> work)
    {
        var item = new WorkItem<T>(work);
        if (alone && !turn.IsHeldByCurrentThread && turn.TryEnter())
        {
            try
            {
                if (!closed)
                {
                    group.Add(item);
                    Commit();
                    return item.Task;
                }
            }
            finally
            {
                turn.Exit();
            }
        }

        return queue.Writer.TryWrite(item)
            ? item.Task
            : Task.FromException<T>(new JournalUnavailableException("The journal has been closed."));
    }

    /// <summary>Queues a change whose reply is to be kept with it; completes after the commit that makes both durable.</summary>
    /// <param name="first">The reply; null where none is asked for.</param>
    /// <param name="work">The change.</param>
    /// <exception cref="JournalUnavailableException">The commit failed, or the writer has stopped.</exception>
    public Task<T> Write<T>(FirstReply<T>? first, Func<UnitOfWork, T> work) => first is null ? Write(work) : Write(unit =>
    {
        var result = work(unit);
        if (first.Of(result) is { } reply)
            unit.StoreReply(first.Key, reply);
        return result;
    });

    /// <summary>Finishes what is queued and stops.</summary>
    public void Dispose()
    {
        if (!queue.Writer.TryComplete())
            return;
        thread.Join();
        lock (turn)
        {
            closed = true;
            log.Dispose();
            session.Dispose();
        }
    }

    private void Serve()
    {
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            lock (turn)
                Commit();
        }
    }

    /// <summary>Commits what is queued. For whoever has the turn.</summary>
    private void Commit()
    {
        while (group.Count < groupLimit && queue.Reader.TryRead(out var item))
            group.Add(item);
        if (group.Count == 0)
            return;
        var began = instruments.Begin();
        Commit(group);
        instruments.End(began, group.Count);
        alone = group.Count == 1;
        foreach (var item in group)
            item.Complete();
        group.Clear();
    }

    private void Commit(List<WorkItem> items)
    {
        CommitGroup committed;
        Tail before;
        try
        {
            before = tail ??= Tail.Read(session, tools.Hasher);
            committed = Attempt(items, apart: false) ?? Attempt(items, apart: true)!;
            tail = committed.Tail;
        }
        catch (Exception error)
        {
            Abandon();
            var unavailable = new JournalUnavailableException("The commit failed; nothing was changed.", error);
            foreach (var item in items)
                item.Refuse(unavailable);
            return;
        }

        committed.Publish();
        if (committed.Tail != before)
            commits.Pulse();
    }

    /// <summary>
    /// Runs the items in one transaction. A savepoint for each makes SQLite copy every page that it touches, and is needed only
    /// when an item fails after it has written; so without them first.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="apart">Each under a savepoint of its own.</param>
    /// <returns>What was committed; null when nothing was, and the items must be taken apart.</returns>
    private CommitGroup? Attempt(List<WorkItem> items, bool apart)
    {
        session.Sql("BEGIN IMMEDIATE").Run();
        var before = session.Changes;
        var attempt = new CommitGroup(session, tools, tail!);
        foreach (var item in items)
        {
            if (apart)
                session.Sql("SAVEPOINT item").Run();
            var written = session.Changes;
            if (!Run(item, attempt) && session.Changes != written)
            {
                session.Sql(apart ? "ROLLBACK TO item" : "ROLLBACK").Run();
                if (!apart)
                    return null;
            }

            if (apart)
                session.Sql("RELEASE item").Run();
        }

        attempt.Checkpoint();
        session.Sql("COMMIT").Run();
        log.Committed(session.Changes - before);
        return attempt;
    }

    /// <summary>Runs one item.</summary>
    /// <returns>False when it failed, or refused; what it has written must be undone.</returns>
    private bool Run(WorkItem item, CommitGroup group)
    {
        using var unit = group.Begin();
        try
        {
            item.Run(unit);
        }
        catch (Exception error) when (session.InTransaction)
        {
            item.Refuse(error is SqliteException { SqliteErrorCode: not raw.SQLITE_CONSTRAINT }
                ? new JournalUnavailableException("The store failed; nothing was changed.", error)
                : error);
            return false;
        }

        unit.Keep();
        return true;
    }

    /// <summary>Forgets everything that is not on disk.</summary>
    private void Abandon()
    {
        tail = null;
        tools.Cache.Clear();
        try
        {
            if (session.InTransaction)
                session.Sql("ROLLBACK").Run();
        }
        catch (SqliteException)
        {
            // Closing the connection rolls back as well.
            session.Dispose();
            session = reopen();
        }
    }
}
