using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A clock with its events ready to be looked up.</summary>
internal sealed class PreparedClock
{
    private readonly FrozenSet<string> startsOn;
    private readonly FrozenSet<string> stopsOn;
    private readonly FrozenSet<string> finalStates;

    public PreparedClock(ClockDefinition definition, ProcedureDefinition procedure)
    {
        Definition = definition;
        startsOn = definition.Starts.On.ToFrozenSet(StringComparer.Ordinal);
        stopsOn = definition.Stops.On.ToFrozenSet(StringComparer.Ordinal);
        finalStates = procedure.States.Where(state => state.Final).Select(state => state.Name).ToFrozenSet(StringComparer.Ordinal);
        Timed = procedure.Triggers
            .Where(trigger => trigger.Cause is TriggerCause.Time time && time.Clock == definition.Name)
            .Select(trigger => trigger.Name).ToFrozenSet(StringComparer.Ordinal);
    }

    public ClockDefinition Definition { get; }

    /// <summary>Triggers that time fires when this clock's due date has passed.</summary>
    public FrozenSet<string> Timed { get; }

    public bool Starts(LegalEvent happened) =>
        startsOn.Contains(happened.Trigger) || Enters(Definition.Starts.Entering, happened);

    public bool Stops(LegalEvent happened) =>
        stopsOn.Contains(happened.Trigger) || Enters(Definition.Stops.Entering, happened)
        || finalStates.Contains(happened.To) || happened.To == CaseState.CancelledState;

    private static bool Enters(ImmutableArray<string> states, LegalEvent happened)
    {
        foreach (var state in states)
        {
            if (PreparedState.Within(happened.To, state) && !PreparedState.Within(happened.From, state))
                return true;
        }

        return false;
    }
}
