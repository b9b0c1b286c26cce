using Workflows.Definitions;

namespace Workflows.Api.Hosting;

/// <summary>The seed that comes with the product.</summary>
internal static class DeliveredSeed
{
    private const string Agencies = "Agencies.agencies.yaml";

    /// <summary>Reads it.</summary>
    public static Seed Read()
    {
        using var reader = new StreamReader(typeof(ProcedureCatalogue).Assembly.GetManifestResourceStream(Agencies)
            ?? throw new InvalidOperationException($"'{Agencies}' is not embedded."));
        return new Seed(ProcedureCatalogue.Embedded, AgencyReader.Read(reader.ReadToEnd()));
    }
}
