using System.Collections.Immutable;

namespace Workflows.Api.Csv;

/// <summary>A row of a table that was read.</summary>
/// <param name="Line">The line of the text on which it begins, from 1.</param>
/// <param name="Cells">Its cells; none where the quotation marks in it do not pair.</param>
internal sealed record CsvRow(int Line, ImmutableArray<string> Cells);
