using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>The agencies that handle cases.</summary>
public sealed class AgencyStore
{
    private readonly Writer writer;
    private readonly Lazy<AgencyDirectory> loaded;
    private volatile AgencyDirectory? changed;

    internal AgencyStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        loaded = new Lazy<AgencyDirectory>(() => Load(readers));
    }

    /// <summary>All of them, as last committed; held in memory.</summary>
    /// <exception cref="DatabaseRefusedException">A row was altered so that it cannot be read; verification tells which.</exception>
    public AgencyDirectory All() => changed ?? loaded.Value;

    /// <summary>Adds agencies or replaces those with their ids: all of them or, when anything fails, none.</summary>
    /// <param name="agencies">The agencies.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep, whatever comes of it; null for none.</param>
    public Task<bool> Put(ImmutableArray<Agency> agencies, ActorStamp by, FirstReply<bool>? first = null) => writer.Write(first, unit =>
    {
        // Read before the change: after the commit nothing may fail any more.
        var known = All();
        agencies = [.. agencies.Select(agency => agency with { Since = Since(agency, known.Find(agency.Id), unit.ServiceNow) })];
        foreach (var agency in agencies)
        {
            var json = Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(agency, AgencyJson.Default.Agency)));
            unit.Session.Sql("INSERT OR REPLACE INTO agencies (id, json) VALUES (?, ?)").With(agency.Id).With(json).Run();
            unit.Log(by, "agency.put", agency.Id, json);
        }

        unit.AfterCommit(() => changed = new AgencyDirectory(All().All.SetItems(agencies.Select(agency => KeyValuePair.Create(agency.Id, agency)))));
        return true;
    });

    /// <summary>What the calendar opens for an agency begins anew when it comes, or becomes another for the schedules.</summary>
    private static Instant? Since(Agency agency, Agency? before, Instant now) =>
        before is not null && before.Division == agency.Division && before.Kinds.SequenceEqual(agency.Kinds) ? before.Since : now;

    private static AgencyDirectory Load(ReaderPool readers)
    {
        try
        {
            return new AgencyDirectory(readers.Read(session => session.Sql("SELECT json FROM agencies")
                .All(row => JsonSerializer.Deserialize(row.Text(0), AgencyJson.Default.Agency)!)
                .ToImmutableSortedDictionary(agency => agency.Id, agency => agency, StringComparer.Ordinal)));
        }
        catch (JsonException error)
        {
            throw new DatabaseRefusedException($"A row of agencies cannot be read; run verify. {error.Message}");
        }
    }
}
