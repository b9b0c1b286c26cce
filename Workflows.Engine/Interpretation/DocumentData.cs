using System.Text.Json.Nodes;
using NodaTime.Text;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>
/// What a document is filled with, as a JSON object: the case's fields nested by their dotted names, <c>labels</c> with the
/// shown names of choices and of agencies, <c>document</c>, <c>case</c>, <c>agency</c>, <c>parent.agency</c>, <c>clocks</c> and <c>actor</c>.
/// </summary>
internal static class DocumentData
{
    public static string Of(Draft draft, DocumentDefinition document, IssuedNumber number, Happening happening)
    {
        var (state, definition) = (draft.State, draft.Context.Definition);
        var data = new JsonObject();
        var labels = new JsonObject();
        foreach (var (name, value) in state.Fields)
        {
            Put(data, name, FieldJson.Write(value));
            if (definition.Field(name) is { Values.IsEmpty: false } field)
                Put(labels, name, Label(field, value));
            else if (value is FieldValue.Text id && draft.Context.Agencies.Find(id.Value) is { } named)
                Put(labels, name, named.Name);
        }

        data["labels"] = labels;
        data["document"] = new JsonObject
        {
            ["number"] = number.Text,
            ["title"] = document.Title.Zh,
            ["date"] = LocalDatePattern.Iso.Format(happening.Day),
        };
        data["case"] = new JsonObject
        {
            ["reference"] = state.Reference,
            ["receivedOn"] = LocalDatePattern.Iso.Format(state.OpenedOn),
        };
        data["agency"] = Agency(draft.Context.Agencies.Find(state.Agency));
        data["parent"] = new JsonObject { ["agency"] = Agency(draft.Context.Agencies.Find(state.Parent?.Agency)) };
        data["clocks"] = Clocks(state);
        data["actor"] = new JsonObject { ["name"] = happening.Actor.Name };
        return data.ToJsonString(Json);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonNode Label(FieldDefinition field, FieldValue value)
    {
        string Of(string chosen) => field.Values.FirstOrDefault(known => known.Value == chosen)?.Title.Zh ?? chosen;
        return value switch
        {
            FieldValue.Choices choices => new JsonArray([.. choices.Values.Select(item => (JsonNode)JsonValue.Create(Of(item)))]),
            FieldValue.Text text => JsonValue.Create(Of(text.Value)),
            _ => JsonValue.Create(""),
        };
    }

    private static JsonObject Agency(Agency? agency) => new()
    {
        ["id"] = agency?.Id,
        ["name"] = agency?.Name,
        ["shortName"] = agency?.ShortName,
        ["address"] = agency?.Address,
        ["postcode"] = agency?.Postcode,
        ["enquiryPhone"] = agency?.EnquiryPhone,
        ["complaintPhones"] = new JsonObject
        {
            ["superior"] = agency?.ComplaintPhones?.Superior,
            ["supervisory"] = agency?.ComplaintPhones?.Supervisory,
            ["openness"] = agency?.ComplaintPhones?.Openness,
        },
    };

    private static JsonObject Clocks(CaseState state)
    {
        var clocks = new JsonObject();
        foreach (var (name, reading) in state.Clocks)
        {
            clocks[name] = new JsonObject
            {
                ["due"] = reading.Deadline.Due is { } due ? LocalDatePattern.Iso.Format(due) : null,
                ["provisional"] = reading.Deadline.Status == Calendar.DueStatus.Provisional,
            };
        }

        return clocks;
    }

    private static void Put(JsonObject into, string name, JsonNode value)
    {
        var parts = name.Split('.');
        for (var part = 0; part < parts.Length - 1; part++)
        {
            if (into[parts[part]] is not JsonObject inner)
                into[parts[part]] = inner = new JsonObject();
            into = inner;
        }

        into[parts[^1]] = value;
    }
}
