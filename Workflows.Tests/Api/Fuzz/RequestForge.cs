using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Tests.Api.Fuzz;

/// <summary>
/// Makes requests from the contract, each with something wrong: in path, query, headers, media type or body. Number and seed
/// decide everything about one, so that it can be made again alone.
/// </summary>
/// <param name="document">The contract as served.</param>
/// <param name="seed">The seed.</param>
/// <param name="known">Ids that exist: of cases and the like.</param>
internal sealed class RequestForge(JsonNode document, int seed, string[] known)
{
    private const int TenMegabytes = 10_000_000;
    private readonly IReadOnlyList<ContractOperation> operations = ContractOperation.Read(document);

    /// <summary>The operations in turn.</summary>
    public IReadOnlyList<ContractOperation> Operations => operations;

    /// <summary>Which operation the request of a number is for.</summary>
    public ContractOperation Operation(int number) => operations[number % operations.Count];

    /// <summary>The request of a number; whoever sends it is chosen by the caller.</summary>
    public HttpRequestMessage Make(Uri service, int number)
    {
        var random = new Random(unchecked((seed * 397) ^ (number * 0x61C88647)));
        var operation = Operation(number);
        var request = new HttpRequestMessage(
            random.Next(200) == 0 ? new HttpMethod(Any(random, "TRACE", "OPTIONS", "PATCH", "PROPFIND", "HEAD")) : operation.Method,
            new Uri(service.ToString().TrimEnd('/') + Path(random, operation) + Query(random, operation), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (operation.Bodies.Length > 0 || random.Next(20) == 0)
            request.Content = Body(random, operation);
        Headers(random, operation, request);
        return request;
    }

    private string Path(Random random, ContractOperation operation)
    {
        var path = new StringBuilder();
        foreach (var segment in operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/').Append(!segment.Contains('{', StringComparison.Ordinal) ? segment
                : random.Next(3) == 0 ? Any(random, known)
                : random.Next(60) == 0 ? new string('a', random.Next(1, 6000))
                : Any(random, Hostile.Segments));
        }

        return random.Next(300) == 0 ? path.Append(Any(random, "/", "//", "/.", "/..", "/%2e%2e/", "/x")).ToString() : path.ToString();
    }

    private static string Query(Random random, ContractOperation operation)
    {
        var asked = new List<string>();
        foreach (var name in operation.Query)
        {
            for (var copy = random.Next(operation.Query.Length > 6 ? 12 : 4) == 0 ? random.Next(1, 3) : 0; copy > 0; copy--)
                asked.Add($"{name}={Value()}");
        }

        if (random.Next(10) == 0)
            asked.Add($"{Any(random, "unknown", "%00", "", "__proto__", "$filter")}={Value()}");
        return asked.Count == 0 ? "" : "?" + string.Join('&', asked);
        string Value() => random.Next(100) == 0 ? new string('9', random.Next(1, 1500)) : Any(random, Hostile.Query);
    }

    private void Headers(Random random, ContractOperation operation, HttpRequestMessage request)
    {
        foreach (var name in operation.Headers)
        {
            if (random.Next(3) > 0)
                request.Headers.TryAddWithoutValidation(name, random.Next(3) == 0 ? Any(random, "\"1\"", "*", "key-1") : Any(random, Hostile.Headers));
        }

        for (var more = random.Next(6) == 0 ? random.Next(1, 4) : 0; more > 0; more--)
            request.Headers.TryAddWithoutValidation(Any(random, Hostile.HeaderNames), Any(random, Hostile.Headers));
        if (random.Next(400) == 0)
        {
            for (var copy = 0; copy < 80; copy++)
                request.Headers.TryAddWithoutValidation($"X-{copy}", "x");
        }

        if (random.Next(400) == 0)
            request.Headers.TryAddWithoutValidation("X-Long", new string('x', random.Next(1, 40_000)));
    }

    private HttpContent Body(Random random, ContractOperation operation)
    {
        var (type, schema) = operation.Bodies.Length > 0 ? Any(random, operation.Bodies) : ("application/json", null);
        var json = type.Contains("json", StringComparison.Ordinal);
        var bytes = random.Next(100) switch
        {
            < 12 => Encoding.UTF8.GetBytes(Any(random, Hostile.Bodies)),
            < 16 => NotUtf8(random),
            < 20 => Deep(random),
            20 when random.Next(4) == 0 => Encoding.UTF8.GetBytes($"{{\"{Any(random, "name", "note", "input")}\":\"{new string('x', TenMegabytes)}\"}}"),
            _ => Encoding.UTF8.GetBytes(json ? Mutant(random, schema) : Text(random)),
        };
        HttpContent content = random.Next(20) == 0 ? new StreamContent(new Unsized(bytes)) : new ByteArrayContent(bytes);
        var sent = random.Next(15) == 0 ? Any(random, Hostile.MediaTypes) : type;
        if (sent is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", sent == "multipart/form-data" && random.Next(2) == 0 ? "multipart/form-data; boundary=x" : sent);
        if (random.Next(60) == 0)
            content.Headers.TryAddWithoutValidation("Content-Encoding", Any(random, "gzip", "br", "nonsense"));
        return content;
    }

    /// <summary>An object of the schema in which one thing is wrong.</summary>
    private string Mutant(Random random, JsonNode? schema)
    {
        var properties = Resolve(schema)?["properties"]?.AsObject().Select(one => (Name: one.Key, Value: Sample(random, one.Key, one.Value, 0))).ToList() ?? [];
        var at = properties.Count == 0 ? -1 : random.Next(properties.Count);
        switch (at < 0 ? 0 : random.Next(8))
        {
            case 0:
                properties.Add((Any(random, "unknown", "Input", "$type", "__proto__", "\\u0000", "a.b"), Any(random, Hostile.Json)));
                break;
            case 1:
                properties.RemoveAt(at);
                break;
            case 2:
                properties.Add((properties[at].Name, Any(random, Hostile.Json)));
                break;
            case 3:
                properties[at] = (properties[at].Name, JsonSerializer.Serialize(Hostile.Mark + new string('长', random.Next(1, 20_000))));
                break;
            case 4:
                properties[at] = (properties[at].Name, $"{{\"subject\":{Any(random, Hostile.Json)},\"{Any(random, "applicant.name", "parties", "", "subject")}\":{Any(random, Hostile.Json)}}}");
                break;
            default:
                properties[at] = (properties[at].Name, Any(random, Hostile.Json));
                break;
        }

        return $"{{{string.Join(',', properties.Select(one => $"\"{one.Name}\":{one.Value}"))}}}";
    }

    /// <summary>A value that the schema could mean.</summary>
    private string Sample(Random random, string name, JsonNode? schema, int depth)
    {
        var resolved = Resolve(schema);
        if (resolved?["enum"] is JsonArray { Count: > 0 } words)
            return words[random.Next(words.Count)]!.ToJsonString();
        var type = resolved?["type"] is JsonArray several ? several[0]!.GetValue<string>() : resolved?["type"]?.GetValue<string>();
        return type switch
        {
            "integer" or "number" => Any(random, "0", "1", "7"),
            "boolean" => Any(random, "true", "false"),
            "array" => $"[{Sample(random, name, resolved!["items"], depth + 1)}]",
            "object" when depth < 3 && resolved!["properties"] is JsonObject properties =>
                $"{{{string.Join(',', properties.Select(one => $"\"{one.Key}\":{Sample(random, one.Key, one.Value, depth + 1)}"))}}}",
            "object" => "{}",
            _ => JsonSerializer.Serialize(name switch
            {
                "procedure" => "test.application",
                "agency" or "successor" => "test.bureau",
                "occurredOn" or "day" => "2026-03-02",
                _ when resolved?["format"]?.GetValue<string>() == "date-time" => "2006-03-02T09:00:00+08:00",
                _ when resolved?["format"]?.GetValue<string>() == "date" => "2026-03-02",
                _ when resolved?["format"]?.GetValue<string>() == "uuid" => Any(random, known),
                _ => Hostile.Mark,
            }),
        };
    }

    private JsonNode? Resolve(JsonNode? schema)
    {
        for (var turns = 0; turns < 8 && schema?["$ref"]?.GetValue<string>() is { } reference; turns++)
            schema = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (at, part) => at?[part]);
        return schema;
    }

    private static string Text(Random random) => random.Next(4) switch
    {
        0 => Any(random, Hostile.Bodies),
        1 => string.Join('\n', Enumerable.Range(0, random.Next(1, 40)).Select(_ => string.Join(',', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Any(random, Hostile.Json))))),
        2 => string.Join('\n', Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"{new string(' ', random.Next(9))}{Any(random, Hostile.Segments)}: {Any(random, Hostile.Json)}")),
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Any(random, "{{", "}}", "{%", "%}", "|", "for x in (1..99999999)", "endfor", "a", "#", "\n", "procedure:", "- ", Hostile.Mark))),
    };

    private static byte[] Deep(Random random)
    {
        var depth = random.Next(20, 20_000);
        return Encoding.UTF8.GetBytes(random.Next(2) == 0
            ? $"{{\"input\":{new string('[', depth)}{new string(']', depth)}}}"
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
    }

    private static byte[] NotUtf8(Random random)
    {
        var bytes = new byte[random.Next(1, 200)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? bytes : [.. "{\"note\":\""u8, .. bytes.Select(one => (byte)(one | 0x80)), .. "\"}"u8];
    }

    private static T Any<T>(Random random, params T[] among) => among[random.Next(among.Length)];

    /// <summary>Bytes whose number is not told before: sent in chunks.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
