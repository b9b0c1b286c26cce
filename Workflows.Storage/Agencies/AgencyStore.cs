using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>The agencies that handle cases.</summary>
public sealed class AgencyStore
{
    private static readonly JsonSerializerOptions Json =
        new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    private readonly Writer writer;
    private readonly ReaderPool readers;
    private volatile AgencyDirectory all;

    internal AgencyStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
        all = Load();
    }

    /// <summary>All of them, as last committed; held in memory.</summary>
    public AgencyDirectory All() => all;

    /// <summary>Adds agencies or replaces those with their ids: all of them or, when anything fails, none.</summary>
    public Task Put(ImmutableArray<Agency> agencies, ActorStamp by) => writer.Write(unit =>
    {
        foreach (var agency in agencies)
        {
            var json = JsonSerializer.Serialize(agency, Json);
            unit.Session.Sql("INSERT OR REPLACE INTO agencies (id, json) VALUES (?, ?)").With(agency.Id).With(json).Run();
            unit.Log(by, "agency.put", agency.Id, json);
        }

        unit.AfterCommit(() => all = new AgencyDirectory(all.All.SetItems(agencies.Select(agency => KeyValuePair.Create(agency.Id, agency)))));
        return true;
    });

    private AgencyDirectory Load() => new(readers.Read(session => session.Sql("SELECT json FROM agencies")
        .All(row => JsonSerializer.Deserialize<Agency>(row.Text(0), Json)!)
        .ToImmutableSortedDictionary(agency => agency.Id, agency => agency, StringComparer.Ordinal)));
}
