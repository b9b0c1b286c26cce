using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Records;

namespace Workflows.Storage.Journal;

/// <summary>Finds the facts that a case may collect, by the stretches of the journal in which others have.</summary>
/// <remarks>
/// A cancelled case gives back what it took. For each agency there are as many stretches as there were collecting cases, so
/// that nothing has to be read of the facts already taken.
/// </remarks>
internal static class Collection
{
    public static ImmutableArray<RecordedFact> Find(Session session, CaseKeys keys, JournalCodec codec, FactQuery query)
    {
        var found = query.About.SelectMany(agency => Gaps(session, query, agency).SelectMany(gap => Positions(session, query, agency, gap)))
            .OrderBy(one => one.Position).Take(query.Limit).ToList();
        if (found.Count == 0)
            return [];
        using var reader = new EntryReader(session, keys, codec);
        return [.. found.Select(one => Read(session, reader, one))];
    }

    /// <summary>Where facts about the agency may stand that nobody has collected: after one position, before another.</summary>
    private static List<(long After, long Before)> Gaps(Session session, FactQuery query, string agency)
    {
        var after = 0L;
        var agencies = JsonSerializer.Serialize(query.Agencies);
        var gaps = new List<(long, long)>();
        session.Sql(
                """
                SELECT collected.first, collected.last FROM collected JOIN cases ON cases.id = collected.case_id
                WHERE collected.kind = ? AND collected.source = ? AND cases.procedure = ? AND cases.agency IN (SELECT value FROM json_each(?)) AND cases.state <> ?
                ORDER BY collected.first
                """)
            .With(query.Kind).With(agency).With(query.Procedure).With(agencies).With(CaseState.CancelledState).Each(row =>
            {
                if (row.Long(0) > after + 1)
                    gaps.Add((after, row.Long(0)));
                after = row.Long(1);
            });
        gaps.Add((after, long.MaxValue));
        return gaps;
    }

    private static List<Found> Positions(Session session, FactQuery query, string agency, (long After, long Before) gap) =>
        session.Sql("SELECT position FROM facts WHERE kind = ? AND agency = ? AND position > ? AND position < ? ORDER BY position LIMIT ?")
            .With(query.Kind).With(agency).With(gap.After).With(gap.Before).With(query.Limit)
            .All(row => new Found(row.Long(0), gap.After, agency));

    private static RecordedFact Read(Session session, EntryReader reader, Found one)
    {
        var entry = session.Sql($"{EntryReader.Select} WHERE journal.position = ?").With(one.Position).First(reader.Read)!.Entry;
        var fact = (CaseEvent.FactRecorded)entry.Event;
        var recorder = session.Sql("SELECT reference, procedure, definition_version FROM cases WHERE id = ?").With(entry.Case)
            .First(row => (Reference: row.Text(0), Procedure: row.Text(1), Version: row.Int(2)));
        return new RecordedFact(
            one.Position, one.After, fact.Kind, one.Agency, recorder.Reference, recorder.Procedure, recorder.Version, entry.OccurredOn, fact.Values);
    }

    private readonly record struct Found(long Position, long After, string Agency);
}
