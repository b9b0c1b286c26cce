using System.Collections.Frozen;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A state with every trigger it offers: its own, those of its superstates, and those offered anywhere or everywhere.</summary>
internal sealed class PreparedState
{
    private PreparedState(StateDefinition definition, int index, FrozenDictionary<string, PreparedTrigger> triggers)
    {
        Definition = definition;
        Index = index;
        Triggers = triggers;
    }

    public StateDefinition Definition { get; }

    public string Name => Definition.Name;

    /// <summary>Position in the definition; the state's number in the transition table.</summary>
    public int Index { get; }

    public FrozenDictionary<string, PreparedTrigger> Triggers { get; }

    public static IEnumerable<PreparedState> Of(ProcedureDefinition definition)
    {
        var next = 0;
        for (var index = 0; index < definition.States.Length; index++)
        {
            var state = definition.States[index];
            var offered = Offered(definition, state).ToDictionary(
                trigger => trigger.Name,
                trigger =>
                {
                    var prepared = new PreparedTrigger(trigger, next, [.. trigger.Branches.Select(branch =>
                        branch.To is null ? state.Name : LeafOf(definition, branch.To))]);
                    next += trigger.Branches.Length;
                    return prepared;
                },
                StringComparer.Ordinal);
            yield return new PreparedState(state, index, offered.ToFrozenDictionary(StringComparer.Ordinal));
        }
    }

    /// <summary>The plain state that entering a state leads to.</summary>
    public static string LeafOf(ProcedureDefinition definition, string name)
    {
        var state = definition.States.First(state => state.Name == name);
        return state.Initial is null
            ? name
            : LeafOf(definition, state.Initial.Contains('/', StringComparison.Ordinal) ? state.Initial : $"{name}/{state.Initial}");
    }

    /// <summary>The state or one of its superstates is <paramref name="name"/>.</summary>
    public static bool Within(string state, string name) =>
        state == name || (state.Length > name.Length && state[name.Length] == '/' && state.StartsWith(name, StringComparison.Ordinal));

    private static IEnumerable<TriggerDefinition> Offered(ProcedureDefinition definition, StateDefinition state)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var level = state; level is not null; level = definition.States.FirstOrDefault(other => other.Name == level.Parent))
        {
            foreach (var trigger in level.On.Where(trigger => seen.Add(trigger.Name)))
                yield return trigger;
        }

        foreach (var trigger in definition.Anywhere.Where(trigger => !state.Final && seen.Add(trigger.Name)))
            yield return trigger;
        foreach (var trigger in definition.Everywhere.Where(trigger => seen.Add(trigger.Name)))
            yield return trigger;
    }
}
