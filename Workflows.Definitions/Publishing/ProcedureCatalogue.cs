using System.Collections.Immutable;
using System.Globalization;

namespace Workflows.Definitions;

/// <summary>The published versions of every procedure. Immutable: adding a version gives another catalogue.</summary>
public sealed class ProcedureCatalogue
{
    private const string Prefix = "Catalogue.";
    private const string Suffix = ".yaml";

    private static readonly Lazy<ProcedureCatalogue> Read = new(ReadEmbedded);

    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, ProcedureVersion>> _versions;

    private ProcedureCatalogue(ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, ProcedureVersion>> versions) => _versions = versions;

    /// <summary>A catalogue without procedures.</summary>
    public static ProcedureCatalogue Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<int, ProcedureVersion>>(StringComparer.Ordinal));

    /// <summary>
    /// The procedures that come with the product: <c>name.yaml</c> is version 1 of its procedure, <c>name.v2.yaml</c> version 2.
    /// </summary>
    /// <exception cref="InvalidDefinitionException">One of them has errors.</exception>
    public static ProcedureCatalogue Embedded => Read.Value;

    /// <summary>Ids of the procedures, in order.</summary>
    public IEnumerable<string> Procedures => _versions.Keys;

    /// <summary>The latest version of each procedure, in order of their ids.</summary>
    public IEnumerable<ProcedureVersion> Latest => _versions.Values.Select(v => v.Values.Last());

    /// <summary>A version; null when there is none.</summary>
    public ProcedureVersion? Get(string procedure, int version) =>
        _versions.TryGetValue(procedure, out var versions) ? versions.GetValueOrDefault(version) : null;

    /// <summary>The latest version; null when there is no such procedure.</summary>
    public ProcedureVersion? LatestOf(string procedure) =>
        _versions.TryGetValue(procedure, out var versions) ? versions.Values.Last() : null;

    /// <summary>Versions of a procedure, oldest first; none when there is no such procedure.</summary>
    public IEnumerable<ProcedureVersion> VersionsOf(string procedure) => _versions.TryGetValue(procedure, out var versions) ? versions.Values : [];

    /// <summary>This catalogue and one version more.</summary>
    /// <exception cref="ArgumentException">There is such a version with another text.</exception>
    public ProcedureCatalogue With(ProcedureVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (Get(version.Procedure, version.Version) is { } published && published.Sha256 != version.Sha256)
            throw new ArgumentException($"Version {version.Version} of '{version.Procedure}' is published with another text.", nameof(version));
        var versions = _versions.GetValueOrDefault(version.Procedure, ImmutableSortedDictionary<int, ProcedureVersion>.Empty);
        return new(_versions.SetItem(version.Procedure, versions.SetItem(version.Version, version)));
    }

    /// <remarks>The checks of what comes with the product are made by its tests; a start only reads.</remarks>
    private static ProcedureCatalogue ReadEmbedded()
    {
        var files = EmbeddedText.Names.Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]).ToArray();
        var read = files.AsParallel().AsOrdered().Select(file => DefinitionReader.Read(EmbeddedText.Read(Prefix + file), file)).ToArray();
        var errors = read.SelectMany(r => r.Diagnostics).Where(d => d.Severity == Severity.Error).ToImmutableArray();
        return errors.IsEmpty
            ? files.Zip(read).Aggregate(Empty, (all, one) => all.With(ProcedureVersion.Of(one.Second.Definition!, VersionIn(one.First))))
            : throw new InvalidDefinitionException(errors);
    }

    private static int VersionIn(string file)
    {
        var last = file[..^Suffix.Length].Split('.')[^1];
        return last is ['v', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 1;
    }
}
