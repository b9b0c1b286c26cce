using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Client;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Api.Contract;

namespace Workflows.Tests.Api.Client;

/// <summary>Every recorded request and reply fits the types of the generated client, and comes out of them as it went in.</summary>
public sealed class TypedClientTests
{
    private static readonly ServedContract Served = new();

    private static IEnumerable<TestCaseData> Calls => Operation.All(Served.Document).Select(operation => new TestCaseData(TypedCall.Of(operation)).SetArgDisplayNames(operation.Id));

    [OneTimeTearDown]
    public void Stop() => Served.Dispose();

    [TestCaseSource(nameof(Calls))]
    public void Its_examples_fit_its_types(object each)
    {
        var call = (TypedCall)each;
        call.Method.Should().NotBeNull("each operation is a method of the client");
        var checks = new List<(Type Type, JsonNode Value)>();
        if (call.Sent is { } sent && call.Operation.Said["requestBody"]!["content"]!["application/json"]!["example"] is { } request)
            checks.Add((sent, request));
        if (call.Answered is { } answered)
            checks.AddRange(call.Operation.Said["responses"]!.AsObject().Where(one => one.Key.StartsWith('2')).Select(one => one.Value!["content"]?["application/json"]?["example"]).OfType<JsonNode>().Select(reply => (answered, reply)));
        foreach (var (type, value) in checks)
        {
            var again = JsonSerializer.SerializeToNode(value.Deserialize(type, DisclosureClient.Json), type, DisclosureClient.Json);
            Plain(again)!.ToJsonString().Should().Be(Plain(value)!.ToJsonString());
        }
    }

    /// <summary>A value whose properties are in order, without those that are null, and whose moments are all written in one way.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject many => new JsonObject(many.Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        _ => node?.DeepClone(),
    };
}
