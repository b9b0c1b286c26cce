using System.Collections.Immutable;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>Makes the reference data of a start: what comes with the product, then what the database has on top.</summary>
internal static class ReferenceLoading
{
    /// <summary>Everything in force.</summary>
    /// <exception cref="StartRefusedException">The database holds what this build cannot read.</exception>
    public static ReferenceData Load(Seed seed, CaseDatabase database) => new(
        Registry(database.Definitions.All().Aggregate(seed.Procedures, With)),
        database.Notices.All().OrderBy(notice => notice.LoadedAt).Aggregate(CalendarRegistry.Of(CalendarArchive.Official), With),
        database.Agencies.All(),
        database.Templates.All().GroupBy(template => template.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(versions => versions.Key, versions => versions.Max(template => template.Version), StringComparer.Ordinal));

    private static ProcedureRegistry Registry(ProcedureCatalogue catalogue) => catalogue.Procedures.SelectMany(catalogue.VersionsOf)
        .Aggregate(ProcedureRegistry.Empty, (registry, version) => registry.With(new PreparedDefinition(version.Definition, version.Version, version.Sha256)));

    private static ProcedureCatalogue With(ProcedureCatalogue catalogue, PublishedDefinition published)
    {
        var name = $"version {published.Version} of {published.Procedure}";
        var read = DefinitionReader.Read(published.Yaml);
        if (read.Definition is not { } definition)
            throw new StartRefusedException($"The database's {name} cannot be read: {string.Join("; ", read.Diagnostics.Take(3))}");
        var version = ProcedureVersion.Of(definition, published.Version);
        return catalogue.Get(version.Procedure, version.Version) is { } delivered && delivered.Sha256 != version.Sha256
            ? throw new StartRefusedException($"The database's {name} is not the one that comes with this build.")
            : catalogue.With(version);
    }

    private static CalendarRegistry With(CalendarRegistry registry, StoredNotice stored)
    {
        var read = CalendarNoticeReader.Read(stored.Json);
        return registry.With(read.Notice
            ?? throw new StartRefusedException($"The notice {stored.Jurisdiction} {stored.Year} cannot be read: {string.Join("; ", read.Diagnostics.Take(3))}"));
    }
}
