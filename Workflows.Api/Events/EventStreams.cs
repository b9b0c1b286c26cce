using Workflows.Api.Access;
using Workflows.Api.Hosting;
using Workflows.Storage;

namespace Workflows.Api.Events;

/// <summary>Opens streams of events, and ends them when the service stops.</summary>
internal sealed class EventStreams(CaseDatabase database, Callers callers, EventViews views, AccessLog log, ServiceSettings settings, TimeProvider time, IHostApplicationLifetime life)
{
    /// <summary>Ends when the service is told to stop.</summary>
    public CancellationToken Stopping => life.ApplicationStopping;

    /// <summary>A stream of the caller's events after a position.</summary>
    public EventStream Open(FeedFilter asked, long after) => new(this, database, callers, views, log, asked, after);

    /// <summary>Completes after a commit, or when it is time for a sign of life.</summary>
    /// <param name="seen">Commits that the stream has seen.</param>
    /// <param name="cancel">The stream has ended.</param>
    public async Task Wait(long seen, CancellationToken cancel)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(database.Feed.Commits.After(seen), Task.Delay(TimeSpan.FromSeconds(settings.HeartBeatSeconds), time, beat.Token)).ConfigureAwait(false);
        await beat.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }
}
