using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>The agencies that handle cases.</summary>
public sealed class AgencyStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
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

    /// <summary>Adds an agency or replaces the one with its id.</summary>
    public Task Put(Agency agency, ActorStamp by) => writer.Write(unit =>
    {
        var json = JsonSerializer.Serialize(agency, Json);
        unit.Session.Sql("INSERT OR REPLACE INTO agencies (id, json) VALUES (?, ?)").With(agency.Id).With(json).Run();
        unit.Log(by, "agency.put", agency.Id, json);
        unit.AfterCommit(() => all = new AgencyDirectory(all.All.SetItem(agency.Id, agency)));
        return true;
    });

    private AgencyDirectory Load() => new(readers.Read(session => session.Sql("SELECT json FROM agencies")
        .All(row => JsonSerializer.Deserialize<Agency>(row.Text(0), Json)!)
        .ToImmutableSortedDictionary(agency => agency.Id, agency => agency)));
}
