using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Journal;

/// <summary>The rows that an entry implies: deadlines, documents, facts, what was collected, search hashes.</summary>
internal static class EntryProjection
{
    /// <param name="session">The session.</param>
    /// <param name="master">Keys the search hashes.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="position">Its position.</param>
    /// <param name="after">The case with it.</param>
    public static void Write(Session session, MasterKey master, JournalEntry entry, long position, CaseState after)
    {
        switch (entry.Event)
        {
            case CaseEvent.Opened opened:
                Hash(session, master, entry.Case, opened.Set, []);
                break;
            case CaseEvent.Moved moved:
                Hash(session, master, entry.Case, moved.Set, moved.Cleared);
                break;
            case CaseEvent.DeadlineChanged { New: { } deadline } changed:
                Open(session, entry, changed.Clock, deadline);
                break;
            case CaseEvent.DeadlineChanged changed:
                session.Sql("UPDATE deadlines SET open = 0, sequence = ?, changed_at = ? WHERE case_id = ? AND clock = ?")
                    .With(entry.Sequence).With((Instant?)entry.RecordedAt).With(entry.Case).With(changed.Clock).Run();
                break;
            case CaseEvent.DocumentIssued issued:
                Write(session, entry, issued);
                break;
            case CaseEvent.FactsCollected collected:
                Write(session, entry.Case, collected);
                break;
            case CaseEvent.DateCorrected:
                DateFacts(session, entry, after);
                break;
            case CaseEvent.FactRecorded fact:
                session.Sql("INSERT INTO facts (position, case_id, sequence, kind, agency, occurred_on) VALUES (?, ?, ?, ?, ?, ?)")
                    .With(position).With(entry.Case).With(entry.Sequence).With(fact.Kind).With(fact.Agency ?? after.Agency).With(entry.OccurredOn).Run();
                break;
        }
    }

    private static void Write(Session session, CaseId id, CaseEvent.FactsCollected collected)
    {
        foreach (var stretch in collected.Taken)
        {
            session.Sql("INSERT INTO collected (case_id, kind, source, first, last) VALUES (?, ?, ?, ?, ?)")
                .With(id).With(collected.Kind).With(stretch.Agency).With(stretch.First).With(stretch.Last).Run();
        }
    }

    /// <summary>Facts have the legal day of the event that recorded them, and follow it when it is corrected.</summary>
    public static void DateFacts(Session session, JournalEntry entry, CaseState after)
    {
        if (entry.Event is not CaseEvent.DateCorrected corrected)
            return;
        var next = after.Legal.Where(happened => happened.Sequence > corrected.Corrects).Select(happened => happened.Sequence).DefaultIfEmpty(int.MaxValue).Min();
        session.Sql("UPDATE facts SET occurred_on = ? WHERE case_id = ? AND sequence > ? AND sequence < ?")
            .With(corrected.New).With(after.Id).With(corrected.Corrects).With(next).Run();
    }

    private static void Open(Session session, JournalEntry entry, string clock, Deadline deadline) =>
        session.Sql(
                """
                INSERT INTO deadlines (case_id, clock, open, status, due, due_at, earliest, latest, firm_through, ends_at, sequence, changed_at)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (case_id, clock) DO UPDATE SET open = 1, status = excluded.status, due = excluded.due, due_at = excluded.due_at,
                    earliest = excluded.earliest, latest = excluded.latest, firm_through = excluded.firm_through, ends_at = excluded.ends_at,
                    sequence = excluded.sequence, changed_at = excluded.changed_at
                """)
            .With(entry.Case).With(clock).With(deadline.Status.ToString()).With(deadline.Due).With(deadline.DueAt)
            .With(deadline.Earliest).With(deadline.Latest).With(deadline.FirmThrough).With(DueEnd.Of(deadline))
            .With(entry.Sequence).With((Instant?)entry.RecordedAt).Run();

    private static void Write(Session session, JournalEntry entry, CaseEvent.DocumentIssued issued) =>
        session.Sql(
                """
                INSERT INTO documents (case_id, n, sequence, document, title, number, template, template_version, issued_on)
                VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM documents WHERE case_id = ?1), ?, ?, ?, ?, ?, ?, ?)
                """)
            .With(entry.Case).With(entry.Sequence).With(issued.Document).With(issued.Title).With(issued.Number.Text)
            .With(issued.Template).With(issued.TemplateVersion).With(entry.OccurredOn).Run();

    /// <summary>Search hashes of the fields that can be searched for.</summary>
    public static void Hash(
        Session session, MasterKey master, CaseId id, ImmutableSortedDictionary<string, FieldValue> set, ImmutableArray<string> cleared)
    {
        foreach (var field in SearchFields.All)
        {
            if (set.TryGetValue(field, out var value) && value is FieldValue.Text text)
            {
                session.Sql(
                        """
                        INSERT INTO search_hashes (case_id, field, hmac) VALUES (?, ?, ?)
                        ON CONFLICT (case_id, field) DO UPDATE SET hmac = excluded.hmac
                        """)
                    .With(id).With(field).With(master.SearchHash(field, text.Value)).Run();
            }
            else if (cleared.Contains(field))
            {
                session.Sql("DELETE FROM search_hashes WHERE case_id = ? AND field = ?").With(id).With(field).Run();
            }
        }
    }
}
