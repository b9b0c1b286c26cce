using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>What the readers of the elements share while one text is read.</summary>
internal sealed class Reading(Complaints complaints)
{
    private readonly ImmutableDictionary<string, SourceLocation>.Builder _places =
        ImmutableDictionary.CreateBuilder<string, SourceLocation>();

    public Complaints Complaints { get; } = complaints;

    /// <summary>The acts that a basis may name.</summary>
    public NamedActs Acts { get; set; } = NamedActs.None;

    /// <summary>Inputs that triggers ask for by the name of their group.</summary>
    public InputGroups InputGroups { get; set; } = InputGroups.None;

    /// <summary>Names that the rest of the text may refer to.</summary>
    public DeclaredNames Names { get; set; } = DeclaredNames.None;

    public DefinitionLocations Locations => new(_places.ToImmutable());

    public void Place(string path, SourceLocation at) => _places[path] = at;

    /// <summary>Tells that something declared is used nowhere.</summary>
    public void TellUnused(string path, string message) =>
        Complaints.Warning(DiagnosticCodes.NeverUsed, _places[path], message, "使用它，或删去声明", path);

    /// <summary>Opens a mapping; a node of another kind is complained of and read as one without keys.</summary>
    public Element Open(SourceNode node, KeyTable keys, string path, SourceLocation? at = null)
    {
        Place(path, at ?? node.Location);
        if (node is SourceNode.Mapping mapping)
            return new Element(this, mapping, keys, path, at ?? node.Location);
        Complaints.Error(DiagnosticCodes.WrongKind, node.Location, $"{keys.Noun}应为映射",
            $"写成 `{{ {string.Join(", ", (keys.Required.Length > 0 ? keys.Required : keys.Optional).Take(3))}: … }}`", path);
        return new Element(this, null, keys, path, node.Location);
    }

    /// <summary>The entries of a mapping whose keys are names of the author's own.</summary>
    public ImmutableArray<SourceNode.Entry> Entries(SourceNode? node, string noun, NameForm form)
    {
        if (node is null)
            return [];
        if (node is not SourceNode.Mapping mapping)
        {
            Complaints.Error(DiagnosticCodes.WrongKind, node.Location, $"{noun}应为映射", "写成 `名称: { … }`");
            return [];
        }

        foreach (var entry in mapping.Entries)
            Named(entry.Key, noun, form);
        return mapping.Entries;
    }

    /// <summary>A name in its form.</summary>
    public string Named(SourceNode node, string noun, NameForm form)
    {
        var name = Text(node, noun);
        if (name.Length > 0 && !form.Fits(name))
            Complaints.Error(DiagnosticCodes.MalformedName, node.Location, $"{noun}名称 `{Shown(name)}` 的写法不对", $"应为{form.Says}");
        return name;
    }

    /// <summary>A text that is not empty; otherwise complained of, and empty.</summary>
    public string Text(SourceNode node, string noun)
    {
        if (node is SourceNode.Scalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar.Value;
        Complaints.Error(DiagnosticCodes.WrongKind, node.Location, $"{noun}应为文字", "写上文字，不要留空，也不要写成映射或列表");
        return "";
    }

    /// <summary>A name that must have been declared.</summary>
    public string Reference(SourceNode node, NameKind kind)
    {
        var name = Text(node, kind.Noun);
        if (name.Length > 0 && !Names.Of(kind).Contains(name))
            Complaints.Error(kind.UnknownCode, node.Location, $"未声明的{kind.Noun} `{Shown(name)}`", NearestName.Mend(name, Names.Of(kind)));
        return name;
    }

    /// <summary>Several declared names, none twice.</summary>
    public ImmutableArray<string> References(IEnumerable<SourceNode> nodes, NameKind kind) =>
        Distinct(nodes, kind.Noun, node => Reference(node, kind));

    /// <summary>Several names, none twice.</summary>
    public ImmutableArray<string> Distinct(IEnumerable<SourceNode> nodes, string noun, Func<SourceNode, string> read)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in nodes)
        {
            var name = read(node);
            if (names.Contains(name))
                Complaints.Error(DiagnosticCodes.NamedTwice, node.Location, $"{noun} `{Shown(name)}` 列了两次", "删去其中一个");
            else
                names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>A field that must have been declared; null, and complained of, when it is not.</summary>
    public FieldDefinition? Field(SourceNode node)
    {
        var name = Reference(node, NameKind.Field);
        return Names.Fields.GetValueOrDefault(name);
    }

    /// <summary>A list, or one element standing alone.</summary>
    public static ImmutableArray<SourceNode> Many(SourceNode? node) => node switch
    {
        null => [],
        SourceNode.Sequence sequence => sequence.Items,
        _ => [node],
    };

    /// <summary>A name as messages show it: not longer than a line.</summary>
    public static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
