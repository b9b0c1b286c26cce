using System.Collections.Immutable;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Hosting;

/// <summary>The seed that comes with the product.</summary>
internal static class DeliveredSeed
{
    private const string Agencies = "Agencies.agencies.yaml";

    /// <summary>Reads it.</summary>
    public static Seed Read() => new(ProcedureCatalogue.Embedded, ReadAgencies);

    private static ImmutableArray<Agency> ReadAgencies()
    {
        using var reader = new StreamReader(typeof(ProcedureCatalogue).Assembly.GetManifestResourceStream(Agencies)
            ?? throw new InvalidOperationException($"'{Agencies}' is not embedded."));
        return AgencyReader.Read(reader.ReadToEnd());
    }
}
