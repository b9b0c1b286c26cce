using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflows.Tests.Api.Contract;

/// <summary>An operation of the contract and the requests that mean it.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">What its paths look like, each parameter a named group.</param>
/// <param name="Names">Parameters in the path.</param>
/// <param name="Said">What the contract says of it.</param>
internal sealed partial record Operation(string Id, HttpMethod Method, Regex Path, string[] Names, JsonNode Said)
{
    /// <summary>Every operation; a path without parameters goes before one that could mean it.</summary>
    public static IReadOnlyList<Operation> All(JsonNode contract) =>
    [
        .. from path in contract["paths"]!.AsObject()
           orderby path.Key.Count(c => c == '{')
           from operation in path.Value!.AsObject()
           where operation.Value is JsonObject said && said["operationId"] is not null
           select new Operation(
               operation.Value!["operationId"]!.GetValue<string>(),
               new HttpMethod(operation.Key.ToUpperInvariant()),
               new Regex("^" + Braces().Replace(Regex.Escape(path.Key).Replace("\\{", "{", StringComparison.Ordinal), "(?<$1>[^/]+)") + "$"),
               [.. Braces().Matches(path.Key).Select(one => one.Groups[1].Value)],
               operation.Value!),
    ];

    /// <summary>A request for this path means this operation.</summary>
    public bool Is(HttpMethod method, string path) => Method == method && Path.IsMatch(path);

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Braces();
}
