using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Workflows.Api.Documents;

/// <summary>All templates: those shipped with the product, and the versions in storage, which stand in place of shipped ones.</summary>
public sealed partial class TemplateCatalogue
{
    private const string Folder = "Workflows.Api/Documents/Templates/";
    private const string Extension = ".liquid";

    private readonly FrozenDictionary<string, ImmutableArray<DocumentTemplate>> _templates;

    /// <summary>Creates the catalogue.</summary>
    /// <param name="stored">Versions from storage, in any order; a version 0 is what was shipped when it was stored.</param>
    /// <exception cref="ArgumentException">Two templates have the same id and version.</exception>
    public TemplateCatalogue(params ImmutableArray<DocumentTemplate> stored)
    {
        var kept = stored.Where(template => template.Version == 0).Select(template => template.Id).ToHashSet(StringComparer.Ordinal);
        _templates = BuiltIn.Where(template => !kept.Contains(template.Id)).Concat(stored)
            .GroupBy(template => template.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(template => template.Version).ToImmutableArray(), StringComparer.Ordinal);
        foreach (var versions in _templates.Values)
        {
            if (versions.DistinctBy(template => template.Version).Count() != versions.Length)
                throw new ArgumentException($"A version of {versions[0].Id} is given twice.", nameof(stored));
        }
    }

    /// <summary>The templates shipped with the product, by id.</summary>
    public static ImmutableArray<DocumentTemplate> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Ids in ordinal order.</summary>
    public ImmutableArray<string> Ids => [.. _templates.Keys.Order(StringComparer.Ordinal)];

    /// <summary>One version of a template, the newest where <paramref name="version"/> is null; null when there is none.</summary>
    public DocumentTemplate? Get(string id, int? version = null) =>
        Versions(id) is { IsEmpty: false } versions
            ? version is null ? versions[^1] : versions.FirstOrDefault(template => template.Version == version)
            : null;

    /// <summary>All versions of a template, oldest first; empty when there is none.</summary>
    public ImmutableArray<DocumentTemplate> Versions(string id) => _templates.GetValueOrDefault(id, []);

    private static ImmutableArray<DocumentTemplate> ReadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))];
    }

    private static DocumentTemplate Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var source = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new DocumentTemplate(name[Folder.Length..^Extension.Length], 0, TitleOf(source), source);
    }

    /// <summary>The first heading, without what Liquid prints in it.</summary>
    internal static string TitleOf(string source) =>
        NotTitle().Replace(Heading().Match(source).Groups["text"].Value, "").Trim();

    [GeneratedRegex("<h1[^>]*>(?<text>.*?)</h1>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>|[\r\n]+\s*", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex NotTitle();
}
