using System.Collections.Immutable;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Hosting;

/// <summary>What the service knows without a database.</summary>
/// <param name="procedures">Procedures that come with the product; those that administrators publish come on top.</param>
/// <param name="readAgencies">Reads the agencies to begin with; called only for a database that holds none.</param>
public sealed class Seed(ProcedureCatalogue procedures, Func<ImmutableArray<Agency>> readAgencies)
{
    private readonly Lazy<ImmutableArray<Agency>> agencies = new(readAgencies);

    /// <summary>A seed whose agencies are at hand.</summary>
    public Seed(ProcedureCatalogue procedures, ImmutableArray<Agency> agencies)
        : this(procedures, () => agencies)
    {
    }

    /// <summary>Procedures that come with the product.</summary>
    public ProcedureCatalogue Procedures { get; } = procedures;

    /// <summary>Put into the database while it holds none; afterwards administrators keep them.</summary>
    public ImmutableArray<Agency> Agencies => agencies.Value;
}
