using System.Text.Json;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Checks;

/// <summary>Finds the rows of the journal whose columns contradict their bytes.</summary>
internal static class ColumnCheck
{
    /// <summary>Checks the positions after <paramref name="after"/>, up to and including <paramref name="through"/>.</summary>
    public static void Run(Session session, long after, long through, List<Fault> faults) =>
        session.Sql(
                """
                SELECT position, case_id, sequence, type, recorded_at, occurred_on, bytes, root, definition_version,
                    (SELECT opening.bytes FROM journal AS opening WHERE opening.case_id = journal.case_id AND opening.sequence = 1)
                FROM journal WHERE position > ? AND position <= ? ORDER BY position
                """)
            .With(after).With(through).Each(row =>
            {
                if (Contradiction(row) is { } column)
                    faults.Add(new Fault(FaultKind.AlteredColumn, row.Long(0), row.Id(1), row.Int(2), $"The column {column} contradicts the entry."));
            });

    private static string? Contradiction(Statement row)
    {
        using var document = JsonDocument.Parse(row.Blob(6));
        using var opening = JsonDocument.Parse(row.IsNull(9) ? row.Blob(6) : row.Blob(9));
        var entry = document.RootElement;
        var id = row.Id(1);
        if (entry.GetProperty("case"u8).GetGuid() != id.Value)
            return "case_id";
        if (entry.GetProperty("sequence"u8).GetInt32() != row.Long(2))
            return "sequence";
        if (entry.GetProperty("event"u8).GetProperty("type"u8).GetString() != row.Text(3))
            return "type";
        if (InstantPattern.ExtendedIso.Parse(entry.GetProperty("recordedAt"u8).GetString()!).Value.ToUnixTimeTicks() != row.Long(4))
            return "recorded_at";
        if (entry.GetProperty("occurredOn"u8).GetString() != row.Text(5))
            return "occurred_on";
        var opened = opening.RootElement.GetProperty("event"u8);
        if (Root(opened, id) != row.Id(7))
            return "root";
        return Pinned(opened) is { } version && version != row.Long(8) ? "definition_version" : null;
    }

    private static CaseId Root(JsonElement opened, CaseId id) =>
        opened.TryGetProperty("parent"u8, out var parent) ? new CaseId(parent.GetProperty("root"u8).GetGuid()) : id;

    private static int? Pinned(JsonElement opened) =>
        opened.TryGetProperty("definitionVersion"u8, out var version) ? version.GetInt32() : null;
}
