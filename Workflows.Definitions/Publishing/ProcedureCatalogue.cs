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

    /// <remarks>The tests of what comes with the product read and check it; a service reads each text when it first needs it.</remarks>
    private static ProcedureCatalogue ReadEmbedded() => EmbeddedText.Names
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Aggregate(Empty, (all, name) => all.With(Delivered(name[Prefix.Length..^Suffix.Length], EmbeddedText.Read(name))));

    private static ProcedureVersion Delivered(string name, string text)
    {
        var version = VersionIn(name);
        return ProcedureVersion.Delivered(version is null ? name : name[..name.LastIndexOf('.')], version ?? 1, text, name + Suffix);
    }

    private static int? VersionIn(string name) =>
        name.Split('.')[^1] is ['v', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
