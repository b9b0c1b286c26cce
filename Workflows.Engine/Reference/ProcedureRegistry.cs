using System.Collections.Immutable;
using System.Globalization;

namespace Workflows.Engine;

/// <summary>Every published version of every procedure, prepared. Immutable; a publication makes a new one.</summary>
public sealed class ProcedureRegistry
{
    private readonly ImmutableDictionary<string, ImmutableArray<PreparedDefinition>> versions;

    private ProcedureRegistry(ImmutableDictionary<string, ImmutableArray<PreparedDefinition>> versions) => this.versions = versions;

    /// <summary>No procedures.</summary>
    public static ProcedureRegistry Empty { get; } =
        new(ImmutableDictionary.Create<string, ImmutableArray<PreparedDefinition>>(StringComparer.Ordinal));

    /// <summary>Ids of all procedures, in ordinal order.</summary>
    public IEnumerable<string> Procedures => versions.Keys.Order(StringComparer.Ordinal);

    /// <summary>A registry with one more version, which is the newest of its procedure.</summary>
    /// <exception cref="ArgumentException">The version does not follow the newest one.</exception>
    public ProcedureRegistry With(PreparedDefinition definition)
    {
        var known = Versions(definition.Definition.Procedure);
        if (definition.Version != known.Length + 1)
            throw new ArgumentException($"Version {definition.Version} of {definition.Definition.Procedure} does not follow version {known.Length}.", nameof(definition));
        return new ProcedureRegistry(versions.SetItem(definition.Definition.Procedure, known.Add(definition)));
    }

    /// <summary>All versions of a procedure, oldest first; empty when unknown.</summary>
    public ImmutableArray<PreparedDefinition> Versions(string procedure) => versions.GetValueOrDefault(procedure, []);

    /// <summary>The newest version, or null when unknown.</summary>
    public PreparedDefinition? Newest(string procedure) => Versions(procedure) is { IsEmpty: false } known ? known[^1] : null;

    /// <summary>A version, or null when unknown.</summary>
    public PreparedDefinition? Find(string procedure, int version)
    {
        var known = Versions(procedure);
        return version >= 1 && version <= known.Length ? known[version - 1] : null;
    }

    /// <summary>
    /// The version by which the cases of a version are counted in the annual report: itself, or, where it does not speak of the
    /// report, the first later one that does; null when there is none.
    /// </summary>
    public PreparedDefinition? Counting(string procedure, int version) =>
        Versions(procedure).Skip(version - 1).FirstOrDefault(known => known.Definition.AnnualReport is not null);

    /// <summary>Which versions are counted by a later one, as <c>1&gt;3 2&gt;3</c>; empty when none is.</summary>
    public string CountedByLater(string procedure) => string.Join(' ', Versions(procedure)
        .Select(known => (known.Version, By: Counting(procedure, known.Version)?.Version))
        .Where(known => known.By > known.Version).Select(known => string.Create(CultureInfo.InvariantCulture, $"{known.Version}>{known.By}")));
}
