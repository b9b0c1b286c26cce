using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A trigger as one state offers it.</summary>
internal sealed class PreparedTrigger(TriggerDefinition definition, int firstBranch, ImmutableArray<string> targets)
{
    public TriggerDefinition Definition { get; } = definition;

    /// <summary>Number of its first branch in the transition table; the others follow.</summary>
    public int FirstBranch { get; } = firstBranch;

    /// <summary>The plain state each branch leads to; the state itself when it stays.</summary>
    public ImmutableArray<string> Targets { get; } = targets;

    public FrozenDictionary<string, InputDefinition> Input { get; } =
        definition.Input.ToFrozenDictionary(input => input.Field, StringComparer.Ordinal);
}
