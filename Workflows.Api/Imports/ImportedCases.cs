using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Workflows.Api.Csv;
using Workflows.Api.Json;
using Workflows.Api.Problems;

namespace Workflows.Api.Imports;

/// <summary>Cases that a client sends in one body: a table, or a JSON object on each line.</summary>
/// <param name="Table">The rows of the table, the first naming the columns; null for JSON Lines.</param>
/// <param name="Objects">The objects with their lines, from 1; blank lines are none. Empty for a table.</param>
internal sealed record ImportedCases(ImmutableArray<CsvRow>? Table, ImmutableArray<(int Line, ReadOnlyMemory<byte> Json)> Objects)
    : IEndpointParameterMetadataProvider
{
    /// <summary>Media type of JSON Lines.</summary>
    public const string JsonLines = "application/x-ndjson";

    /// <summary>Binds the body; called by the framework.</summary>
    /// <exception cref="RefusedException">The body is neither.</exception>
    public static async ValueTask<ImportedCases?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals(CsvTable.MediaType, StringComparison.OrdinalIgnoreCase))
            return new ImportedCases((await CsvText.BindAsync(http, parameter).ConfigureAwait(false))!.Rows, []);
        if (type is null || !type.MediaType.Equals(JsonLines, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(Problem.UnsupportedMediaType with { Detail = $"请以 Content-Type: {CsvTable.MediaType} 或者 {JsonLines} 发送" });
        var sent = await BodyBytes.Read(http.Request).ConfigureAwait(false);
        if (!Utf8.IsValid(sent.Span))
            throw new RefusedException(Problem.Malformed("请求体不是有效的 UTF-8 文本"));
        return new ImportedCases(null, [.. Lines(sent)]);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([CsvTable.MediaType, JsonLines], typeof(string)));

    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Json)> Lines(ReadOnlyMemory<byte> text)
    {
        if (text.Span.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        for (var line = 1; !text.IsEmpty; line++)
        {
            var end = text.Span.IndexOf((byte)'\n');
            var one = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (!one.Span.Trim(" \t\r"u8).IsEmpty)
                yield return (line, one);
        }
    }
}
