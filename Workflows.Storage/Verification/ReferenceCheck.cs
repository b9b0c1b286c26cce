using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Checks;

/// <summary>Holds the tables that administrators change against what the administrative log says was put there.</summary>
internal sealed class ReferenceCheck(Session session, List<Fault> faults)
{
    private readonly ReferenceLedger ledger = new();

    /// <summary>Takes the next entry of the log.</summary>
    public void Take(AdminEntry entry) => ledger.Take(entry);

    /// <summary>Compares, when the log has been read.</summary>
    public void Compare()
    {
        foreach (var table in ReferenceTable.All)
        {
            foreach (var (key, columns) in table.Read(session))
            {
                if (!ledger.Rows.Remove((table.Name, key), out var expected))
                    Add(table.Name, key, null, "No administrative change accounts for this row.");
                else if (columns.Where(column => expected.Columns[column.Key] != column.Value).Select(column => column.Key).ToArray() is { Length: > 0 } changed)
                    Add(table.Name, key, expected.Position, $"Not as administrative change {expected.Position} left it: {string.Join(", ", changed)}.");
            }
        }

        foreach (var ((table, key), expected) in ledger.Rows.OrderBy(row => row.Value.Position))
            Add(table, key, expected.Position, $"Administrative change {expected.Position} left this row, and it is gone.");
    }

    private void Add(string table, string key, long? position, string detail) => faults.Add(new Fault(
        FaultKind.AlteredReference, position, table == "case_keys" && CaseId.TryParse(key, out var id) ? id : null, null, detail, table, key));
}
