using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>Makes the reference data of a start from what the database holds, once the delivery of the product is in it.</summary>
internal static class ReferenceLoading
{
    /// <summary>Everything in force.</summary>
    /// <exception cref="StartRefusedException">The database holds what this build cannot read.</exception>
    public static ReferenceData Load(Seed seed, CaseDatabase database) => new(
        database.Definitions.All().Aggregate(ProcedureRegistry.Empty, (registry, published) => With(registry, Read(seed, published), published.EffectiveAt)),
        database.Notices.All().OrderBy(notice => notice.LoadedAt).Aggregate(CalendarRegistry.Of(CalendarArchive.Official), With),
        database.Agencies.All(),
        database.Templates.All().GroupBy(template => template.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(versions => versions.Key, versions => versions.Max(template => template.Version), StringComparer.Ordinal));

    private static ProcedureRegistry With(ProcedureRegistry registry, ProcedureVersion version, Instant effectiveAt) =>
        registry.With(version.Procedure, version.Version, () => new PreparedDefinition(version.Definition, version.Version, version.Sha256) { EffectiveAt = effectiveAt });

    private static ProcedureVersion Read(Seed seed, PublishedDefinition published)
    {
        if (seed.Procedures.VersionsOf(published.Procedure).FirstOrDefault(version => version.Sha256 == published.Sha256) is { } delivered)
            return delivered with { Version = published.Version };
        var read = DefinitionReader.Read(published.Yaml);
        return read.Definition is { } definition
            ? ProcedureVersion.Of(definition, published.Version)
            : throw new StartRefusedException(
                $"The database's version {published.Version} of {published.Procedure} cannot be read: {string.Join("; ", read.Diagnostics.Take(3))}");
    }

    private static CalendarRegistry With(CalendarRegistry registry, StoredNotice stored)
    {
        var read = CalendarNoticeReader.Read(stored.Json);
        return registry.With(read.Notice
            ?? throw new StartRefusedException($"The notice {stored.Jurisdiction} {stored.Year} cannot be read: {string.Join("; ", read.Diagnostics.Take(3))}"));
    }
}
