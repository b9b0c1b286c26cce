using System.Collections.Immutable;
using System.Text.Json;

namespace Workflows.Engine;

/// <summary>The snapshot of a case.</summary>
internal static class StateJson
{
    /// <summary>Writes a state; says where its legal events stand. Those of <paramref name="before"/> are taken over as they are.</summary>
    public static Range Write(CanonicalJsonWriter writer, CaseState state, CaseFieldsJson fields, Envelopes envelopes, Snapshot? before)
    {
        writer.StartObject();
        writer.Text("agency"u8, state.Agency);
        Write(writer, state.Attachments, envelopes);
        writer.Text("calendarVersion"u8, state.CalendarVersion);
        writer.Name("children"u8);
        writer.StartArray();
        for (var index = 0; index < state.Children.Length; index++)
            Write(writer, state.Children[index], $"children/{index}", envelopes);
        writer.EndArray();
        writer.Name("clocks"u8);
        writer.StartObject();
        foreach (var (name, clock) in state.Clocks.InOrder())
        {
            writer.Name(name);
            writer.StartObject();
            writer.Deadline("deadline"u8, clock.Deadline);
            writer.Number("warned"u8, clock.Warned);
            writer.EndObject();
        }

        writer.EndObject();
        writer.Flag("closed"u8, state.Closed);
        writer.Date("closedOn"u8, state.ClosedOn);
        writer.Number("definitionVersion"u8, state.DefinitionVersion);
        writer.Name("documents"u8);
        writer.StartArray();
        foreach (var document in state.Documents)
            Write(writer, document);
        writer.EndArray();
        writer.Name("fields"u8);
        fields.Write(writer, state.Fields, envelopes);
        writer.Names("flags"u8, [.. state.Flags.Order(StringComparer.Ordinal)]);
        writer.Id("id"u8, state.Id);
        writer.Number("interpreterFlags"u8, state.InterpreterFlags);
        writer.Name("legal"u8);
        var range = Legal(writer, state.Legal, before?.Begins(state.Legal) == true ? before : null);
        Write(writer, state.Mails, envelopes);
        writer.Date("openedOn"u8, state.OpenedOn);
        writer.Text("outcome"u8, state.Outcome);
        writer.Parent(state.Parent);
        writer.Text("procedure"u8, state.Procedure);
        writer.Text("reference"u8, state.Reference);
        writer.Schedule(state.Schedule);
        Write(writer, state.Services, envelopes);
        writer.Text("state"u8, state.State);
        writer.Number("version"u8, state.Version);
        writer.EndObject();
        return range;
    }

    public static CaseState Read(JsonElement json, CaseFieldsJson fields, Envelopes envelopes) => new()
    {
        Agency = json.Text("agency"u8),
        Attachments = Attachments(json, envelopes),
        CalendarVersion = json.Text("calendarVersion"u8),
        Children = [.. json.GetProperty("children"u8).EnumerateArray().Select((child, index) => Child(child, $"children/{index}", envelopes))],
        Clocks = json.GetProperty("clocks"u8).EnumerateObject().ToImmutableSortedDictionary(
            clock => clock.Name,
            clock => new ClockReading(clock.Value.GetProperty("deadline"u8).Deadline(), clock.Value.MaybeNumber("warned"u8)),
            StringComparer.Ordinal),
        Closed = json.Maybe("closed"u8) is not null,
        ClosedOn = json.MaybeDate("closedOn"u8),
        DefinitionVersion = json.Number("definitionVersion"u8),
        Documents = [.. json.GetProperty("documents"u8).EnumerateArray().Select(Document)],
        Fields = fields.Read(json.GetProperty("fields"u8), envelopes),
        Flags = json.Names("flags"u8).ToImmutableSortedSet(StringComparer.Ordinal),
        Id = json.GetProperty("id"u8).Id(),
        InterpreterFlags = json.Number("interpreterFlags"u8),
        Legal = [.. json.GetProperty("legal"u8).EnumerateArray().Select(Legal)],
        Mails = Mails(json, envelopes),
        OpenedOn = json.GetProperty("openedOn"u8).Date(),
        Outcome = json.MaybeText("outcome"u8),
        Parent = json.Parent(),
        Procedure = json.Text("procedure"u8),
        Reference = json.Text("reference"u8),
        Schedule = json.Schedule(),
        Services = Services(json, envelopes),
        State = json.Text("state"u8),
        Version = json.Number("version"u8),
    };

    private static void Write(CanonicalJsonWriter writer, ChildCase child, string path, Envelopes envelopes)
    {
        writer.StartObject();
        writer.Text("agency"u8, child.Agency);
        writer.Date("closedOn"u8, child.ClosedOn);
        writer.Id("id"u8, child.Id);
        writer.Flag("linked"u8, child.Linked);
        writer.Number("openedBy"u8, child.OpenedBy);
        writer.Text("outcome"u8, child.Outcome);
        writer.Text("procedure"u8, child.Procedure);
        writer.Text("state"u8, child.State);
        EventJson.Seal(writer, child.Values, path, envelopes);

        writer.EndObject();
    }

