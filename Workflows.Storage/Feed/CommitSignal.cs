namespace Workflows.Storage;

/// <summary>Tells those who wait that something was committed. It carries nothing: what it was is read from the journal.</summary>
public sealed class CommitSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;
    private long count;

    internal CommitSignal()
    {
    }

    /// <summary>How many commits there have been since the start. Read it before looking, and wait with it after.</summary>
    public long Count => Volatile.Read(ref count);

    /// <summary>Completes once there has been a commit after the one counted.</summary>
    /// <param name="seen">What <see cref="Count"/> was.</param>
    public Task After(long seen)
    {
        lock (gate)
        {
            waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.MemoryBarrier();
            return Volatile.Read(ref count) != seen ? Task.CompletedTask : waiting.Task;
        }
    }

    /// <summary>For the writer, after a commit. Costs next to nothing while nobody waits.</summary>
    internal void Pulse()
    {
        Interlocked.Increment(ref count);
        if (Volatile.Read(ref waiting) is null)
            return;
        TaskCompletionSource? woken;
        lock (gate)
            (woken, waiting) = (waiting, null);
        woken?.SetResult();
    }
}
