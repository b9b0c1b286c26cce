using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Groups of inputs that several triggers ask for, as <c>inputs</c> declares them.</summary>
internal sealed class InputGroups
{
    public static readonly InputGroups None = new(ImmutableDictionary<string, ImmutableArray<(InputDefinition, SourceLocation)>>.Empty);

    private readonly ImmutableDictionary<string, ImmutableArray<(InputDefinition Input, SourceLocation At)>> _groups;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private InputGroups(ImmutableDictionary<string, ImmutableArray<(InputDefinition, SourceLocation)>> groups) => _groups = groups;

    /// <summary>Reads each group once, so that a mistake in one is told once.</summary>
    public static InputGroups Read(Element procedure)
    {
        var effects = new EffectReader(procedure.Reading, inChildTrigger: false);
        return new(procedure.Entries("inputs", "输入组", NameForms.Id).ToImmutableDictionary(
            group => group.Key.Value, group => Group(procedure, effects, group), StringComparer.Ordinal));
    }

    /// <summary>The inputs of a group, with where each stands; none when there is no such group.</summary>
    public ImmutableArray<(InputDefinition Input, SourceLocation At)> Asked(string group)
    {
        _asked.Add(group);
        return _groups.GetValueOrDefault(group, []);
    }

    public void TellUnused(Reading reading)
    {
        foreach (var group in _groups.Keys.Where(name => !_asked.Contains(name)))
            reading.TellUnused(ElementPath.InputGroup(group), $"没有触发器要求输入组 `{Reading.Shown(group)}`");
    }

    private static ImmutableArray<(InputDefinition, SourceLocation)> Group(Element procedure, EffectReader effects, SourceNode.Entry group)
    {
        var path = ElementPath.InputGroup(group.Key.Value);
        procedure.Reading.Place(path, group.Key.Location);
        return [.. procedure.Reading.Entries(group.Value, "输入字段", NameForms.Field)
            .Select(entry => (InputReader.Input(procedure, effects, entry, ElementPath.Input(path, entry.Key.Value)), entry.Key.Location))];
    }
}
