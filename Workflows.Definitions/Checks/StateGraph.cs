using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The plain states of a procedure, what each offers, and where it leads.</summary>
internal sealed class StateGraph
{
    private readonly ProcedureDefinition _definition;
    private readonly Dictionary<string, StateDefinition> _states;
    private readonly ILookup<string, PlacedTrigger> _offered;

    public StateGraph(ProcedureDefinition definition)
    {
        _definition = definition;
        _states = definition.States.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var above = definition.States.Select(s => s.Parent).ToHashSet(StringComparer.Ordinal);
        Leaves = [.. definition.States.Where(s => !above.Contains(s.Name))];
        _offered = Leaves.SelectMany(leaf => Offered(leaf).Select(trigger => (leaf.Name, trigger)))
            .ToLookup(pair => pair.Name, pair => pair.trigger, StringComparer.Ordinal);
        var entered = Targets(PlacedTrigger.Opening(definition)).ToArray();
        Reachable = entered.Length > 0 ? Closure(entered, Next) : [.. Leaves.Select(l => l.Name)];
    }

    /// <summary>States without substates.</summary>
    public ImmutableArray<StateDefinition> Leaves { get; }

    /// <summary>Plain states that a case can come to, if every branch can apply; all of them when the opening, wrongly, enters none.</summary>
    public ImmutableHashSet<string> Reachable { get; }

    /// <summary>What a plain state offers: its own triggers, those of its superstates, those offered anywhere and everywhere; the nearer replace the farther.</summary>
    public IEnumerable<PlacedTrigger> OfferedIn(string leaf) => _offered[leaf];

    /// <summary>The plain states in which a trigger is offered.</summary>
    public IEnumerable<string> LeavesOffering(PlacedTrigger trigger) =>
        _offered.Where(o => o.Any(t => t.Path == trigger.Path)).Select(o => o.Key);

    /// <summary>Plain states from which one of the goals can be come to.</summary>
    public ImmutableHashSet<string> Leading(IEnumerable<string> goals)
    {
        var back = Leaves.SelectMany(l => Next(l.Name).Select(to => (From: l.Name, To: to))).ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);
        return Closure(goals, leaf => back[leaf]);
    }

    /// <summary>Plain states to which a plain state leads directly.</summary>
    public IEnumerable<string> Next(string leaf) => OfferedIn(leaf).SelectMany(Targets);

    /// <summary>The plain state that entering a state leads to.</summary>
    public string Entered(string state)
    {
        while (Leaves.All(l => l.Name != state))
            state = _states[state].Initial ?? _definition.States.First(s => s.Parent == state).Name;
        return state;
    }

    private IEnumerable<string> Targets(PlacedTrigger trigger) => trigger.Trigger.Branches.Select(b => b.To).OfType<string>().Select(Entered);

    private IEnumerable<PlacedTrigger> Offered(StateDefinition leaf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var state = leaf; state is not null; state = state.Parent is { } parent ? _states[parent] : null)
        {
            foreach (var trigger in state.On.Where(t => seen.Add(t.Name)))
                yield return new(ElementPath.Trigger(state.Name, trigger.Name), state.Name, trigger);
        }

        foreach (var trigger in _definition.Anywhere.Where(t => !leaf.Final && seen.Add(t.Name)))
            yield return new(ElementPath.Anywhere(trigger.Name), null, trigger);
        foreach (var trigger in _definition.Everywhere.Where(t => seen.Add(t.Name)))
            yield return new(ElementPath.Everywhere(trigger.Name), null, trigger);
    }

    private static ImmutableHashSet<string> Closure(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var found = ImmutableHashSet.CreateBuilder<string>();
        var open = new Stack<string>(from);
        while (open.TryPop(out var state))
        {
            if (!found.Add(state))
                continue;
            foreach (var to in next(state))
                open.Push(to);
        }

        return found.ToImmutable();
    }
}
