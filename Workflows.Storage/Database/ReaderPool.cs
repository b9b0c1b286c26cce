using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Database;

/// <summary>Read-only sessions. In WAL mode they see the last commit and never wait for the writer.</summary>
internal sealed class ReaderPool(string connectionString) : IDisposable
{
    private const string Pooled = ";Pooling=True";
    private readonly ConcurrentBag<Session> idle = [];
    private readonly DbContextOptions<StorageContext> options = StorageContext.Options(connectionString + Pooled);

    public T Read<T>(Func<Session, T> read)
    {
        if (!idle.TryTake(out var session))
            session = Open();
        try
        {
            return read(session);
        }
        finally
        {
            idle.Add(session);
        }
    }

    /// <summary>A session of one's own, for a long read.</summary>
    public Session Open() => new(connectionString, "PRAGMA query_only = ON; PRAGMA busy_timeout = 5000;");

    /// <summary>A context for composed queries.</summary>
    public StorageContext Query() => new(options);

    public void Dispose()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }
}
