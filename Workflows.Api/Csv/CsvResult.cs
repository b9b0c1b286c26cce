using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;

namespace Workflows.Api.Csv;

/// <summary>A table as an answer, written row by row.</summary>
/// <param name="file">Name under which it is saved.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="rows">Makes the rows, given the columns; each has a cell for every column.</param>
internal sealed class CsvResult(
    string file, ImmutableArray<string> columns, Func<ImmutableArray<string>, IEnumerable<IEnumerable<string?>>> rows) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{CsvTable.MediaType}; charset=utf-8; header=present";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file);
        response.Headers.ContentDisposition = disposition.ToString();
        var table = await CsvTable.Write(response.Body).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            await table.Row(columns).ConfigureAwait(false);
            foreach (var row in rows(columns))
                await table.Row(row).ConfigureAwait(false);
        }
    }
}
