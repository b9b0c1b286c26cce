using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Sandbox;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Health;

/// <summary>Checks what the service needs to work.</summary>
internal sealed class ServiceHealth(
    CaseDatabase database, ReferenceDataSource reference, IClock clock, TimeProvider time, SweepPulse sweep, HealthSettings settings, IHostApplicationLifetime lifetime)
{
    /// <summary>How long an answer of the store is good for: who asks more often makes no more writes.</summary>
    private static readonly TimeSpan ProbeLife = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(3);
    private readonly Lock probing = new();
    private Task? probe;
    private long probed;

    /// <summary>All checks, each with what is wrong.</summary>
    public async Task<ImmutableArray<HealthCheckView>> Check() =>
    [
        new("running", !lifetime.ApplicationStopping.IsCancellationRequested, "服务正在停止"),
        new("database", await TakesWrites().ConfigureAwait(false), "数据库不能写入"),
        // In a sandbox nothing happens but when its clock is set.
        new("sweep", clock is SandboxClock || sweep.Age <= TimeSpan.FromMinutes(settings.SweepMinutes), $"期限处理已超过 {settings.SweepMinutes} 分钟未运行"),
        new("calendar", CoversEnough(), $"日历不足以计算今后 {settings.CalendarDays} 日，请登记放假通知"),
    ];

    private async Task<bool> TakesWrites()
    {
        try
        {
            await Probe().WaitAsync(ProbeLimit, time).ConfigureAwait(false);
            return true;
        }
        catch (Exception failed) when (failed is JournalUnavailableException or TimeoutException)
        {
            return false;
        }
    }

    private Task Probe()
    {
        lock (probing)
        {
            // One that is still under way is waited for again, not sent again.
            if (probe is null || (probe.IsCompleted && time.GetElapsedTime(probed) >= ProbeLife))
                (probe, probed) = (database.Journal.Probe(), time.GetTimestamp());
            return probe;
        }
    }

    private bool CoversEnough()
    {
        var last = ChinaTime.DayOf(clock.GetCurrentInstant()).PlusDays(settings.CalendarDays);
        var calendars = reference.Current.Calendars;
        return reference.Current.Procedures.Procedures.Select(name => reference.Current.Procedures.Newest(name)!.Definition.Calendar).Distinct()
            .All(calendar => calendars.Newest(calendar).BaselineThrough >= last);
    }
}

/// <summary>One thing that the service needs.</summary>
/// <param name="Name"><c>running</c>, <c>database</c>, <c>sweep</c> or <c>calendar</c>.</param>
/// <param name="Ok">It is there.</param>
/// <param name="Says">What is wrong when it is not, in Chinese; null when it is.</param>
internal sealed record HealthCheckView(string Name, bool Ok, string? Says)
{
    /// <summary>What is wrong when it is not there.</summary>
    public string? Says { get; init; } = Ok ? null : Says;
}
