using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Workflows.Api.Csv;

/// <summary>
/// Tables as spreadsheets read them (RFC 4180, UTF-8 with a byte order mark). A cell that a spreadsheet would take for a
/// formula begins with an apostrophe; what is read back loses it again.
/// </summary>
internal static class CsvTable
{
    /// <summary>Media type.</summary>
    public const string MediaType = "text/csv";

    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>A table that is written row by row to where it goes; dispose it when done.</summary>
    public static async Task<CsvWriter> Write(Stream to)
    {
        await to.WriteAsync(Encoding.UTF8.Preamble.ToArray()).ConfigureAwait(false);
        return new CsvWriter(
            new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                NewLine = "\r\n",
                InjectionOptions = InjectionOptions.Escape,
                InjectionCharacters = FormulaStarts,
            });
    }

    /// <summary>Writes a row.</summary>
    public static Task Row(this CsvWriter table, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            table.WriteField(cell);
        return table.NextRecordAsync();
    }

    /// <summary>Reads a table. A row that cannot be split into cells says so and has none.</summary>
    public static ImmutableArray<CsvRow> Read(string text)
    {
        string? odd = null;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => odd = bad.Field,
        });
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        while (parser.Read())
        {
            // The parser counts the line on which a row ends.
            var line = parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');
            var cells = parser.Record!.Select(Unescaped).ToImmutableArray();
            rows.Add(odd is null ? new CsvRow(line, cells) : new CsvRow(line, []));
            odd = null;
        }

        return rows.ToImmutable();
    }

    private static string Unescaped(string cell) => cell is ['\'', var first, ..] && FormulaStarts.Contains(first) ? cell[1..] : cell;
}
