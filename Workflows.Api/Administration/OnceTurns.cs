using System.Collections.Concurrent;
using Workflows.Engine;

namespace Workflows.Api.Administration;

/// <summary>Of several requests with the same idempotency key one is under way at a time; no other process serves the database.</summary>
internal sealed class OnceTurns
{
    private readonly ConcurrentDictionary<IdempotencyKey, Task> underWay = new();

    /// <summary>Does something when no other request with the key is under way.</summary>
    /// <param name="key">The key.</param>
    /// <param name="work">What to do.</param>
    /// <param name="cancel">Ends the waiting, not the work.</param>
    public async Task<T> Run<T>(IdempotencyKey key, Func<Task<T>> work, CancellationToken cancel)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (underWay.GetOrAdd(key, ended.Task) is var first && first != ended.Task)
            await first.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            underWay.TryRemove(key, out _);
            ended.SetResult();
        }
    }
}
