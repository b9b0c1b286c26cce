using System.Collections.Immutable;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Hosting;

/// <summary>What the service knows without a database.</summary>
/// <param name="Procedures">Procedures that come with the product; those that administrators publish come on top.</param>
/// <param name="Agencies">Put into the database while it holds none; afterwards administrators keep them.</param>
public sealed record Seed(ProcedureCatalogue Procedures, ImmutableArray<Agency> Agencies);
