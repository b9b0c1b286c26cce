using System.Text.Json.Nodes;

namespace Workflows.Tests.Api.Fuzz;

/// <summary>An operation as the served contract describes it, and nothing that only the code knows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Method">Method.</param>
/// <param name="Path">Path with its parameters in braces.</param>
/// <param name="Query">Names of query parameters.</param>
/// <param name="Headers">Names of header parameters.</param>
/// <param name="Bodies">Media types of the body with their schemas; empty where it takes none.</param>
internal sealed record ContractOperation(
    string Id, HttpMethod Method, string Path, string[] Query, string[] Headers, (string Type, JsonNode? Schema)[] Bodies)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Can change something.</summary>
    public bool IsUnsafe => Method != HttpMethod.Get;

    /// <summary>Takes a text that an administrator writes, whose faults are shown where they are.</summary>
    public bool TakesText => Bodies.Any(body => !body.Type.Contains("json", StringComparison.Ordinal));

    /// <summary>All operations of a document, in its order.</summary>
    public static IReadOnlyList<ContractOperation> Read(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where Methods.Contains(operation.Key)
           select Read(path.Key, operation.Key, operation.Value!),
    ];

    private static ContractOperation Read(string path, string method, JsonNode said) => new(
        said["operationId"]!.GetValue<string>(),
        new HttpMethod(method.ToUpperInvariant()),
        path,
        Named(said, "query"),
        Named(said, "header"),
        [.. said["requestBody"]?["content"]?.AsObject().Select(content => (content.Key, content.Value?["schema"])) ?? []]);

    private static string[] Named(JsonNode said, string place) =>
        [.. (said["parameters"]?.AsArray() ?? []).Where(one => one!["in"]!.GetValue<string>() == place).Select(one => one!["name"]!.GetValue<string>())];
}
