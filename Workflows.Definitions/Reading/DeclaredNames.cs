using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The names that a text declares, gathered before it is read, so that the order of its parts does not matter.</summary>
internal sealed class DeclaredNames
{
    public static readonly DeclaredNames None = new([], ImmutableSortedDictionary<string, FieldDefinition>.Empty);

    private readonly Dictionary<NameKind, ImmutableSortedSet<string>> _names;

    private DeclaredNames(Dictionary<NameKind, ImmutableSortedSet<string>> names, ImmutableSortedDictionary<string, FieldDefinition> fields)
    {
        _names = names;
        Fields = fields;
    }

    public ImmutableSortedDictionary<string, FieldDefinition> Fields { get; }

    public ImmutableSortedSet<string> Of(NameKind kind) => _names.GetValueOrDefault(kind, []);

    public static DeclaredNames Gather(SourceNode root, IEnumerable<FieldDefinition> fields)
    {
        var typed = fields.ToImmutableSortedDictionary(f => f.Name, f => f, StringComparer.Ordinal);
        var states = new List<string>();
        var triggers = new List<string> { ProcedureDefinition.OpeningName };
        triggers.AddRange(Keys(Child(root, "anywhere")));
        triggers.AddRange(Keys(Child(root, "everywhere")));
        GatherStates(Child(root, "states"), "", states, triggers);
        return new(new()
        {
            [NameKind.Field] = [.. typed.Keys],
            [NameKind.State] = [.. states],
            [NameKind.Trigger] = [.. triggers],
            [NameKind.Clock] = [.. Keys(Child(root, "clocks"))],
            [NameKind.Role] = [.. Keys(Child(root, "roles"))],
            [NameKind.Document] = [.. Keys(Child(root, "documents"))],
            [NameKind.Flag] = [.. Keys(Child(root, "flags"))],
            [NameKind.InputGroup] = [.. Keys(Child(root, "inputs"))],
        }, typed);
    }

    private static void GatherStates(SourceNode? node, string prefix, List<string> states, List<string> triggers)
    {
        if (node is not SourceNode.Mapping mapping)
            return;
        foreach (var (key, state) in mapping.Entries)
        {
            states.Add(prefix + key.Value);
            triggers.AddRange(Keys(Child(state, "on")));
            GatherStates(Child(state, "states"), prefix + key.Value + "/", states, triggers);
        }
    }

    private static SourceNode? Child(SourceNode? node, string key) => (node as SourceNode.Mapping)?.Find(key);

    private static IEnumerable<string> Keys(SourceNode? node) =>
        node is SourceNode.Mapping mapping ? mapping.Entries.Select(e => e.Key.Value) : [];
}
