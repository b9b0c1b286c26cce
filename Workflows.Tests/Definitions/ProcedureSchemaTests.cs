using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

public class ProcedureSchemaTests
{
    private static readonly JsonElement Definitions = JsonDocument.Parse(ProcedureSchema.Json).RootElement.GetProperty("$defs");

    private static IEnumerable<string> Elements => Reader.Keys;

    private static ImmutableSortedDictionary<string, (string[] Known, string[] Required)> Reader => KeyTable.Tables
        .ToImmutableSortedDictionary(t => t.Name, t => (t.All.ToArray(), t.Required.ToArray()), StringComparer.Ordinal);

    [TestCaseSource(nameof(Elements))]
    public void Schema_and_reader_know_the_same_keys(string element) =>
        Definitions.GetProperty(element).GetProperty("properties").EnumerateObject().Select(p => p.Name)
            .Should().BeEquivalentTo(Reader[element].Known);

    [TestCaseSource(nameof(Elements))]
    public void Schema_and_reader_require_the_same_keys(string element) =>
        (Definitions.GetProperty(element).TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [])
            .Should().BeEquivalentTo(Reader[element].Required);

    [Test]
    public void Schema_refers_to_nothing_it_does_not_define()
    {
        var names = Definitions.EnumerateObject().Select(d => d.Name).ToHashSet();
        Regex.Matches(ProcedureSchema.Json, "\"#/\\$defs/(\\w+)\"").Select(m => m.Groups[1].Value).Should().OnlyContain(n => names.Contains(n));
    }

    [Test]
    public void Every_element_with_keys_has_a_table_in_the_reader() =>
        Definitions.EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)).Select(d => d.Name)
            .Should().BeEquivalentTo(Reader.Keys);
}
