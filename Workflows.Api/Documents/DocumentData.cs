using System.Text.Json;
using System.Text.Json.Nodes;
using DotLiquid;

namespace Workflows.Api.Documents;

/// <summary>What a document can say: the fields of a case and what is known about the document, the agency and the clocks.</summary>
/// <remarks>
/// Names with dots nest: <c>applicant.name</c> is read as <c>{{ applicant.name }}</c>. Besides the case's fields the
/// templates read <c>document.number</c>, <c>document.date</c>, <c>document.title</c>, <c>case.reference</c>,
/// <c>case.receivedOn</c>, <c>agency.name</c>, <c>agency.address</c>, <c>agency.contact</c>, <c>agency.enquiryPhone</c>,
/// <c>agency.complaintPhones.superior</c>, <c>….supervisory</c>, <c>….openness</c>, <c>clocks.&lt;name&gt;.due</c>,
/// <c>labels.&lt;field&gt;</c> (shown name of a choice) and <c>actor.name</c>; <c>case.agency</c> serves for <c>agency</c>, <c>document.issuedOn</c> for <c>document.date</c>.
/// Where a name is both a value and the beginning of others, conditions read the value as <c>name.value</c>.
/// A choice is its value, or an object with <c>value</c> and <c>title</c>.
/// </remarks>
public sealed class DocumentData
{
    /// <summary>Name of the value of a field whose name is also the beginning of others.</summary>
    internal const string OwnValue = "value";

    private readonly Hash _values;
    private readonly ChoiceTitles _titles = new();

    private DocumentData(JsonElement json)
    {
        _values = WithSecondNames(Nested(json));
        if (_values["labels"] is Hash labels)
            Name(_values, labels);
    }

    /// <summary>Reads a JSON object.</summary>
    /// <param name="json">An object whose keys may be dotted names.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is not an object.</exception>
    public static DocumentData From(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? new DocumentData(json)
        : throw new ArgumentException($"An object is needed, not {json.ValueKind}.", nameof(json));

    /// <summary>Reads a JSON object.</summary>
    /// <param name="json">An object whose keys may be dotted names.</param>
    public static DocumentData From(JsonObject json) => From(JsonSerializer.SerializeToElement(json));

    /// <summary>Shown names of the choices in it.</summary>
    internal ChoiceTitles Titles => _titles;

    /// <summary>A copy for one rendering, which may assign to it.</summary>
    internal Hash ToHash()
    {
        var copy = new Hash();
        copy.Merge(_values);
        return copy;
    }

    /// <summary>The value as plain text, or null.</summary>
    internal string? Text(string name, string part) =>
        _values[name] is Hash group && group[part] is { } value
            ? string.Concat(value.ToString()!.Select(ShieldedText.Reveal))
            : null;

    /// <summary>The agency may come as part of the case, and the document's day under the name the journal has for it.</summary>
    private static Hash WithSecondNames(Hash values)
    {
        if (values["agency"] is null && values["case"] is Hash owner && owner["agency"] is Hash agency)
            values["agency"] = agency;
        if (values["document"] is Hash document && document["date"] is null)
            document["date"] = document["issuedOn"];
        return values;
    }

    /// <summary>Gives each value the shown name at the same place among the labels.</summary>
    private void Name(Hash values, Hash labels)
    {
        foreach (var (name, label) in labels.Where(label => values.ContainsKey(label.Key)).ToList())
            values[name] = Named(values[name], label);
    }

    private object? Named(object? value, object? label)
    {
        switch (value, label)
        {
            case (string code, string title):
                return _titles.Add(code, title);
            case (Hash group, string):
                group[OwnValue] = Named(group[OwnValue], label);
                return group;
            case (Hash group, Hash labels):
                Name(group, labels);
                return group;
            case (List<object?> items, List<object?> labels) when items.Count == labels.Count:
                return items.Select((item, index) => Named(item, labels[index])).ToList();
            default:
                return value;
        }
    }

    private Hash Nested(JsonElement json)
    {
        var result = new Hash();
        foreach (var property in json.EnumerateObject())
            Put(result, property.Name.Split('.'), Value(property.Value));
        return result;
    }

    private static void Put(Hash into, ReadOnlySpan<string> path, object? value)
    {
        if (path.Length > 1)
        {
            if (into[path[0]] is not Hash inner)
                into[path[0]] = inner = Opened(into[path[0]]);
            Put(inner, path[1..], value);
        }
        else if (into[path[0]] is not Hash existing)
        {
            into[path[0]] = value;
        }
        else if (value is Hash added)
        {
            foreach (var (name, item) in added)
                Put(existing, [name], item);
        }
        else
        {
            existing[OwnValue] = value;
        }
    }

    private static Hash Opened(object? own) => own is null ? [] : new Hash { [OwnValue] = own };

    private object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ChoiceOrNested(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).Where(item => item is not null).ToList(),
        JsonValueKind.String => TextOf(json),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : json.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private object ChoiceOrNested(JsonElement json) =>
        json.GetPropertyCount() == 2 && TextOf(json, "value") is { } value && TextOf(json, "title") is { } title
            ? _titles.Add(value, title)
            : Nested(json);

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? TextOf(text) : null;

    private static string TextOf(JsonElement json)
    {
        try
        {
            return ShieldedText.Shield(json.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // The text holds half a surrogate pair, which the reader of JSON does not give out.
            return "\uFFFD";
        }
    }
}
