using System.Collections.Immutable;
using Workflows.Api.Csv;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>
/// A table of agencies as it was sent, and everything that is wrong with it. Columns that it does not have leave what is said
/// of a known agency as it is; an empty cell takes it away.
/// </summary>
internal sealed class AgencyTable
{
    private readonly List<(int Line, AgencyFault Fault)> faults = [];
    private readonly List<(int Line, Agency Agency)> rows = [];
    private ImmutableArray<string> columns = [];

    private AgencyTable()
    {
    }

    /// <summary>The agencies as they are to be, each with its line.</summary>
    public IReadOnlyList<(int Line, Agency Agency)> Rows => rows;

    /// <summary>What is wrong, in the order of the lines.</summary>
    public ImmutableArray<(int Line, AgencyFault Fault)> Faults => [.. faults.OrderBy(fault => fault.Line)];

    /// <summary>Reads a table and checks it against the agencies that are there.</summary>
    public static AgencyTable Read(ImmutableArray<CsvRow> sent, AgencyDirectory known)
    {
        var table = new AgencyTable();
        if (table.Header(sent.FirstOrDefault()))
        {
            foreach (var row in sent.Skip(1))
                table.Row(row, known);
        }

        table.Check(known);
        return table;
    }

    private bool Header(CsvRow? header)
    {
        columns = header?.Cells ?? [];
        var line = header?.Line ?? 1;
        if (!columns.Contains("id"))
            Wrong(line, "id", "没有 id 列", "第一行应为列名，其中须有 id");
        foreach (var column in columns.Where(column => column.Length > 0 && !AgencyColumns.Knows(column)))
            Wrong(line, column, "不认识的列", "列名与机关的字段同名；可先导出现有机关，照其第一行填写");
        foreach (var column in columns.GroupBy(column => column, StringComparer.Ordinal).Where(same => same.Key.Length > 0 && same.Count() > 1))
            Wrong(line, column.Key, "同一列写了两次", "只留一列");
        return faults.Count == 0;
    }

    private void Row(CsvRow row, AgencyDirectory known)
    {
        if (row.Cells.IsEmpty)
            Wrong(row.Line, "", "引号没有成对，不能分列", "含有逗号、引号或换行的内容前后加双引号，其中的双引号写两个");
        else if (row.Cells.Length > columns.Length || row.Cells.Length < columns.Length)
            Wrong(row.Line, "", $"有 {row.Cells.Length} 个单元格，列名有 {columns.Length} 个", "补足或者删去逗号，使两者相同");
        else
            Agency(row, known);
    }

    private void Agency(CsvRow row, AgencyDirectory known)
    {
        var id = row.Cells[columns.IndexOf("id")];
        var before = known.Find(id);
        var agency = before ?? new Agency { Id = id, Name = "", Level = "", Division = "" };
        foreach (var (column, cell) in columns.Zip(row.Cells))
        {
            if (column.Length > 0)
                agency = AgencyColumns.Write(agency, column, cell);
            else if (cell.Length > 0)
                Wrong(row.Line, "", "单元格没有列名", "在第一行写上列名，或者清空这一列");
        }

        if ((agency.Successor, agency.MergedOn) != (before?.Successor, before?.MergedOn))
            Wrong(row.Line, "successor", "表格不能记录合并", "改用 POST /agencies/{id}/merger；此处照原样填写或者删去 successor、mergedOn 两列");
        if (rows.FirstOrDefault(other => other.Agency.Id == id) is { Line: > 0 and var first })
            Wrong(row.Line, "id", $"与第 {first} 行是同一机关", "一个机关只写一行");
        rows.Add((row.Line, agency));
    }

    private void Check(AgencyDirectory known)
    {
        var all = new AgencyDirectory(known.All.SetItems(rows.Select(row => KeyValuePair.Create(row.Agency.Id, row.Agency))));
        foreach (var (line, agency) in rows)
            faults.AddRange(AgencyChecks.Find(agency, all).Select(fault => (line, fault)));
    }

    private void Wrong(int line, string field, string message, string mend) => faults.Add((line, new AgencyFault(field, message, mend)));
}
