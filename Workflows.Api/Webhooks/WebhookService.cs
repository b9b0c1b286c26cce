using NodaTime;
using Workflows.Api.Events;
using Workflows.Api.Hosting;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Delivers to every subscription that is not paused, each for itself, so that none waits for another.</summary>
internal sealed class WebhookService(CaseDatabase database, EventViews views, WebhookSender sender, RealTime time, ILogger<WebhookService> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly Duration Longest = Duration.FromMinutes(1);
    private TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Something was changed: looks at everything now.</summary>
    public void Wake() => Interlocked.Exchange(ref woken, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<string, Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wake = Volatile.Read(ref woken).Task;
            foreach (var webhook in database.Webhooks.All().Where(webhook => !webhook.Paused))
            {
                if (!running.TryGetValue(webhook.Id, out var task) || task.IsCompleted)
                    running[webhook.Id] = Follow(webhook.Id, stoppingToken);
            }

            await Task.WhenAny(wake, Task.Delay(Timeout.Infinite, stoppingToken)).ConfigureAwait(false);
        }

        await Task.WhenAll(running.Values).ConfigureAwait(false);
    }

    private async Task Follow(string id, CancellationToken stopping)
    {
        await Task.Yield();
        var runner = new WebhookRunner(database, views, sender, time);
        try
        {
            while (database.Webhooks.Find(id) is { Paused: false } webhook)
            {
                var (seen, wake) = (database.Feed.Commits.Count, Volatile.Read(ref woken).Task);
                var end = await Round(runner, webhook, stopping).ConfigureAwait(false);
                if (!end.More)
                    await Wait(seen, wake, end.NextAt, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }

        // It may have been resumed before this was noticed.
        Wake();
    }

    private async Task<RoundEnd> Round(WebhookRunner runner, Webhook webhook, CancellationToken stopping)
    {
        try
        {
            return await runner.Round(webhook, stopping).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogWarning(failed, "Deliveries to {Webhook} failed and will be tried again.", webhook.Id);
            await Task.Delay(Again, stopping).ConfigureAwait(false);
            return new RoundEnd(true, null);
        }
    }

    private async Task Wait(long seen, Task wake, Instant? nextAt, CancellationToken stopping)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var wait = nextAt is { } next ? Duration.Max(Duration.Zero, Duration.Min(Longest, next - time.Clock.GetCurrentInstant())) : Longest;
        await Task.WhenAny(wake, database.Feed.Commits.After(seen), Task.Delay(wait.ToTimeSpan(), waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
    }
}
