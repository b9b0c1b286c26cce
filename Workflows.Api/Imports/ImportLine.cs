using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Api.Cases;
using Workflows.Api.Csv;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Imports;

/// <summary>A line of an import as the case it asks for, or what keeps it from being read.</summary>
/// <param name="Number">Line of the text, from 1.</param>
/// <param name="Case">The case; null where the line cannot be read.</param>
/// <param name="Problem">Why it cannot be read.</param>
internal sealed record ImportLine(int Number, OpenCase.Request? Case, Problem? Problem)
{
    private static readonly string[] Own = ["procedure", "agency", "occurredOn", "occurredAt", "note"];
    private static readonly char[] Between = [' ', '、', ';', '；'];

    /// <summary>Reads the lines.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="procedure">Procedure of lines that name none.</param>
    /// <param name="agency">Agency of lines that name none.</param>
    /// <param name="procedures">The procedures, for the types of the fields.</param>
    /// <exception cref="RefusedException">A table's first line names no columns, or one twice.</exception>
    public static ImmutableArray<ImportLine> Read(ImportedCases sent, string? procedure, string? agency, ProcedureRegistry procedures)
    {
        if (sent.Table is not { } table)
            return [.. sent.Objects.Select(line => Read(line.Line, () => WithDefaults(Parsed(line.Json) as JsonObject, procedure, agency)))];
        var columns = Columns(table.FirstOrDefault());
        return [.. table.Skip(1).Select(row => Read(row.Line, () => WithDefaults(Object(row, columns, procedure, procedures), procedure, agency)))];
    }

    private static ImportLine Read(int number, Func<JsonObject?> read)
    {
        try
        {
            var json = read() ?? throw new RefusedException(Problem.Malformed("每行应为一个 JSON 对象"));
            return new ImportLine(number, JsonBody<OpenCase.Request>.Parse(JsonSerializer.SerializeToUtf8Bytes(json)), null);
        }
        catch (RefusedException refused)
        {
            return new ImportLine(number, null, refused.Problem);
        }
        catch (JsonException wrong)
        {
            return new ImportLine(number, null, JsonProblem.Of(wrong));
        }
    }

    private static JsonObject? WithDefaults(JsonObject? line, string? procedure, string? agency)
    {
        if (line is not null && procedure is not null && !line.ContainsKey("procedure"))
            line.Add("procedure", procedure);
        if (line is not null && agency is not null && !line.ContainsKey("agency"))
            line.Add("agency", agency);
        return line;
    }

    private static ImmutableArray<string> Columns(CsvRow? header)
    {
        if (header is null || header.Cells.IsEmpty || header.Cells.Any(name => name.Length == 0))
            throw new RefusedException(Problem.Malformed("表格第一行应为列名：procedure、agency、occurredOn、note 和各字段的名称"));
        if (header.Cells.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            throw new RefusedException(Problem.Malformed($"列 {SentName.Shown(twice)} 写了两次；请只留一列"));
        return header.Cells;
    }

    private static JsonObject Object(CsvRow row, ImmutableArray<string> columns, string? procedure, ProcedureRegistry procedures)
    {
        if (row.Cells.IsEmpty)
            throw new RefusedException(Problem.Malformed("引号没有成对，不能分列；含有逗号、引号或换行的内容前后加双引号，其中的双引号写两个"));
        if (row.Cells.Length != columns.Length)
            throw new RefusedException(Problem.Malformed($"有 {row.Cells.Length} 个单元格，列名有 {columns.Length} 个；请补足或者删去逗号"));
        var cells = columns.Zip(row.Cells).Where(cell => cell.Second.Length > 0).ToArray();
        var named = cells.FirstOrDefault(cell => cell.First == "procedure").Second ?? procedure;
        var fields = named is null ? null : procedures.Newest(named)?.Definition.Fields;
        var line = new JsonObject();
        var input = new JsonObject();
        foreach (var (column, cell) in cells)
        {
            if (Own.Contains(column))
                line.Add(column, cell);
            else
                input.Add(column, Value(cell, fields?.FirstOrDefault(field => field.Name == column)?.Type));
        }

        line.Add("input", input);
        return line;
    }

    /// <summary>A cell as the field takes it; what it does not take is left as text, and refused with the field's own words.</summary>
    private static JsonNode? Value(string cell, FieldType? type) => type switch
    {
        FieldType.Boolean => cell switch { "true" or "是" => true, "false" or "否" => false, _ => cell },
        FieldType.Integer or FieldType.Money when decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        FieldType.Choices => new JsonArray([.. cell.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(one => (JsonNode)one)]),
        FieldType.List => Rows(cell),
        _ => cell,
    };

    /// <exception cref="JsonException">It is no JSON, or holds half a character.</exception>
    private static JsonNode? Parsed(ReadOnlyMemory<byte> json)
    {
        Surrogates.Check(json);
        return JsonNode.Parse(json.Span, documentOptions: ApiJson.DocumentOptions);
    }

    private static JsonNode? Rows(string cell)
    {
        try
        {
            return Parsed(Encoding.UTF8.GetBytes(cell));
        }
        catch (JsonException)
        {
            return cell;
        }
    }
}
