using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Api.Hosting;

/// <summary>What a new database begins with: the first version of every procedure, and the agencies.</summary>
/// <param name="Procedures">Definitions as YAML text; each is version 1 of its procedure.</param>
/// <param name="Agencies">Put into the database while it holds none; afterwards administrators keep them.</param>
public sealed record Catalogue(ImmutableArray<string> Procedures, ImmutableArray<Agency> Agencies);
