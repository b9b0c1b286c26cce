using System.Collections.Concurrent;
using Stateless;

namespace Workflows.Engine;

/// <summary>
/// The transition table of a definition, held by Stateless. Building a machine costs far more than firing it, so
/// machines are rented and returned.
/// </summary>
/// <remarks>
/// No guards, entry or exit actions: conditions are evaluated before, because two open guards make Stateless throw
/// and an ambiguity must become a refusal.
/// </remarks>
internal sealed class MachinePool(IEnumerable<PreparedState> states)
{
    private readonly PreparedState[] table = [.. states.OrderBy(state => state.Index)];
    private readonly ConcurrentBag<Machine> idle = [];

    /// <summary>The number of the state that a branch leads to from a state, or null when the table has no such way.</summary>
    public int? Fire(int state, int branch)
    {
        var machine = idle.TryTake(out var rested) ? rested : new Machine(table);
        var target = machine.Fire(state, branch);
        idle.Add(machine);
        return target;
    }

    private sealed class Machine
    {
        private readonly StateMachine<int, int> machine;
        private int current;
        private bool refused;

        public Machine(PreparedState[] table)
        {
            var numbers = table.ToDictionary(state => state.Name, state => state.Index, StringComparer.Ordinal);
            machine = new StateMachine<int, int>(() => current, state => current = state, FiringMode.Immediate);
            machine.OnUnhandledTrigger((_, _) => refused = true);
            foreach (var state in table)
            {
                var row = machine.Configure(state.Index);
                if (state.Definition.Parent is { } parent)
                    row.SubstateOf(numbers[parent]);
                foreach (var trigger in state.Triggers.Values)
                {
                    for (var branch = 0; branch < trigger.Targets.Length; branch++)
                    {
                        if (trigger.Targets[branch] == state.Name)
                            row.PermitReentry(trigger.FirstBranch + branch);
                        else
                            row.Permit(trigger.FirstBranch + branch, numbers[trigger.Targets[branch]]);
                    }
                }
            }
        }

        public int? Fire(int state, int branch)
        {
            (current, refused) = (state, false);
            machine.Fire(branch);
            return refused ? null : current;
        }
    }
}
