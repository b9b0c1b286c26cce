using NodaTime;
using Workflows.Api.Health;
using Workflows.Api.Sandbox;
using Workflows.Engine;

namespace Workflows.Api.Hosting;

/// <summary>Wakes when a case is next due, and looks every few seconds in case one became due earlier.</summary>
/// <remarks>Nothing depends on its being on time: what time does has the day on which it fell due, and a command does it first.</remarks>
internal sealed class SweepService(Sweep sweep, IClock clock, SweepPulse pulse, ILogger<SweepService> log) : BackgroundService
{
    private static readonly Duration Longest = Duration.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Try(async () => (await sweep.AdoptCalendars("启动时采用现行日历", stoppingToken).ConfigureAwait(false)).Cases).ConfigureAwait(false);
        do
        {
            await Try(() => sweep.Run(clock.GetCurrentInstant(), stoppingToken)).ConfigureAwait(false);
            pulse.Beat();
        }
        // In a sandbox nothing happens but when its clock is set.
        while (clock is not SandboxClock && await Wait(stoppingToken).ConfigureAwait(false));
    }

    private async Task Try(Func<Task<int>> work)
    {
        try
        {
            if (await work().ConfigureAwait(false) is > 0 and var count)
                log.LogInformation("Time moved or opened {Count} cases.", count);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogError(failed, "The sweep failed and will be tried again.");
        }
    }

    private async Task<bool> Wait(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var wait = sweep.NextDue(now) is { } next ? Duration.Max(Duration.FromMilliseconds(100), Duration.Min(Longest, next - now)) : Longest;
        try
        {
            await Task.Delay(wait.ToTimeSpan(), cancel).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
