using Workflows.Storage.Database;

namespace Workflows.Storage.Journal;

/// <summary>
/// Copies the write-ahead log into the database file beside the writer, so that no caller waits for it. It may fall behind:
/// the writer itself copies what is left when the log has grown to <see cref="DatabaseFile.LongLog"/> pages.
/// </summary>
internal sealed class LogKeeper : IDisposable
{
    /// <summary>Rows written after which it is worth while; a row takes about half a page.</summary>
    private const int Rows = 2000;

    private readonly AutoResetEvent due = new(false);
    private readonly Thread thread;
    private readonly Func<Session> open;
    private volatile bool closed;
    private int written;

    /// <param name="open">Opens a session that may write.</param>
    public LogKeeper(Func<Session> open)
    {
        this.open = open;
        thread = new Thread(Serve) { Name = "log keeper", IsBackground = true };
        thread.Start();
    }

    /// <summary>Tells it how many rows a commit has written. For the writer.</summary>
    public void Committed(int rows)
    {
        written += rows;
        if (written < Rows)
            return;
        written = 0;
        due.Set();
    }

    public void Dispose()
    {
        closed = true;
        due.Set();
        thread.Join();
        due.Dispose();
    }

    private void Serve()
    {
        Session? session = null;
        try
        {
            while (due.WaitOne() && !closed)
            {
                // Passive: takes what it can get without holding up anyone, and is refused nothing that matters.
                session ??= open();
                session.Sql("PRAGMA wal_checkpoint(PASSIVE)").First(row => row.Int(0));
            }
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The disk is full or gone. Nothing is lost with this thread: the log holds all, and the writer meets the same fault and says so.
        }
        finally
        {
            session?.Dispose();
        }
    }
}
