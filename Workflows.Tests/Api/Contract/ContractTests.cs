using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Problems;
using Workflows.Tests.Conventions;

namespace Workflows.Tests.Api.Contract;

/// <summary>The contract is complete and true, for every operation that there is, whoever added it.</summary>
public sealed partial class ContractTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly ServedContract Served = new();
    private static readonly JsonNode Document = Served.Document;
    private static readonly SchemaCheck Schemas = new(Document);

    private static IEnumerable<(string Id, JsonNode Said)> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select (operation.Value!["operationId"]?.GetValue<string>() ?? path.Key, operation.Value!);

    private static IEnumerable<TestCaseData> Each => Operations.Select(operation => new TestCaseData(operation.Said).SetArgDisplayNames(operation.Id));

    [OneTimeTearDown]
    public void Stop() => Served.Dispose();

    [TestCaseSource(nameof(Each))]
    public void Operation_says_what_it_is_for(JsonNode operation)
    {
        operation["operationId"]?.GetValue<string>().Should().MatchRegex("^[a-z][A-Za-z]+$");
        operation["summary"]?.GetValue<string>().Should().NotBeNullOrWhiteSpace();
        operation["tags"]!.AsArray().Should().NotBeEmpty();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            parameter!["example"].Should().NotBeNull("parameter {0} needs an example", parameter["name"]);
    }

    [TestCaseSource(nameof(Each))]
    public void Operation_shows_requests_and_replies(JsonNode operation)
    {
        if (operation["requestBody"]?["content"] is JsonObject requests)
            requests.Any(content => content.Value!["example"] is not null).Should().BeTrue("its request needs an example: RECORD_EXAMPLES=1 on a test that sends one");
        foreach (var (status, response) in operation["responses"]!.AsObject())
        {
            if (response!["content"] is not JsonObject contents)
                continue;
            contents.Any(content => content.Value!["example"] is not null || content.Value["examples"] is JsonObject { Count: > 0 } || IsBinary(content.Key))
                .Should().BeTrue("its reply {0} needs an example: RECORD_EXAMPLES=1 on a test that is given one", status);
        }

        operation["responses"]!.AsObject().Should().ContainKey("429").And.Contain(response => response.Key.StartsWith('2'));
    }

    [TestCaseSource(nameof(Each))]
    public void Examples_fit_their_schemas(JsonNode operation)
    {
        var contents = (operation["requestBody"]?["content"] as JsonObject ?? []).Concat(
            operation["responses"]!.AsObject().SelectMany(response => response.Value!["content"] as JsonObject ?? []));
        foreach (var (type, content) in contents)
        {
            if (type == "application/json" && content!["example"] is { } example)
                Schemas.Faults(example, content["schema"]).Should().BeEmpty();
        }
    }

    [Test]
    public void Every_kind_of_problem_is_a_component_with_a_recorded_example()
    {
        foreach (var kind in ProblemKind.All)
        {
            var name = string.Concat(kind.Name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + "Problem";
            var schema = Document["components"]!["schemas"]![name];
            schema!["description"]!.GetValue<string>().Should().Be(kind.Meaning);
            schema["allOf"]![1]!["properties"]!["type"]!["enum"]![0]!.GetValue<string>().Should().Be(Problem.Prefix + kind.Name);
            if (kind.Status == 500)
                continue;
            var example = Document["components"]!["examples"]![kind.Name]!["value"];
            example.Should().NotBeNull("{0} needs an example: RECORD_EXAMPLES=1 on a test that is given one", kind.Name);
            Schemas.Faults(example, schema).Should().BeEmpty();
        }
    }

    [Test]
    public void Every_kind_of_problem_that_the_code_makes_is_listed_with_its_status()
    {
        var made = Directory.EnumerateFiles(Path.Combine(Generated.Root, "Workflows.Api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Kinds().Matches(File.ReadAllText(file)))
            .Select(match => $"{match.Groups["status"].Value} {match.Groups["kind"].Value}").Distinct();
        made.Should().BeSubsetOf(ProblemKind.All.Select(kind => $"{kind.Status} {kind.Name}"));
    }

    [Test]
    public void Operations_are_secured_unless_open_to_everyone()
    {
        Document["components"]!["securitySchemes"]!["accessKey"]!["scheme"]!.GetValue<string>().Should().Be("bearer");
        Document["security"]!.AsArray().Should().NotBeEmpty();
        foreach (var (_, operation) in Operations.Where(one => one.Said["security"] is not JsonArray { Count: 0 }))
            operation["responses"]!.AsObject().Should().ContainKey("401");
    }

    [Test]
    public void File_in_the_tree_is_the_contract_that_is_served()
    {
        using var contract = new ServedContract();
        var yaml = File.ReadAllText(Path.Combine(Generated.Root, "openapi.yaml"));
        yaml.Should().Be(contract.Yaml(), "run: dotnet run --project Workflows.Api -- openapi > openapi.yaml");
    }

    [Test]
    public void Recorded_exchanges_hold_no_secret() =>
        File.ReadAllText(Path.Combine(Generated.Root, "Workflows.Api/Contract/Examples.json")).Should().NotMatchRegex("dw_[0-9a-f]{16}");

    private static bool IsBinary(string type) =>
        type is "application/octet-stream" or "text/event-stream" || type.StartsWith("application/vnd.", StringComparison.Ordinal) || type is "application/pdf" or "*/*";

    [GeneratedRegex("\\bOf\\((?<status>[0-9]{3}), \"(?<kind>[a-z-]+)\"")]
    private static partial Regex Kinds();
}
