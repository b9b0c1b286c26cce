using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Records;

/// <summary>Reads registers: facts of one kind in order of their legal day, and of recording within a day.</summary>
internal static class RegisterReading
{
    private static readonly LocalDate First = new(1, 1, 1);
    private static readonly LocalDate Last = new(9999, 12, 31);

    public static ImmutableArray<RegisterEntry> Read(
        Session session, CaseKeys keys, JournalCodec codec, RegisterFilter filter, RegisterPlace? after, int limit)
    {
        var found = session.Sql(
                """
                SELECT facts.position, facts.occurred_on, facts.agency, cases.reference, cases.agency, cases.procedure, journal.definition_version
                FROM facts JOIN cases ON cases.id = facts.case_id JOIN journal ON journal.position = facts.position
                WHERE facts.kind = ?1 AND facts.occurred_on BETWEEN ?2 AND ?3 AND (facts.occurred_on, facts.position) > (?4, ?5)
                    AND (?6 IS NULL OR facts.agency IN (SELECT value FROM json_each(?6)))
                    AND (?7 IS NULL OR facts.agency IN (SELECT value FROM json_each(?7)) OR cases.agency IN (SELECT value FROM json_each(?7)))
                    AND (?9 IS NULL OR cases.procedure IN (SELECT value FROM json_each(?9)))
                ORDER BY facts.occurred_on, facts.position LIMIT ?8
                """)
            .With(filter.Kind).With(filter.From ?? First).With(filter.Through ?? Last)
            .With(after?.Day ?? First).With(after?.Position ?? 0).With(Json(filter.About)).With(Json(filter.Reader)).With(limit).With(Json(filter.Procedures))
            .All(row => (
                Place: new RegisterPlace(row.Date(1), row.Long(0)), Agency: row.Text(2), Reference: row.Text(3), CaseAgency: row.Text(4),
                Procedure: row.Text(5), Version: row.Int(6)));
        using var reader = new EntryReader(session, keys, codec);
        return
        [
            .. found.Select(one =>
            {
                var entry = session.Sql($"{EntryReader.Select} WHERE journal.position = ?").With(one.Place.Position).First(reader.Read)!.Entry;
                var fact = (CaseEvent.FactRecorded)entry.Event;
                return new RegisterEntry(
                    one.Place, fact.Kind, one.Agency, entry.Case, one.Reference, one.CaseAgency, one.Procedure, one.Version, entry.Sequence, fact.Values, fact.Basis);
            }),
        ];
    }

    private static string? Json(ImmutableArray<string>? agencies) => agencies is { } some ? JsonSerializer.Serialize(some) : null;
}
