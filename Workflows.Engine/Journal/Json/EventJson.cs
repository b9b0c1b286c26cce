using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Events as JSON objects; <c>type</c> is the class name in kebab-case.</summary>
internal static class EventJson
{
    public static void Write(CanonicalJsonWriter writer, CaseEvent what, CaseFieldsJson fields, Envelopes envelopes)
    {
        writer.StartObject();
        switch (what)
        {
            case CaseEvent.Opened opened:
                writer.Text("agency"u8, opened.Agency);
                writer.Basis(opened.Basis);
                writer.Text("calendarVersion"u8, opened.CalendarVersion);
                writer.Text("definitionHash"u8, opened.DefinitionHash);
                writer.Number("definitionVersion"u8, opened.DefinitionVersion);
                writer.Number("interpreterFlags"u8, opened.InterpreterFlags);
                writer.Parent(opened.Parent);
                writer.Text("procedure"u8, opened.Procedure);
                writer.Issued("reference"u8, opened.Reference);
                writer.Schedule(opened.Schedule);
                writer.Name("set"u8);
                fields.Write(writer, opened.Set, envelopes);
                writer.Text("to"u8, opened.To);
                break;
            case CaseEvent.Moved moved:
                writer.Basis(moved.Basis);
                writer.Number("branch"u8, moved.Branch);
                writer.Id("child"u8, moved.Child);
                writer.Names("cleared"u8, moved.Cleared);
                writer.Flag("closes"u8, moved.Closes);
                writer.Number("extension"u8, moved.Extension);
                writer.Text("from"u8, moved.From);
                writer.Names("lowered"u8, moved.Lowered);
                writer.Text("outcome"u8, moved.Outcome);
                writer.Names("raised"u8, moved.Raised);
                writer.Name("set"u8);
                fields.Write(writer, moved.Set, envelopes);
                writer.Text("to"u8, moved.To);
                writer.Text("trigger"u8, moved.Trigger);
                break;
            case CaseEvent.DocumentIssued issued:
                writer.Basis(issued.Basis);
                writer.Name("data"u8);
                envelopes.Write(writer, "data", Encoding.UTF8.GetBytes(issued.Data));
                writer.Text("document"u8, issued.Document);
                writer.Issued("number"u8, issued.Number);
                writer.Text("template"u8, issued.Template);
                writer.Number("templateVersion"u8, issued.TemplateVersion);
                writer.Text("title"u8, issued.Title);
                break;
            case CaseEvent.ChildOpened child:
                writer.Text("agency"u8, child.Agency);
                writer.Basis(child.Basis);
                writer.Id("child"u8, child.Child);
                writer.Flag("linked"u8, child.Linked);
                writer.Text("procedure"u8, child.Procedure);
                break;
            case CaseEvent.ChildHeard heard:
                writer.Id("child"u8, heard.Child);
                writer.Text("outcome"u8, heard.Outcome);
                writer.Text("state"u8, heard.State);
                break;
            case CaseEvent.DeadlineChanged changed:
                writer.Basis(changed.Basis);
                writer.Text("clock"u8, changed.Clock);
                writer.Deadline("new"u8, changed.New);
                writer.Deadline("old"u8, changed.Old);
                break;
            case CaseEvent.Warned warned:
                writer.Text("clock"u8, warned.Clock);
                writer.Date("due"u8, warned.Due);
                writer.Number("left"u8, warned.Left);
                break;
            case CaseEvent.DateCorrected corrected:
                writer.Number("corrects"u8, corrected.Corrects);
                writer.Date("new"u8, corrected.New);
                writer.Date("old"u8, corrected.Old);
                writer.Name("set"u8);
                fields.Write(writer, corrected.Set, envelopes);
                break;
            case CaseEvent.CalendarAdopted adopted:
                writer.Text("new"u8, adopted.New);
                writer.Text("old"u8, adopted.Old);
                break;
            case CaseEvent.Cancelled cancelled:
                writer.Text("from"u8, cancelled.From);
                break;
            case CaseEvent.AgencyChanged changed:
                writer.Basis(changed.Basis);
                writer.Text("new"u8, changed.New);
                writer.Id("of"u8, changed.Of);
                writer.Text("old"u8, changed.Old);
                break;
            case CaseEvent.FactRecorded fact:
                writer.Text("agency"u8, fact.Agency);
                writer.Basis(fact.Basis);
                writer.Text("kind"u8, fact.Kind);
                break;
            case CaseEvent.FactsCollected collected:
                writer.Basis(collected.Basis);
                writer.Text("kind"u8, collected.Kind);
                writer.Name("rows"u8);
                fields.Write(writer, FieldMap.Empty.Add(collected.Into, new FieldValue.Rows(collected.Rows)), envelopes);
                Write(writer, collected.Taken);
                break;
            case CaseEvent.AttachmentAdded added:
                AttachmentJson.Write(writer, added.Attachment, "", envelopes);
                break;
            case CaseEvent.DocumentServed served:
                ServiceJson.Write(writer, served.Service, "", envelopes);
                break;
            case CaseEvent.MailRequested requested:
                ServiceJson.Write(writer, requested.Mail, "", envelopes);
                break;
            case CaseEvent.MailFailed failed:
                writer.Number("number"u8, failed.Number);
                writer.Text("reason"u8, failed.Reason);
                break;
            case CaseEvent.ServiceFollowed followed:
                ServiceJson.Write(writer, followed, envelopes);
                break;
        }

        writer.Text("type"u8, TypeOf(what));
        if (Sealed(what) is { } values)
            Seal(writer, values, "values", envelopes);

        writer.EndObject();
    }

