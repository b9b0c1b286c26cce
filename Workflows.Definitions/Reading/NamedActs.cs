using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The acts that a basis may name, by their full names or by the short ones that <c>acts</c> gives them.</summary>
internal sealed class NamedActs
{
    public static readonly NamedActs None = new("", ImmutableSortedDictionary<string, string>.Empty);

    private readonly ImmutableSortedDictionary<string, string> _fullNames;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private NamedActs(string own, ImmutableSortedDictionary<string, string> fullNames) => (Own, _fullNames) = (own, fullNames);

    /// <summary>The act that a basis without an act of its own means.</summary>
    public string Own { get; }

    public static NamedActs Read(Element procedure)
    {
        var reading = procedure.Reading;
        var fullNames = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in reading.Entries(procedure.Find("acts"), "文件简称", NameForms.Act))
        {
            reading.Place(ElementPath.Act(key.Value), key.Location);
            var full = reading.Text(value, "文件全称");
            if (full.Length > 0 && fullNames.ContainsValue(full))
                procedure.Error(DiagnosticCodes.NamedTwice, value, $"文件 `{Reading.Shown(full)}` 列了两次", "只保留一个简称");
            else if (full.Length > 0)
                fullNames[key.Value] = full;
        }

        return new(procedure.Text("act"), fullNames.ToImmutable());
    }

    /// <summary>The full name of an act that a basis names.</summary>
    public string FullName(string named, Element basis)
    {
        var full = _fullNames.GetValueOrDefault(named, named);
        _used.Add(full);
        if (named.Length > 0 && !_fullNames.IsEmpty && full != Own && !_fullNames.ContainsValue(full))
        {
            basis.Reading.Complaints.Warning(DiagnosticCodes.UnknownAct, basis.Find("act")!.Location,
                $"`acts` 没有列出 `{Reading.Shown(named)}`", NearestName.Mend(named, [.. _fullNames.Keys]), basis.Path);
        }

        return full;
    }

    public void TellUnused(Reading reading)
    {
        foreach (var (name, full) in _fullNames.Where(act => !_used.Contains(act.Value)))
            reading.TellUnused(ElementPath.Act(name), $"没有依据引用文件 `{Reading.Shown(full)}`");
    }
}
