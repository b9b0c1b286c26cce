using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Verifications of the whole database, one at a time: each reads everything.</summary>
internal sealed class Verifications(CaseDatabase database) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Verifies when the one before has ended.</summary>
    /// <param name="replayed">Also replay every case.</param>
    /// <param name="anchor">A checkpoint that was kept elsewhere; null for none.</param>
    /// <param name="cancel">Ends the wait and the run.</param>
    public async Task<VerificationReport> Run(bool replayed, Anchor? anchor, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => database.Verification.Run(replayed, anchor is null ? [] : [anchor], cancel), cancel).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
