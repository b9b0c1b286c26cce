using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Journal;

/// <summary>The row of a case.</summary>
internal static class CaseProjection
{
    public static void Write(
        Session session, bool isNew, CaseState after, Instant? attention, ReadOnlySpan<byte> head, ReadOnlySpan<byte> snapshot, string text,
        ReportPosition? report)
    {
        var statement = isNew
            ? session.Sql(
                """
                INSERT INTO cases (version, definition_version, agency, state, opened_on, closed_on, closed, outcome, report_column, report_row, report_made, next_due, attention_at,
                    calendar_version, head, text, snapshot, id, procedure, reference, parent, root, schedule, period)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            : session.Sql(
                """
                UPDATE cases SET version = ?, definition_version = ?, agency = ?, state = ?, opened_on = ?, closed_on = ?, closed = ?, outcome = ?, report_column = ?,
                    report_row = ?, report_made = ?, next_due = ?, attention_at = ?, calendar_version = ?, head = ?, text = ?, snapshot = ?
                WHERE id = ?
                """);
        statement.With(after.Version).With(after.DefinitionVersion).With(after.Agency).With(after.State)
            .With((LocalDate?)after.OpenedOn).With(after.ClosedOn).With(after.Closed)
            .With(after.Outcome).With(report?.Column).With(report?.Row).With(report?.Made).With(DueEnd.Next(after)).With(attention).With(after.CalendarVersion)
            .With(head).With(text).With(snapshot).With(after.Id);
        if (isNew)
        {
            statement.With(after.Procedure).With(after.Reference).With(after.Parent?.Case)
                .With(after.Root).With(after.Schedule?.Name).With(after.Schedule?.Period);
        }

        if (statement.Run() != 1)
            throw new InvalidOperationException($"The row of case {after.Id} is missing.");
    }

    /// <summary>Sets only where the case is counted in the annual report.</summary>
    public static void Count(Session session, CaseId id, ReportPosition? report) =>
        session.Sql("UPDATE cases SET report_column = ?, report_row = ?, report_made = ? WHERE id = ?")
            .With(report?.Column).With(report?.Row).With(report?.Made).With(id).Run();

    /// <summary>Sets only when the sweep must look again.</summary>
    public static void Attend(Session session, CaseId id, Instant? attention) =>
        session.Sql("UPDATE cases SET attention_at = ? WHERE id = ?").With(attention).With(id).Run();
}
