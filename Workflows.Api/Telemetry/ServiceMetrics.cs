using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Workflows.Api.Telemetry;

/// <summary>
/// Everything that the service measures, in one place. Names, states and outcomes of the procedures are the only words in it:
/// nothing that a client sends, no id of a case, nobody's name.
/// </summary>
/// <remarks>An instrument to which nobody listens costs one comparison.</remarks>
internal sealed class ServiceMetrics : IDisposable
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "DisclosureWorkflows";

    private readonly Counter<long> commands;
    private readonly Histogram<double> decide;
    private readonly Histogram<double> total;

    /// <summary>Makes the instruments.</summary>
    public ServiceMetrics()
    {
        commands = Meter.CreateCounter<long>("disclosure.commands", "{command}", "Commands by procedure, trigger and outcome.");
        decide = Meter.CreateHistogram<double>("disclosure.command.decide.duration", "s", "Time to load and decide a command and to write its rows, within the transaction.");
        total = Meter.CreateHistogram<double>("disclosure.command.duration", "s", "Time from the arrival of a command until it is durable or refused, waiting included.");
    }

    /// <summary>The meter; others that belong to the service make their instruments in it.</summary>
    public Meter Meter { get; } = new(Name);

    /// <summary>The source of activities.</summary>
    public ActivitySource Activities { get; } = new(Name);

    /// <summary>Somebody listens.</summary>
    public bool IsOn => commands.Enabled || decide.Enabled || total.Enabled || Activities.HasListeners();

    /// <summary>Adds the gauges that are read when somebody asks.</summary>
    /// <param name="overdue">Open cases with a due date that has passed.</param>
    /// <param name="sweepLag">Seconds for which the oldest due work has waited; 0 when none does.</param>
    public void Watch(Func<long> overdue, Func<double> sweepLag)
    {
        Meter.CreateObservableGauge("disclosure.cases.overdue", overdue, "{case}", "Open cases with a due date that has passed.");
        Meter.CreateObservableGauge("disclosure.sweep.lag", sweepLag, "s", "How long the oldest work that time has to do has waited.");
    }

    /// <summary>Adds the gauge of deliveries to subscribers.</summary>
    /// <param name="seconds">Seconds for which the oldest event that is not yet delivered has waited; 0 when none does.</param>
    public void WatchWebhooks(Func<double> seconds) =>
        Meter.CreateObservableGauge("disclosure.webhook.lag", seconds, "s", "How long the oldest event that is not yet delivered has waited.");

    /// <summary>A command was decided.</summary>
    public void Decided(double seconds) => decide.Record(seconds);

    /// <summary>A command has ended.</summary>
    /// <param name="seconds">From its arrival.</param>
    /// <param name="procedure">Procedure; <c>none</c> where the case is not known.</param>
    /// <param name="trigger">Name of the trigger as defined, or of the kind of command.</param>
    /// <param name="outcome">What became of it.</param>
    public void Ended(double seconds, string procedure, string trigger, string outcome)
    {
        var tags = new TagList { { "procedure", procedure }, { "trigger", trigger }, { "outcome", outcome } };
        commands.Add(1, tags);
        total.Record(seconds, tags);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Meter.Dispose();
        Activities.Dispose();
    }
}
