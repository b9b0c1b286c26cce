using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads where cases are counted in the annual report.</summary>
internal static class ReportReader
{
    public static AnnualReportDefinition? Procedure(Element procedure)
    {
        if (procedure.Find("annualReport") is not { } node)
            return null;
        var element = procedure.Reading.Open(node, KeyTable.AnnualReport, ElementPath.AnnualReport);
        element.ExactlyOne("applicant", "made");
        return new(
            [.. element.Many("applicant").Select((item, index) => Place(
                procedure.Reading, item, KeyTable.ReportColumn, "column", [.. AnnualReportForm.Columns.Select(column => column.Name)], ElementPath.ReportColumn(index)))],
            Made(element),
            element.Basis());
    }

    private static string? Made(Element report)
    {
        if (report.Find("made") is not { } node)
            return null;
        if (report.Reading.Field(node) is { Type: not FieldType.Date } field)
            report.Error(DiagnosticCodes.TypesDiffer, node, $"字段 `{field.Name}` 不是日期", "`made` 须指 date 字段");
        return (node as SourceNode.Scalar)?.Value;
    }

    /// <summary>The rows of a final state: a name alone, or a list of names with their conditions.</summary>
    public static ImmutableArray<ReportPlace> State(Element state, string name)
    {
        ImmutableArray<string> rows = [.. AnnualReportForm.Rows.Select(row => row.Name)];
        return state.Find("report") switch
        {
            null => [],
            SourceNode.Scalar scalar => [new(null, Named(state.Reading, scalar, rows, "年报项"))],
            var several => [.. Reading.Many(several).Select((item, index) => Place(
                state.Reading, item, KeyTable.ReportRow, "row", rows, ElementPath.ReportRow(name, index)))],
        };
    }

    private static ReportPlace Place(Reading reading, SourceNode node, KeyTable keys, string key, ImmutableArray<string> known, string path)
    {
        var element = reading.Open(node, keys, path);
        var name = element.Find(key) is { } named ? Named(reading, named, known, keys.Noun) : "";
        if (element.Find("when") is not { } when)
            return new(null, name);
        var condition = new ConditionReader(reading, path, inChildTrigger: false).Read(when);
        foreach (var atom in condition.Atoms())
        {
            if (atom is Condition.Clock or Condition.Children)
                element.Error(DiagnosticCodes.NotAvailableHere, when, "年报只能以字段、标志为条件", "改用字段的条件");
            foreach (var field in atom.Fields().Where(name => reading.Names.Fields.TryGetValue(name, out var field) && PersonalValues.In(field)))
                element.Error(DiagnosticCodes.NotAvailableHere, when, $"年报不能以个人信息 `{field}` 为条件", "改用不含个人信息的字段");
        }

        return new(condition, name);
    }

    private static string Named(Reading reading, SourceNode node, ImmutableArray<string> known, string noun)
    {
        var name = reading.Text(node, noun);
        if (name.Length > 0 && !known.Contains(name))
            reading.Complaints.Error(DiagnosticCodes.MalformedValue, node.Location, $"没有{noun} `{Reading.Shown(name)}`", NearestName.Mend(name, known));
        return name;
    }
}
