using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>Makes the reference data of a start: what is delivered with the product, then what the database has on top.</summary>
internal static class ReferenceLoading
{
    /// <summary>Everything in force.</summary>
    public static ReferenceData Load(Catalogue catalogue, CaseDatabase database) => new(
        catalogue.Procedures.Select(yaml => Prepare(yaml, 1))
            .Concat(database.Definitions.All().OrderBy(published => published.Version).Select(published => Prepare(published.Yaml, published.Version)))
            .Aggregate(ProcedureRegistry.Empty, (registry, definition) => registry.With(definition)),
        database.Notices.All().OrderBy(notice => notice.LoadedAt).Aggregate(CalendarRegistry.Of(CalendarArchive.Official), With),
        database.Agencies.All(),
        database.Templates.All().GroupBy(template => template.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(versions => versions.Key, versions => versions.Max(template => template.Version), StringComparer.Ordinal));

    /// <summary>A definition ready to decide with.</summary>
    /// <exception cref="StartRefusedException">The text cannot be read: it was never published by this service.</exception>
    public static PreparedDefinition Prepare(string yaml, int version)
    {
        var read = DefinitionReader.Read(yaml);
        return read.Definition is { } definition
            ? new PreparedDefinition(definition, version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))))
            : throw new StartRefusedException($"A definition cannot be read: {string.Join("; ", read.Diagnostics.Take(3))}");
    }

    private static CalendarRegistry With(CalendarRegistry registry, StoredNotice stored)
    {
        var read = CalendarNoticeReader.Read(stored.Json);
        return registry.With(read.Notice
            ?? throw new StartRefusedException($"The notice {stored.Jurisdiction} {stored.Year} cannot be read: {string.Join("; ", read.Diagnostics.Take(3))}"));
    }
}