    public static CaseEvent Read(JsonElement json, CaseFieldsJson fields, Envelopes envelopes) => json.Text("type"u8) switch
    {
        "opened" => new CaseEvent.Opened
        {
            Agency = json.Text("agency"u8),
            Basis = json.Basis(),
            CalendarVersion = json.Text("calendarVersion"u8),
            DefinitionHash = json.Text("definitionHash"u8),
            DefinitionVersion = json.Number("definitionVersion"u8),
            InterpreterFlags = json.Number("interpreterFlags"u8),
            Parent = json.Parent(),
            Procedure = json.Text("procedure"u8),
            Reference = json.GetProperty("reference"u8).Issued(),
            Schedule = json.Schedule(),
            Set = fields.Read(json.GetProperty("set"u8), envelopes),
            To = json.Text("to"u8),
        },
        "moved" => new CaseEvent.Moved
        {
            Basis = json.Basis(),
            Branch = json.Number("branch"u8),
            Child = json.Maybe("child"u8)?.Id(),
            Cleared = json.Names("cleared"u8),
            Closes = json.Maybe("closes"u8) is not null,
            Extension = json.MaybeNumber("extension"u8),
            From = json.Text("from"u8),
            Lowered = json.Names("lowered"u8),
            Outcome = json.MaybeText("outcome"u8),
            Raised = json.Names("raised"u8),
            Set = fields.Read(json.GetProperty("set"u8), envelopes),
            To = json.Text("to"u8),
            Trigger = json.Text("trigger"u8),
        },
        "document-issued" => new CaseEvent.DocumentIssued(
            json.Text("document"u8),
            json.Text("title"u8),
            json.Text("template"u8),
            json.Number("templateVersion"u8),
            json.GetProperty("number"u8).Issued(),
            json.Basis(),
            envelopes.Open(json.GetProperty("data"u8), "data") is { } data ? Encoding.UTF8.GetString(data) : Destroyed.Data),
        "child-opened" => new CaseEvent.ChildOpened(
            json.GetProperty("child"u8).Id(), json.Text("procedure"u8), json.Text("agency"u8), json.Maybe("linked"u8) is not null, json.Basis()),
        "child-heard" => new CaseEvent.ChildHeard(
            json.GetProperty("child"u8).Id(),
            json.Text("state"u8),
            json.MaybeText("outcome"u8),
            Open(json, "values", envelopes)),
        "deadline-changed" => new CaseEvent.DeadlineChanged(
            json.Text("clock"u8), json.Maybe("old"u8)?.Deadline(), json.Maybe("new"u8)?.Deadline(), json.Basis()),
        "warned" => new CaseEvent.Warned(json.Text("clock"u8), json.Number("left"u8), json.GetProperty("due"u8).Date()),
        "date-corrected" => new CaseEvent.DateCorrected(
            json.Number("corrects"u8),
            json.GetProperty("old"u8).Date(),
            json.GetProperty("new"u8).Date(),
            fields.Read(json.GetProperty("set"u8), envelopes)),
        "calendar-adopted" => new CaseEvent.CalendarAdopted(json.Text("old"u8), json.Text("new"u8)),
        "cancelled" => new CaseEvent.Cancelled(json.Text("from"u8)),
        "agency-changed" => new CaseEvent.AgencyChanged(
            json.Maybe("of"u8)?.Id(), json.Text("old"u8), json.Text("new"u8), json.Basis()),
        "fact-recorded" => new CaseEvent.FactRecorded(
            json.Text("kind"u8), json.MaybeText("agency"u8), Open(json, "values", envelopes), json.Basis()),
        "attachment-added" => new CaseEvent.AttachmentAdded(AttachmentJson.Read(json, "", envelopes)),
        "document-served" => new CaseEvent.DocumentServed(ServiceJson.Read(json, "", envelopes)),
        "mail-requested" => new CaseEvent.MailRequested(ServiceJson.Mail(json, "", envelopes)),
        "mail-failed" => new CaseEvent.MailFailed(json.Number("number"u8), json.Text("reason"u8)),
        "service-followed" => ServiceJson.Followed(json, envelopes),
        "facts-collected" => Collected(json, fields, envelopes),
        var unknown => throw new JsonException($"'{unknown}' is no event."),
    };

