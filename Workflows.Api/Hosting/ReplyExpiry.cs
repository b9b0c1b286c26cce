using NodaTime;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>
/// Forgets the replies whose idempotency keys have outlived their time, and sessions that ended long ago, once an hour of real time; and
/// every minute old pages of the database that could not be taken away when something was destroyed.
/// </summary>
internal sealed class ReplyExpiry(SqliteJournal journal, SessionStore sessions, IClock realTime, ILogger<ReplyExpiry> log) : BackgroundService
{
    /// <summary>For how long it can be seen in the database, not only in the log, that there was a session.</summary>
    private static readonly Duration SessionsKept = Duration.FromDays(30);

    private static readonly ActorStamp System = new(Actor.System.Id, Actor.System.Name, null, null);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        try
        {
            for (var minute = 1; await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false); minute = (minute + 1) % 60)
            {
                try
                {
                    await journal.TakeOldPagesAway().ConfigureAwait(false);
                    if (minute == 0)
                        await Forget().ConfigureAwait(false);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    log.LogError(failed, "Old replies, sessions or pages could not be taken away; it will be tried again.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task Forget()
    {
        var now = realTime.GetCurrentInstant();
        await journal.ForgetReplies(now).ConfigureAwait(false);
        await sessions.Forget(now - SessionsKept, System).ConfigureAwait(false);
    }
}
