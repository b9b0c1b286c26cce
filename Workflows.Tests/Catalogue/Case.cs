using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Catalogue;

/// <summary>Shorthand for cases of the catalogue.</summary>
internal static class Case
{
    public static JsonObject Input(params (string Field, object Value)[] fields) => new JsonObject().With(fields);

    public static JsonObject With(this JsonObject input, params (string Field, object Value)[] more)
    {
        var all = (JsonObject)input.DeepClone();
        foreach (var (field, value) in more)
            all[field] = JsonSerializer.SerializeToNode(value);
        return all;
    }

    public static LocalDate? Due(this World world, CaseId id, string clock = "reply") => world.State(id).Clocks[clock].Deadline.Due;

    public static string[] Unmet(this World world, CaseId id, string trigger, JsonObject? input = null) =>
        [.. world.Refuse(id, trigger, input).Unmet.SelectMany(rule => rule.Basis.Rules)];

    public static string? Text(this World world, CaseId id, string field) =>
        world.State(id).Fields.TryGetValue(field, out var value) ? FieldJson.Write(value).ToString() : null;

    public static int Issued(this World world, CaseId id, string document) =>
        world.Journal.History(id).Select(entry => entry.Event).OfType<CaseEvent.DocumentIssued>().Count(issued => issued.Document == document);

    public static CaseEvent.FactRecorded[] Facts(this World world, CaseId id, string kind) =>
        [.. world.Journal.History(id).Select(entry => entry.Event).OfType<CaseEvent.FactRecorded>().Where(fact => fact.Kind == kind)];
}
