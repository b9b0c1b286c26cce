using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Checks;

/// <summary>
/// Tables in memory, of the same shape as those on disk: the projections that write the real ones fill them again from the
/// journal, one case at a time, and the rows are compared.
/// </summary>
internal sealed class DerivedRows : IDisposable
{
    /// <summary>Tables with the column that names the case, and the columns that the journal determines.</summary>
    private static readonly (string Table, string Case, string Columns)[] Tables =
    [
        Table("cases", "id", "version procedure definition_version state agency reference parent root opened_on closed_on closed outcome report_column report_row report_made next_due schedule period calendar_version head text"),
        Table("deadlines", "case_id", "clock open status due due_at earliest latest firm_through ends_at sequence changed_at"),
        Table("documents", "case_id", "n sequence document title number template template_version issued_on"),
        Table("facts", "case_id", "position sequence kind agency occurred_on"),
        Table("collected", "case_id", "kind source first last"),
        Table("search_hashes", "case_id", "field hmac"),
    ];

    private readonly Session stored;
    private readonly List<Fault> faults;
    private readonly bool withAttention;

    /// <summary>Makes the tables.</summary>
    /// <param name="stored">The database.</param>
    /// <param name="faults">Where faults are added.</param>
    /// <param name="withAttention">Whether it is known when the sweep must look at a case.</param>
    public DerivedRows(Session stored, List<Fault> faults, bool withAttention)
    {
        this.stored = stored;
        this.faults = faults;
        this.withAttention = withAttention;
        Scratch = new Session("Data Source=:memory:", "PRAGMA journal_mode = OFF");
        foreach (var (table, _, _) in Tables)
        {
            foreach (var sql in stored.Sql("SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC")
                .With(table).All(row => row.Text(0)))
            {
                Scratch.Sql(sql).Run();
            }
        }
    }

    /// <summary>Where the projections write.</summary>
    public Session Scratch { get; }

    public void Compare(CaseId id, bool erased)
    {
        foreach (var (table, column, columns) in Tables)
        {
            var all = withAttention && table == "cases" ? $"{columns} || ',' || quote(attention_at)" : columns;
            var sql = $"SELECT {all} FROM {table} WHERE {column} = ? ORDER BY 1";
            var expected = erased && table == "search_hashes" ? [] : Rows(Scratch, sql, id);
            if (!Rows(stored, sql, id).SequenceEqual(expected))
                Add(table == "cases" ? FaultKind.AlteredCase : FaultKind.AlteredProjection, id, $"The rows in {table} are not what the journal leads to.");
        }
    }

    /// <summary>Rows of cases that there are not.</summary>
    public void FindStrays()
    {
        foreach (var (table, column) in Tables.Select(table => (table.Table, table.Case)).Append(("case_keys", "case_id")))
        {
            foreach (var id in stored.Sql($"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT id FROM cases)").All(row => row.Id(0)))
                Add(FaultKind.AlteredProjection, id, $"There are rows in {table}, and no such case.");
        }
    }

    /// <summary>Makes room for the next case.</summary>
    public void Clear()
    {
        foreach (var (table, _, _) in Tables)
            Scratch.Sql($"DELETE FROM {table}").Run();
    }

    public void Dispose() => Scratch.Dispose();

    /// <summary>All columns of a row as one text.</summary>
    private static (string Table, string Case, string Columns) Table(string table, string id, string columns) =>
        (table, id, string.Join(" || ',' || ", columns.Split(' ').Select(column => $"quote({column})")));

    private static List<string> Rows(Session session, string sql, CaseId id) => session.Sql(sql).With(id).All(row => row.Text(0));

    private void Add(FaultKind kind, CaseId id, string detail) => faults.Add(new Fault(kind, null, id, null, detail));
}
