using System.Collections.Immutable;
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
            if (definition.Field(name) is { } field && Label(field, value) is { } label)
                Put(labels, name, label);
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

    /// <summary>The shown names of what was chosen, in a list those of each row; null for a field without choices.</summary>
    private static JsonNode? Label(FieldDefinition field, FieldValue value)
    {
        JsonNode Of(string chosen) => JsonValue.Create(field.Values.FirstOrDefault(known => known.Value == chosen)?.Title.Zh ?? chosen);
        return value switch
        {
            FieldValue.Rows rows when field.Columns.Any(column => !column.Values.IsEmpty) => new JsonArray([.. rows.Items.Select(row => LabelsOf(field, row))]),
            FieldValue.Choices choices when !field.Values.IsEmpty => new JsonArray([.. choices.Values.Select(Of)]),
            FieldValue.Text text when !field.Values.IsEmpty => Of(text.Value),
            _ => null,
        };
    }

    private static JsonObject LabelsOf(FieldDefinition list, ImmutableSortedDictionary<string, FieldValue> row)
    {
        var labels = new JsonObject();
        foreach (var column in list.Columns)
        {
            if (row.TryGetValue(column.Name, out var value) && Label(column, value) is { } label)
                labels[column.Name] = label;
        }

        return labels;
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

    /// <summary>Puts a field at its place; one that is also the first part of other names keeps its own value as <c>value</c>.</summary>
    /// <remarks>Names come in ordinal order, so that such a field comes before those.</remarks>
    private static void Put(JsonObject into, string name, JsonNode value)
    {
        var parts = name.Split('.');
        for (var part = 0; part < parts.Length - 1; part++)
        {
            if (into[parts[part]] is not JsonObject inner)
            {
                inner = [];
                if (into[parts[part]] is { } own)
                {
                    into.Remove(parts[part]);
                    inner["value"] = own;
                }

                into[parts[part]] = inner;
            }

            into = inner;
        }

        into[parts[^1]] = value;
    }
}
