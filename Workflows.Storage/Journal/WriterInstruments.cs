using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Workflows.Storage.Journal;

/// <summary>What the writer tells of itself. Nothing is measured while nobody listens.</summary>
/// <param name="meter">Where the instruments are made; null for none.</param>
internal sealed class WriterInstruments(Meter? meter)
{
    private readonly Histogram<double>? commit = meter?.CreateHistogram<double>(
        "disclosure.writer.commit.duration", "s", "Time of one transaction of the writer, with every command in it.");

    private readonly Histogram<int>? group = meter?.CreateHistogram<int>(
        "disclosure.writer.group.size", "{command}", "Commands committed together.");

    /// <summary>Makes the gauge of what waits.</summary>
    /// <param name="waiting">How many wait now.</param>
    public void Watch(Func<int> waiting) => meter?.CreateObservableGauge(
        "disclosure.writer.queue.depth", waiting, "{command}", "Commands that wait for the writer.");

    /// <summary>A transaction begins; 0 when nobody listens.</summary>
    public long Begin() => commit?.Enabled == true || group?.Enabled == true ? Stopwatch.GetTimestamp() : 0;

    /// <summary>It has ended.</summary>
    /// <param name="began">What <see cref="Begin"/> gave.</param>
    /// <param name="commands">Commands in it.</param>
    public void End(long began, int commands)
    {
        if (began == 0)
            return;
        commit!.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        group!.Record(commands);
    }
}
