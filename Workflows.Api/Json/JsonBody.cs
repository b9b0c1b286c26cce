using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Workflows.Api.Problems;

namespace Workflows.Api.Json;

/// <summary>
/// The JSON body of a request as an endpoint takes it. Whatever is wrong with it becomes a problem before the endpoint
/// runs: text that is no JSON, a property sent twice or not known, nesting too deep, a value of another shape.
/// </summary>
/// <param name="Value">What was sent.</param>
/// <param name="Sent">The bytes as sent.</param>
/// <typeparam name="T">A record of what can be sent.</typeparam>
internal sealed record JsonBody<T>(T Value, ReadOnlyMemory<byte> Sent) : ISentBody, IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Nodes take a property that is sent twice, and fail only when they are read.</summary>
    private static readonly bool HoldsNodes =
        typeof(JsonNode).IsAssignableFrom(typeof(T)) || typeof(T).GetProperties().Any(property => typeof(JsonNode).IsAssignableFrom(property.PropertyType));

    /// <summary>SHA-256 over method, path and body, in lower-case hex: what an idempotency key is bound to.</summary>
    public string HashWith(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(Sent.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Binds the body; called by the framework.</summary>
    /// <exception cref="RefusedException">The body is not what the endpoint takes.</exception>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (!http.Request.HasJsonContentType())
            throw new RefusedException(Problem.UnsupportedMediaType);
        var sent = await BodyBytes.Read(http.Request).ConfigureAwait(false);
        return new JsonBody<T>(Parse(sent), sent);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <summary>Reads a text as the endpoint takes it.</summary>
    /// <exception cref="RefusedException">It is not what the endpoint takes.</exception>
    public static T Parse(ReadOnlyMemory<byte> sent)
    {
        if (sent.IsEmpty)
            throw new RefusedException(Problem.Malformed("请求体为空；请发送 JSON 对象"));
        if (!Utf8.IsValid(sent.Span))
            throw new RefusedException(Problem.Malformed("请求体不是有效的 UTF-8 文本"));
        try
        {
            Surrogates.Check(sent);
            if (HoldsNodes)
                JsonDocument.Parse(sent, ApiJson.DocumentOptions).Dispose();
            return JsonSerializer.Deserialize<T>(sent.Span, ApiJson.Options)
                ?? throw new RefusedException(Problem.Malformed("请求体应为 JSON 对象，不应为 null"));
        }
        catch (JsonException wrong)
        {
            throw new RefusedException(JsonProblem.Of(wrong));
        }
    }
}
