using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Api.Attachments;
using Workflows.Api.Json;
using Workflows.Api.Letters;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>What an event says, for those who read the history.</summary>
internal static class EventDetails
{
    /// <summary>The shown name of what happened.</summary>
    /// <param name="definition">The definition the case is pinned to.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="childOf">The procedure of a child of the case, in its newest version; null when it is not known here.</param>
    public static LocalizedText? Title(PreparedDefinition definition, CaseEvent happened, Func<CaseId, PreparedDefinition?> childOf) => happened switch
    {
        CaseEvent.Opened => definition.Definition.Opening.Title,
        CaseEvent.Moved moved => definition.Definition.Triggers
            .FirstOrDefault(trigger => trigger.Name == moved.Trigger)?.Title,
        CaseEvent.DocumentIssued issued => new LocalizedText(issued.Title, null),
        CaseEvent.FactsCollected collected => definition.Field(collected.Into)?.Title,
        CaseEvent.DeadlineChanged changed => definition.Clock(changed.Clock)?.Title,
        CaseEvent.Warned warned => definition.Clock(warned.Clock)?.Title,
        CaseEvent.ChildOpened opened => ChildTitle(childOf(opened.Child), opened.Procedure, "启动", "opened"),
        CaseEvent.ChildHeard heard => ChildTitle(heard, childOf(heard.Child)),
        CaseEvent.AttachmentAdded => new LocalizedText("添加附件", "File added"),
        CaseEvent.DocumentServed served => new LocalizedText($"登记送达：{ServiceChannels.Title(served.Service.Channel)}", "Service recorded"),
        CaseEvent.MailRequested => new LocalizedText("以电子邮件发送文书", "Document to be sent by e-mail"),
        CaseEvent.MailFailed => new LocalizedText("电子邮件未能发出", "E-mail not sent"),
        CaseEvent.ServiceFollowed followed => followed.News switch
        {
            ServiceNews.Received => new LocalizedText("登记签收", "Receipt recorded"),
            ServiceNews.Returned => new LocalizedText("登记退回", "Return recorded"),
            _ => new LocalizedText("送达登记有误，不再作数", "Service annulled"),
        },
        CaseEvent.AgencyChanged { Of: null } => new LocalizedText("承办机关合并，本案转由其继任机关办理", "Passed to the successor of the agency"),
        CaseEvent.AgencyChanged => new LocalizedText("有关案件转由继任机关办理", "A related case passed to the successor of its agency"),
        _ => null,
    };

    private static LocalizedText ChildTitle(CaseEvent.ChildHeard heard, PreparedDefinition? child)
    {
        var state = heard.State == CaseState.CancelledState ? CaseViews.Cancelled : child?.State(heard.State)?.Title ?? new LocalizedText(heard.State, null);
        return ChildTitle(child, null, state.Zh, state.En ?? heard.State);
    }

    private static LocalizedText ChildTitle(PreparedDefinition? child, string? procedure, string zh, string en)
    {
        var title = child?.Definition.Title ?? new LocalizedText(procedure ?? "子程序", procedure ?? "Child case");
        return new LocalizedText($"{title.Zh}：{zh}", $"{title.En ?? child?.Definition.Procedure}: {en}");
    }

    /// <summary>The article under which it happened; null for kinds that rest on none.</summary>
    public static LegalBasis? Basis(CaseEvent happened) => happened switch
    {
        CaseEvent.Opened opened => opened.Basis,
        CaseEvent.Moved moved => moved.Basis,
        CaseEvent.DocumentIssued issued => issued.Basis,
        CaseEvent.ChildOpened child => child.Basis,
        CaseEvent.DeadlineChanged changed => changed.Basis,
        CaseEvent.FactRecorded fact => fact.Basis,
        CaseEvent.FactsCollected collected => collected.Basis,
        CaseEvent.AgencyChanged changed => changed.Basis,
        _ => null,
    };

    /// <summary>The rest of it; personal values are masked unless in clear, and the data of a document is left to the document.</summary>
    public static JsonObject Of(PreparedDefinition definition, CaseEvent happened, bool clear)
    {
        JsonObject Values(IEnumerable<KeyValuePair<string, FieldValue>> values) => CaseViews.Values(definition, values, clear);
        // Values of facts and children carry names of their own, so there is no telling which of them are personal.
        JsonObject Foreign(IEnumerable<KeyValuePair<string, FieldValue>> values) => CaseViews.Values(null, values, clear);
        return happened switch
        {
            CaseEvent.Opened opened => Json(new { opened.To, Reference = opened.Reference.Text, opened.DefinitionHash, opened.Schedule, Set = Values(opened.Set) }),
            CaseEvent.Moved moved => Json(new
            {
                moved.Trigger,
                moved.From,
                moved.To,
                Set = Values(moved.Set),
                moved.Cleared,
                moved.Raised,
                moved.Lowered,
                moved.Extension,
                moved.Child,
                moved.Closes,
                moved.Outcome,
            }),
            CaseEvent.DocumentIssued issued => Json(new { issued.Document, Number = issued.Number.Text, issued.Template, issued.TemplateVersion }),
            CaseEvent.ChildOpened child => Json(new { child.Child, child.Procedure, child.Agency, child.Linked }),
            CaseEvent.ChildHeard heard => Json(new { heard.Child, heard.State, heard.Outcome, Values = Foreign(heard.Values) }),
            CaseEvent.DeadlineChanged changed => Json(new { changed.Clock, changed.Old, changed.New }),
            CaseEvent.FactRecorded fact => Json(new { fact.Kind, fact.Agency, Values = Foreign(fact.Values) }),
            CaseEvent.FactsCollected collected => Json(new
            {
                collected.Kind,
                collected.Into,
                Set = Values([KeyValuePair.Create<string, FieldValue>(collected.Into, new FieldValue.Rows(collected.Rows))]),
                collected.Taken,
            }),
            CaseEvent.AttachmentAdded { Attachment: var added } => Json(new
            {
                added.Kind,
                Name = AttachmentView.ShownName(added, clear),
                added.MediaType,
                added.Size,
                added.Personal,
            }),
            CaseEvent.DocumentServed { Service: var served } => Json(new
            {
                served.Document,
                served.Channel,
                served.SentOn,
                served.ReceivedOn,
                Number = ServiceView.Shown(served.Number, clear),
                By = ServiceView.Shown(served.By, clear),
                ReceivedBy = ServiceView.Shown(served.ReceivedBy, clear),
                served.Attachment,
                served.Mail,
                served.MessageId,
            }),
            CaseEvent.MailRequested { Mail: var mail } => Json(new { mail.Document, mail.Field, Address = ServiceView.Shown(mail.Address, clear) }),
            CaseEvent.MailFailed failed => Json(new { Mail = failed.Number, failed.Reason }),
            CaseEvent.ServiceFollowed followed => Json(new
            {
                Service = followed.Number,
                followed.News,
                followed.On,
                ReceivedBy = ServiceView.Shown(followed.ReceivedBy, clear),
                followed.Attachment,
            }),
            CaseEvent.Warned or CaseEvent.DateCorrected or CaseEvent.CalendarAdopted or CaseEvent.Cancelled => Json(happened),
            CaseEvent.AgencyChanged changed => Json(new { changed.Of, changed.Old, changed.New }),
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
    }

    private static JsonObject Json(object says) => JsonSerializer.SerializeToNode(says, says.GetType(), ApiJson.Options)!.AsObject();
}
