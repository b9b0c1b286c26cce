using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Workflows.Api.Json;
using Workflows.Api.Problems;

namespace Workflows.Api.Administration;

/// <summary>
/// A text that an administrator writes, as it is or as the one property of a JSON object; the property has the name of the
/// endpoint's parameter. Line ends come out as line feeds, so that a comparison shows only what was changed.
/// </summary>
/// <param name="Value">The text.</param>
internal sealed record SourceText(string Value) : IEndpointParameterMetadataProvider
{
    private static readonly string[] MediaTypes = ["application/yaml", "text/yaml", "text/plain", "text/html"];

    /// <summary>Binds the body; called by the framework.</summary>
    /// <exception cref="RefusedException">The body is no text.</exception>
    public static async ValueTask<SourceText?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var isJson = http.Request.HasJsonContentType();
        if (!isJson && !(MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && MediaTypes.Contains(type.MediaType)))
            throw new RefusedException(Problem.UnsupportedMediaType with { Detail = "请以 text/yaml、text/plain 或 text/html 发送文本，或者以 application/json 发送 JSON" });
        var sent = await BodyBytes.Read(http.Request).ConfigureAwait(false);
        if (!Utf8.IsValid(sent.Span))
            throw new RefusedException(Problem.Malformed("请求体不是有效的 UTF-8 文本"));
        var text = isJson ? Property(sent, parameter.Name!) : Encoding.UTF8.GetString(sent.Span);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new RefusedException(Problem.Malformed("文本中有空字符（U+0000）"))
            : new SourceText(text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([.. MediaTypes, "application/json"], typeof(string)));

    private static string Property(ReadOnlyMemory<byte> sent, string name)
    {
        try
        {
            Surrogates.Check(sent);
            using var json = JsonDocument.Parse(sent, ApiJson.DocumentOptions);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.GetPropertyCount() == 1
                && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()!
                    : throw new RefusedException(Problem.Malformed($"应为只有一个文本属性 {name} 的 JSON 对象"));
        }
        catch (JsonException wrong)
        {
            throw new RefusedException(JsonProblem.Of(wrong));
        }
    }
}
