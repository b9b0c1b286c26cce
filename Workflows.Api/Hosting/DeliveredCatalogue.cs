using System.Collections.Immutable;
using System.Reflection;
using Workflows.Definitions;

namespace Workflows.Api.Hosting;

/// <summary>The catalogue delivered with the product.</summary>
internal static class DeliveredCatalogue
{
    private static readonly Assembly Definitions = typeof(DefinitionReader).Assembly;
    private static readonly Lazy<Catalogue> Read = new(() => new Catalogue(
        [.. Texts("Catalogue.")],
        [.. Texts("Agencies.").SelectMany(text => AgencyReader.Read(text))]));

    /// <summary>The catalogue.</summary>
    public static Catalogue Value => Read.Value;

    private static ImmutableArray<string> Texts(string prefix) =>
    [
        .. Definitions.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(Definitions.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }),
    ];
}
