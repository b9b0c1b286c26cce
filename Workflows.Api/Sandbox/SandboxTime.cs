using NodaTime;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Sandbox;

/// <summary>Lets time pass in a sandbox: the clock stops at each instant at which something falls due, and it is done there.</summary>
internal sealed class SandboxTime(SandboxClock clock, CaseDatabase database, Sweep sweep) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The time in the sandbox.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Moves the clock forward and returns when everything due by then is done.</summary>
    /// <returns>False when it would go backward; nothing was changed.</returns>
    public async Task<bool> MoveTo(Instant target, ActorStamp by, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (target < Now)
                return false;
            // What is due by now first; what then is left cannot be done, and time goes on without it.
            for (Instant? next = Now; next < target; next = sweep.NextDue(Now))
                await Stop(next.Value, by).ConfigureAwait(false);
            await Stop(target, by).ConfigureAwait(false);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task Stop(Instant at, ActorStamp by)
    {
        if (at > Now || database.SandboxClock.Now() is null)
            await database.SandboxClock.Set(at, by).ConfigureAwait(false);
        clock.Set(at);
        await sweep.Run(at).ConfigureAwait(false);
    }
}
