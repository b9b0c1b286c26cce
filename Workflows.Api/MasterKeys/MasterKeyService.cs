using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.MasterKeys;

/// <summary>Wraps the keys of cases anew, batch by batch, between the commands: after the order, and after a start that finds it unfinished.</summary>
internal sealed class MasterKeyService(CaseDatabase database, ILogger<MasterKeyService> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim woken = new(1);

    /// <summary>There is something to do.</summary>
    public void Wake() => woken.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await woken.WaitAsync(stoppingToken).ConfigureAwait(false);
                while (!await Run(stoppingToken).ConfigureAwait(false))
                    await Task.Delay(Again, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
    }

    private async Task<bool> Run(CancellationToken stopping)
    {
        try
        {
            while (await database.MasterKey.Step(Batch).ConfigureAwait(false))
                stopping.ThrowIfCancellationRequested();
            return true;
        }
        catch (JournalUnavailableException failed)
        {
            log.LogWarning(failed, "The change of the master key will be tried again.");
            return false;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // A row that was altered, say: cases go on with both keys, and verify tells which it is.
            log.LogError(failed, "The change of the master key cannot go on; run verify. It will be tried again.");
            return false;
        }
    }
}
