using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workflows.Tests.Conventions;

namespace Workflows.Tests.Api.Contract;

/// <summary>
/// Keeps the first successful exchange of each operation, and the first problem of each kind, that any test has with the
/// service, as the contract's examples: <c>RECORD_EXAMPLES=1 dotnet test</c> adds those that are missing.
/// </summary>
internal static partial class ExchangeRecorder
{
    private const string PathOfFile = "Workflows.Api/Contract/Examples.json";
    private const int LongestRequest = 6_000;
    private const int LongestText = 300;
    private const int MostElements = 2;
    private static readonly Lock Recording = new();
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<IReadOnlyList<Operation>> Operations = new(ReadOperations);

    /// <summary>Records at all.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("RECORD_EXAMPLES") == "1";

    /// <summary>Takes note of an exchange.</summary>
    public static void Record(HttpRequestMessage request, string? sent, Reply reply)
    {
        if (!IsOn || reply.Status is 304 or 500)
            return;
        lock (Recording)
        {
            var file = JsonNode.Parse(File.ReadAllText(FullPath))!.AsObject();
            if (reply.Status >= 400 ? Problem(file, reply) : Success(file, request, sent, reply))
                File.WriteAllText(FullPath, file.ToJsonString(Readable) + "\n");
        }
    }

    private static string FullPath => Path.Combine(Generated.Root, PathOfFile);

    private static bool Problem(JsonObject file, Reply reply)
    {
        if (reply.MediaType != "application/problem+json" || reply.Body.GetProperty("type").GetString()!.Split(':')[^1] is not { } kind || file["problems"]![kind] is not null)
            return false;
        file["problems"]![kind] = Shown(JsonNode.Parse(reply.Text), shorten: true);
        return true;
    }

    private static bool Success(JsonObject file, HttpRequestMessage request, string? sent, Reply reply)
    {
        var path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
        var parts = path.Split('?');
        var found = Operations.Value.FirstOrDefault(one => one.Is(request.Method, parts[0]));
        if (found is null || sent?.Length > LongestRequest)
            return false;
        var operation = Child(file["operations"]!.AsObject(), found.Id);
        var recorded = false;
        var type = reply.MediaType;
        if (Child(Child(operation, "responses"), $"{reply.Status}") is var replies && type is not null && replies[type] is null && Body(type, reply.Text) is { } body)
            (replies[type], recorded) = (Shown(body, shorten: true), true);
        if (sent is not null && request.Content?.Headers.ContentType?.MediaType is { } media && Child(operation, "request") is var requests && requests[media] is null && Body(media, sent) is { } asked)
            (requests[media], recorded) = (Shown(asked, shorten: false), true);
        var parameters = Child(operation, "parameters");
        var match = found.Path.Match(parts[0]);
        foreach (var (name, value) in found.Names.Select(name => (name, match.Groups[name].Value)).Concat(Query(parts.Length > 1 ? parts[1] : "")))
        {
            if (parameters[name] is null && value.Length is > 0 and < 200)
                (parameters[name], recorded) = (Shown(JsonValue.Create(Uri.UnescapeDataString(value)), shorten: false), true);
        }

        return recorded;
    }

    private static IEnumerable<(string Name, string Value)> Query(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

    private static JsonNode? Body(string type, string text)
    {
        if (text.Length == 0)
            return null;
        if (type.EndsWith("json", StringComparison.Ordinal))
            return JsonNode.Parse(text);
        return type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("yaml", StringComparison.Ordinal) ? JsonValue.Create(text) : null;
    }

    /// <summary>As it is shown: without secrets; long lists and texts of a reply cut.</summary>
    private static JsonNode? Shown(JsonNode? node, bool shorten) => node switch
    {
        JsonObject many => new JsonObject(many.Select(pair => KeyValuePair.Create(pair.Key, pair.Key == "traceId" ? JsonValue.Create("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00") : Shown(pair.Value, shorten)))),
        JsonArray list => new JsonArray([.. (shorten ? list.Take(MostElements) : list).Select(one => Shown(one, shorten))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Cut(Secret().Replace(text, "dw_…"), shorten)),
        _ => node?.DeepClone(),
    };

    private static string Cut(string text, bool shorten) => shorten && text.Length > LongestText ? text[..LongestText] + "…" : text;

    private static JsonObject Child(JsonObject of, string name)
    {
        if (of[name] is not JsonObject child)
            of[name] = child = [];
        return child;
    }

    private static IReadOnlyList<Operation> ReadOperations()
    {
        using var host = new ServedContract();
        return Operation.All(host.Document);
    }

    [GeneratedRegex("[a-z]{2,5}_[0-9A-Za-z_+/=-]{32,}")]
    private static partial Regex Secret();
}