    private static ChildCase Child(JsonElement json, string path, Envelopes envelopes) => new(
        json.GetProperty("id"u8).Id(),
        json.Text("procedure"u8),
        json.Text("agency"u8),
        json.Maybe("linked"u8) is not null,
        json.Number("openedBy"u8),
        json.Text("state"u8),
        json.MaybeText("outcome"u8),
        json.MaybeDate("closedOn"u8),
        EventJson.Open(json, path, envelopes));

    private static Range Legal(CanonicalJsonWriter writer, ImmutableArray<LegalEvent> legal, Snapshot? before)
    {
        writer.StartArray();
        var start = writer.Written.Length;
        if (before is not null)
            writer.Raw(before.Bytes.AsSpan(before.LegalBytes));
        for (var index = before?.Legal.Length ?? 0; index < legal.Length; index++)
            Write(writer, legal[index]);
        var range = start..writer.Written.Length;
        writer.EndArray();
        return range;
    }

    private static void Write(CanonicalJsonWriter writer, LegalEvent legal)
    {
        writer.StartObject();
        writer.Moment("at"u8, legal.At);
        writer.Date("day"u8, legal.Day);
        writer.Number("extension"u8, legal.Extension);
        writer.Text("from"u8, legal.From);
        writer.Names("lowered"u8, legal.Lowered);
        writer.Names("raised"u8, legal.Raised);
        writer.Number("sequence"u8, legal.Sequence);
        writer.Text("to"u8, legal.To);
        writer.Text("trigger"u8, legal.Trigger);
        writer.EndObject();
    }

    private static LegalEvent Legal(JsonElement json) => new(
        json.Number("sequence"u8),
        json.Text("trigger"u8),
        json.Text("from"u8),
        json.Text("to"u8),
        json.GetProperty("day"u8).Date(),
        json.MaybeMoment("at"u8),
        json.Names("raised"u8),
        json.Names("lowered"u8),
        json.MaybeNumber("extension"u8));

    private static void Write(CanonicalJsonWriter writer, ImmutableArray<AttachedFile> attachments, Envelopes envelopes)
    {
        if (attachments.IsEmpty)
            return;
        writer.Name("attachments"u8);
        writer.StartArray();
        for (var index = 0; index < attachments.Length; index++)
        {
            writer.StartObject();
            writer.Date("addedOn"u8, attachments[index].AddedOn);
            writer.Name("attachment"u8);
            writer.StartObject();
            AttachmentJson.Write(writer, attachments[index].Attachment, $"attachments/{index}/", envelopes);
            writer.EndObject();
            writer.Number("sequence"u8, attachments[index].Sequence);
            writer.EndObject();
        }

        writer.EndArray();
    }

    /// <summary>Cases of older snapshots have none.</summary>
    private static ImmutableArray<AttachedFile> Attachments(JsonElement json, Envelopes envelopes) => json.Maybe("attachments"u8) is not { } array
        ? []
        : [.. array.EnumerateArray().Select((one, index) => new AttachedFile(
            one.Number("sequence"u8), one.GetProperty("addedOn"u8).Date(), AttachmentJson.Read(one.GetProperty("attachment"u8), $"attachments/{index}/", envelopes)))];

    private static void Write(CanonicalJsonWriter writer, ImmutableArray<RecordedService> services, Envelopes envelopes)
    {
        if (services.IsEmpty)
            return;
        writer.Name("services"u8);
        writer.StartArray();
        for (var index = 0; index < services.Length; index++)
            ServiceJson.Write(writer, services[index], $"services/{index}/", envelopes);
        writer.EndArray();
    }

    private static void Write(CanonicalJsonWriter writer, ImmutableArray<RequestedMail> mails, Envelopes envelopes)
    {
        if (mails.IsEmpty)
            return;
        writer.Name("mails"u8);
        writer.StartArray();
        for (var index = 0; index < mails.Length; index++)
            ServiceJson.Write(writer, mails[index], $"mails/{index}/", envelopes);
        writer.EndArray();
    }

    /// <summary>Cases of older snapshots have none.</summary>
    private static ImmutableArray<RequestedMail> Mails(JsonElement json, Envelopes envelopes) => json.Maybe("mails"u8) is not { } array
        ? []
        : [.. array.EnumerateArray().Select((one, index) => ServiceJson.Requested(one, $"mails/{index}/", envelopes))];

    /// <summary>Cases of older snapshots have none.</summary>
    private static ImmutableArray<RecordedService> Services(JsonElement json, Envelopes envelopes) => json.Maybe("services"u8) is not { } array
        ? []
        : [.. array.EnumerateArray().Select((one, index) => ServiceJson.Recorded(one, $"services/{index}/", envelopes))];

    private static void Write(CanonicalJsonWriter writer, IssuedDocument document)
    {
        writer.StartObject();
        writer.Text("document"u8, document.Document);
        writer.Date("issuedOn"u8, document.IssuedOn);
        writer.Text("number"u8, document.Number);
        writer.Number("sequence"u8, document.Sequence);
        writer.Text("title"u8, document.Title);
        writer.EndObject();
    }

    private static IssuedDocument Document(JsonElement json) => new(
        json.Number("sequence"u8),
        json.Text("document"u8),
        json.Text("title"u8),
        json.Text("number"u8),
        json.GetProperty("issuedOn"u8).Date());
}