    public static string TypeOf(CaseEvent what) => what switch
    {
        CaseEvent.Opened => "opened",
        CaseEvent.Moved => "moved",
        CaseEvent.DocumentIssued => "document-issued",
        CaseEvent.ChildOpened => "child-opened",
        CaseEvent.ChildHeard => "child-heard",
        CaseEvent.DeadlineChanged => "deadline-changed",
        CaseEvent.Warned => "warned",
        CaseEvent.DateCorrected => "date-corrected",
        CaseEvent.CalendarAdopted => "calendar-adopted",
        CaseEvent.Cancelled => "cancelled",
        CaseEvent.AgencyChanged => "agency-changed",
        CaseEvent.FactRecorded => "fact-recorded",
        CaseEvent.FactsCollected => "facts-collected",
        CaseEvent.AttachmentAdded => "attachment-added",
        CaseEvent.DocumentServed => "document-served",
        CaseEvent.ServiceFollowed => "service-followed",
        CaseEvent.MailRequested => "mail-requested",
        CaseEvent.MailFailed => "mail-failed",
        _ => throw new NotSupportedException($"No JSON form for {what.GetType().Name}."),
    };

    /// <summary>Writes <c>values</c>, sealed as a whole: which of them are personal is known to another definition. None are left out.</summary>
    public static void Seal(
        CanonicalJsonWriter writer, ImmutableSortedDictionary<string, FieldValue> values, string path, Envelopes envelopes)
    {
        if (values.IsEmpty)
            return;
        var plain = new CanonicalJsonWriter();
        TaggedValueJson.Write(plain, values);
        writer.Name("values"u8);
        envelopes.Write(writer, path, plain.Written);
    }

    /// <summary>Reads <c>values</c>.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Open(JsonElement json, string path, Envelopes envelopes)
    {
        if (json.Maybe("values"u8) is not { } envelope)
            return FieldMap.Empty;
        if (envelopes.Open(envelope, path) is not { } plain)
            return Destroyed.Values;
        using var document = JsonDocument.Parse(plain);
        return TaggedValueJson.Read(document.RootElement);
    }

    private static void Write(CanonicalJsonWriter writer, ImmutableArray<CollectedStretch> taken)
    {
        writer.Name("taken"u8);
        writer.StartArray();
        foreach (var stretch in taken)
        {
            writer.StartObject();
            writer.Text("agency"u8, stretch.Agency);
            writer.Name("first"u8);
            writer.Number(stretch.First);
            writer.Name("last"u8);
            writer.Number(stretch.Last);
            writer.EndObject();
        }

        writer.EndArray();
    }

    private static CaseEvent.FactsCollected Collected(JsonElement json, CaseFieldsJson fields, Envelopes envelopes)
    {
        var (into, rows) = fields.Read(json.GetProperty("rows"u8), envelopes).Single();
        return new(
            json.Text("kind"u8),
            into,
            rows is FieldValue.Rows read ? read.Items : [],
            [
                .. json.GetProperty("taken"u8).EnumerateArray().Select(stretch => new CollectedStretch(
                    stretch.Text("agency"u8), stretch.GetProperty("first"u8).GetInt64(), stretch.GetProperty("last"u8).GetInt64())),
            ],
            json.Basis());
    }

    private static ImmutableSortedDictionary<string, FieldValue>? Sealed(CaseEvent what) => what switch
    {
        CaseEvent.ChildHeard heard => heard.Values,
        CaseEvent.FactRecorded fact => fact.Values,
        _ => null,
    };
}
