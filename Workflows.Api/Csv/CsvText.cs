using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Workflows.Api.Json;
using Workflows.Api.Problems;

namespace Workflows.Api.Csv;

/// <summary>A table that a client sends.</summary>
/// <param name="Rows">Its rows; blank lines are none.</param>
/// <param name="Sent">The bytes as sent.</param>
internal sealed record CsvText(ImmutableArray<CsvRow> Rows, ReadOnlyMemory<byte> Sent) : ISentBody, IEndpointParameterMetadataProvider
{
    /// <summary>Binds the body; called by the framework.</summary>
    /// <exception cref="RefusedException">The body is no table.</exception>
    public static async ValueTask<CsvText?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        _ = parameter;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals(CsvTable.MediaType, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(Problem.UnsupportedMediaType with { Detail = "请以 Content-Type: text/csv 发送表格" });
        var sent = await BodyBytes.Read(http.Request).ConfigureAwait(false);
        if (!Utf8.IsValid(sent.Span))
            throw new RefusedException(Problem.Malformed("表格不是 UTF-8 文本；在电子表格软件中请另存为“CSV UTF-8”格式"));
        return new CsvText(CsvTable.Read(Encoding.UTF8.GetString(sent.Span).TrimStart('\uFEFF')), sent);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([CsvTable.MediaType], typeof(string)));
}
