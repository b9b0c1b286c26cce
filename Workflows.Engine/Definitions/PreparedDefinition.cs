using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>
/// A definition made ready to decide with: names resolved, triggers of superstates handed down, transition tables
/// built. Prepared once per version and kept for the life of the process. Thread-safe.
/// </summary>
public sealed class PreparedDefinition
{
    private readonly FrozenDictionary<string, PreparedState> states;
    private readonly FrozenDictionary<string, FieldDefinition> fields;
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> personal = new(StringComparer.Ordinal);

    /// <summary>Prepares a definition that has passed its checks.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="version">Its version, from 1.</param>
    /// <param name="hash">SHA-256 of its text, lower-case hex.</param>
    public PreparedDefinition(ProcedureDefinition definition, int version, string hash)
    {
        Definition = definition;
        Version = version;
        Hash = hash;
        fields = definition.Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Opening = new PreparedTrigger(definition.Opening, 0, StartOf(definition.Opening.Branches));
        states = PreparedState.Of(definition).ToFrozenDictionary(state => state.Name, StringComparer.Ordinal);
        Clocks = [.. definition.Clocks.Select(clock => new PreparedClock(clock, definition))];
        Documents = definition.Documents.ToFrozenDictionary(document => document.Name, StringComparer.Ordinal);
        Machines = new MachinePool(states.Values);
        ImmutableArray<string> StartOf(ImmutableArray<BranchDefinition> branches) =>
            [.. branches.Select(branch => PreparedState.LeafOf(definition, branch.To!))];
    }

    /// <summary>The definition.</summary>
    public ProcedureDefinition Definition { get; }

    /// <summary>Its version.</summary>
    public int Version { get; }

    /// <summary>SHA-256 of its text, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>When it was published, by the service's clock; null for one by whose schedules nothing opens.</summary>
    public Instant? EffectiveAt { get; init; }

    /// <summary>The trigger <c>open</c>.</summary>
    internal PreparedTrigger Opening { get; }

    internal ImmutableArray<PreparedClock> Clocks { get; }

    internal FrozenDictionary<string, DocumentDefinition> Documents { get; }

    internal MachinePool Machines { get; }

    internal IEnumerable<PreparedState> States => states.Values;

    /// <summary>A field by name, or null.</summary>
    public FieldDefinition? Field(string name) => fields.GetValueOrDefault(name);

    /// <summary>A clock by name, or null.</summary>
    public ClockDefinition? Clock(string name) => ClockOf(name)?.Definition;

    /// <summary>A state by name, or null; a cancelled case is in none.</summary>
    public StateDefinition? State(string name) => states.GetValueOrDefault(name)?.Definition;

    /// <summary>Names under which facts of a kind hold values that this definition marks as personal, or that another case handed over.</summary>
    public ImmutableHashSet<string> PersonalIn(string kind) => personal.GetOrAdd(kind, static (kind, definition) =>
    [
        .. definition.Definition.Triggers.Append(definition.Definition.Opening)
            .SelectMany(trigger => trigger.Branches).SelectMany(branch => branch.Records).Where(fact => fact.Kind == kind)
            .SelectMany(fact => fact.Values).Where(value => definition.IsPersonal(value.Value)).Select(value => value.Field),
    ], this);

    internal PreparedState? StateOf(string name) => states.GetValueOrDefault(name);

    private bool IsPersonal(ValueSource source) => source switch
    {
        ValueSource.Field(var name) => Field(name) is not { } field || PersonalValues.In(field),
        ValueSource.Literal or ValueSource.Today or ValueSource.OwnAgency => false,
        _ => true,
    };

    internal PreparedClock? ClockOf(string clock)
    {
        foreach (var prepared in Clocks)
        {
            if (prepared.Definition.Name == clock)
                return prepared;
        }

        return null;
    }
}
