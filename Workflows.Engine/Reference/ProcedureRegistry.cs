using System.Collections.Immutable;
using System.Globalization;

namespace Workflows.Engine;

/// <summary>
/// Every published version of every procedure, prepared when it is first asked for. Immutable; a publication makes a new one.
/// </summary>
public sealed class ProcedureRegistry
{
    private readonly ImmutableDictionary<string, ImmutableArray<Lazy<PreparedDefinition>>> versions;

    private ProcedureRegistry(ImmutableDictionary<string, ImmutableArray<Lazy<PreparedDefinition>>> versions) => this.versions = versions;

    /// <summary>No procedures.</summary>
    public static ProcedureRegistry Empty { get; } =
        new(ImmutableDictionary.Create<string, ImmutableArray<Lazy<PreparedDefinition>>>(StringComparer.Ordinal));

    /// <summary>Ids of all procedures, in ordinal order.</summary>
    public IEnumerable<string> Procedures => versions.Keys.Order(StringComparer.Ordinal);

    /// <summary>A registry with one more version, which is the newest of its procedure.</summary>
    /// <exception cref="ArgumentException">The version does not follow the newest one.</exception>
    public ProcedureRegistry With(PreparedDefinition definition) =>
        With(definition.Definition.Procedure, definition.Version, new Lazy<PreparedDefinition>(definition));

    /// <summary>A registry with one more version, which is the newest of its procedure.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="version">The version.</param>
    /// <param name="prepare">Prepares it; called once, when it is first asked for.</param>
    /// <exception cref="ArgumentException">The version does not follow the newest one.</exception>
    public ProcedureRegistry With(string procedure, int version, Func<PreparedDefinition> prepare) =>
        With(procedure, version, new Lazy<PreparedDefinition>(prepare));

    /// <summary>All versions of a procedure, oldest first; empty when unknown.</summary>
    public ImmutableArray<PreparedDefinition> Versions(string procedure) => [.. Known(procedure).Select(version => version.Value)];

    /// <summary>The newest version, or null when unknown.</summary>
    public PreparedDefinition? Newest(string procedure) => Known(procedure) is { IsEmpty: false } known ? known[^1].Value : null;

    /// <summary>A version, or null when unknown.</summary>
    public PreparedDefinition? Find(string procedure, int version)
    {
        var known = Known(procedure);
        return version >= 1 && version <= known.Length ? known[version - 1].Value : null;
    }

    private ImmutableArray<Lazy<PreparedDefinition>> Known(string procedure) => versions.GetValueOrDefault(procedure, []);

    private ProcedureRegistry With(string procedure, int version, Lazy<PreparedDefinition> definition)
    {
        var known = Known(procedure);
        if (version != known.Length + 1)
            throw new ArgumentException($"Version {version} of {procedure} does not follow version {known.Length}.", nameof(version));
        return new ProcedureRegistry(versions.SetItem(procedure, known.Add(definition)));
    }

    /// <summary>
    /// The version by which the cases of a version are counted in the annual report: itself, or, where it does not speak of the
    /// report, the first later one that does; null when there is none.
    /// </summary>
    public PreparedDefinition? Counting(string procedure, int version) =>
        Versions(procedure).Skip(version - 1).FirstOrDefault(known => known.Definition.AnnualReport is not null);

    /// <summary>Which versions are counted by a later one, as <c>1&gt;3 2&gt;3</c>; empty when none is.</summary>
    /// <remarks>A procedure of one version has no later one, and need not be read to know that.</remarks>
    public string CountedByLater(string procedure) => Known(procedure).Length < 2 ? "" : string.Join(' ', Versions(procedure)
        .Select(known => (known.Version, By: Counting(procedure, known.Version)?.Version))
        .Where(known => known.By > known.Version).Select(known => string.Create(CultureInfo.InvariantCulture, $"{known.Version}>{known.By}")));
}
