namespace Workflows.Api.Administration;

/// <summary>
/// Administrative changes are made one at a time, from the check through the durable write to the moment at which the new
/// reference data is in force: what a change was checked against still holds when it takes effect.
/// </summary>
internal sealed class ChangeTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Makes a change when its turn has come.</summary>
    public async Task<T> Run<T>(Func<Task<T>> change)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
