using System.Diagnostics;
using System.Text.Json;
using Workflows.Engine;

namespace Workflows.Api.Telemetry;

/// <summary>Measures commands, those of people and those of time alike.</summary>
internal sealed class CommandWatch(ServiceMetrics metrics, ReferenceDataSource reference, IJournal journal, TimeProvider time) : ICommandWatch
{
    private const string None = "none";

    /// <inheritdoc/>
    public IWatchedCommand? Begin(CaseRequest request) => metrics.IsOn ? new Watched(this, metrics, time, request) : null;

    /// <summary>What a refused command was for, as far as a definition names it: what a client makes up is no name.</summary>
    private (string Procedure, string Trigger) Named(CaseRequest request, CaseOutcome? outcome)
    {
        var state = outcome is CaseOutcome.Done done ? done.State : journal.Find(request.Case);
        var procedure = state?.Procedure ?? (request.Procedure is { } opened && reference.Current.Procedures.Newest(opened) is not null ? opened : None);
        if (request.Command is not Command.FireTrigger fire)
            return (procedure, JsonNamingPolicy.KebabCaseLower.ConvertName(request.Command.GetType().Name));
        var known = state is not null && reference.Current.Procedures.Find(state.Procedure, state.DefinitionVersion) is { } definition
            && definition.Definition.Triggers.Any(trigger => trigger.Name == fire.Trigger);
        return (procedure, known ? fire.Trigger : None);
    }

    private static string Word(CaseRequest request, CaseOutcome? outcome) => outcome switch
    {
        CaseOutcome.Done when request.Trial => "tried",
        CaseOutcome.Done => "done",
        CaseOutcome.Repeated => "repeated",
        CaseOutcome.Refused refused => JsonNamingPolicy.KebabCaseLower.ConvertName(refused.Refusal.Code.ToString()),
        _ => "unavailable",
    };

    private sealed class Watched(CommandWatch watch, ServiceMetrics metrics, TimeProvider time, CaseRequest request) : IWatchedCommand
    {
        private readonly long began = time.GetTimestamp();
        private readonly Activity? activity = metrics.Activities.StartActivity("command");
        private long deciding;

        public void Deciding() => deciding = time.GetTimestamp();

        public void Decided() => metrics.Decided(time.GetElapsedTime(deciding).TotalSeconds);

        public void Ended(CaseOutcome? outcome)
        {
            var (procedure, trigger) = watch.Named(request, outcome);
            var word = Word(request, outcome);
            metrics.Ended(time.GetElapsedTime(began).TotalSeconds, procedure, trigger, word);
            activity?.SetTag("procedure", procedure).SetTag("trigger", trigger).SetTag("outcome", word);
            activity?.Dispose();
        }
    }
}
