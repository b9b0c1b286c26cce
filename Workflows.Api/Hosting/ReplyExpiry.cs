using NodaTime;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>Forgets the replies whose idempotency keys have outlived their time, once an hour of real time.</summary>
internal sealed class ReplyExpiry(SqliteJournal journal, IClock realTime) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await Forget().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task Forget()
    {
        try
        {
            await journal.ForgetReplies(realTime.GetCurrentInstant()).ConfigureAwait(false);
        }
        catch (JournalUnavailableException)
        {
            // The next hour will do.
        }
    }
}
