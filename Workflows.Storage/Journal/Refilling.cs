using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Records;

namespace Workflows.Storage.Journal;

/// <summary>Fills in derived columns that cases had no value for when they were written: by an older program, or before a definition said so.</summary>
internal static class Refilling
{
    /// <summary>Kept in <see cref="Meta"/> by the migration until the facts have the days of their events.</summary>
    public const string FactsToBeDated = "facts to be dated anew";

    /// <summary>Kept in <see cref="Meta"/> once all search hashes are those of narrow letters and digits.</summary>
    public const string SearchNarrowed = "search hashes narrowed";

    private const int Batch = 200;

    /// <summary>Kept in <see cref="Meta"/>: by which later versions the cases of a procedure have been counted.</summary>
    public static string CountedByLater(string procedure) => $"counted by later {procedure}";

    /// <summary>Counts some cases of a procedure in the annual report, those that no version counted when they were written.</summary>
    /// <returns>The last case looked at; null when there are no more.</returns>
    public static CaseId? Count(UnitOfWork unit, WriterTools tools, string procedure, CaseId? after)
    {
        var found = Next(unit.Session, "procedure = ?2 AND report_column IS NULL", after, procedure);
        foreach (var id in found)
        {
            var state = unit.Load(id)!;
            CaseProjection.Count(unit.Session, id, ReportPosition.Of(tools.Counting(procedure, state.DefinitionVersion), state));
        }

        return found.Count == 0 ? null : found[^1];
    }

    /// <summary>Gives the facts of some cases the legal days of the events that recorded them, as corrected.</summary>
    /// <returns>The last case looked at; null when there are no more.</returns>
    public static CaseId? DateFacts(UnitOfWork unit, WriterTools tools, CaseId? after)
    {
        var found = Next(
            unit.Session,
            "EXISTS (SELECT 1 FROM facts WHERE facts.case_id = cases.id) AND EXISTS (SELECT 1 FROM journal WHERE journal.case_id = cases.id AND journal.type = ?2)",
            after,
            "date-corrected");
        using var reader = new EntryReader(unit.Session, tools.Keys, tools.Codec);
        foreach (var id in found)
        {
            CaseState? state = null;
            foreach (var stored in unit.Session.Sql($"{EntryReader.Select} WHERE journal.case_id = ? ORDER BY journal.sequence").With(id).All(reader.Read))
            {
                state = CaseState.Evolve(state, stored.Entry);
                EntryProjection.DateFacts(unit.Session, stored.Entry, state);
            }
        }

        return found.Count == 0 ? null : found[^1];
    }

    /// <summary>Makes the search hashes of some cases anew.</summary>
    /// <returns>The last case looked at; null when there are no more.</returns>
    public static CaseId? NarrowSearch(UnitOfWork unit, WriterTools tools, CaseId? after)
    {
        var found = Next(unit.Session, "EXISTS (SELECT 1 FROM search_hashes WHERE search_hashes.case_id = cases.id AND ?2 IS NOT NULL)", after, "");
        foreach (var id in found)
            EntryProjection.Hash(unit.Session, tools.Master, id, unit.Load(id)!.Fields, []);
        return found.Count == 0 ? null : found[^1];
    }

    private static List<CaseId> Next(Session session, string which, CaseId? after, string value) =>
        session.Sql($"SELECT id FROM cases WHERE (?1 IS NULL OR id > ?1) AND {which} ORDER BY id LIMIT {Batch}").With(after).With(value).All(row => row.Id(0));
}
