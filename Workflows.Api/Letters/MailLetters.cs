using System.Text.Json;
using MimeKit;
using NodaTime;
using Workflows.Api.Documents;
using Workflows.Api.Hosting;
using Workflows.Api.Templates;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Letters;

/// <summary>Makes the e-mail of a document: the letter as a Word file, and a few lines that say what it is.</summary>
internal sealed class MailLetters(CaseRecords records, TemplateLibrary templates, ReferenceDataSource reference, RealTime realTime)
{
    /// <summary>The <c>Message-ID</c>: the same at every try, so that one that came twice can be told.</summary>
    /// <param name="id">The case.</param>
    /// <param name="number">Number of the e-mail within it.</param>
    /// <param name="settings">Whose domain it names.</param>
    public static string IdOf(CaseId id, int number, MailSettings settings) => $"{id}.{number}@{settings.From.Domain}";

    /// <summary>The e-mail; null where the document can no longer be made: erased, without its template, or beyond the limits of a letter.</summary>
    /// <remarks>The subject holds title and number of the document and nothing of its content.</remarks>
    public MimeMessage? Write(CaseState state, int number, MailSettings settings)
    {
        var mail = state.Mails[number - 1].Mail;
        if (!MailFields.IsAddress(mail.Address) || !MailboxAddress.TryParse(mail.Address, out var to) || records.Document(state.Id, mail.Document) is not { } document || document.Data == Destroyed.Data
            || Word(document) is not { } letter)
        {
            return null;
        }

        var (title, printed) = (document.Summary.Title, document.Summary.Number);
        var agency = reference.Current.Agencies.Find(state.Agency)?.Name ?? state.Agency;
        var body = new BodyBuilder
        {
            TextBody = $"您好：\n\n附件是{agency}出具的《{title}》（{printed}）。请查收，并请回复本邮件确认收到。\n\n{agency}\n",
        };
        body.Attachments.Add($"{title}.docx", letter, ContentType.Parse(RenderedDocument.DocxMediaType));
        var message = new MimeMessage
        {
            MessageId = IdOf(state.Id, number, settings),
            Date = realTime.Clock.GetCurrentInstant().WithOffset(Offset.FromHours(8)).ToDateTimeOffset(),
            Subject = $"{title}（{printed}）",
            Body = body.ToMessageBody(),
        };
        message.From.Add(settings.From);
        message.To.Add(to);
        return message;
    }

    private byte[]? Word(DocumentContent document)
    {
        if (templates.Current.Get(document.Summary.Template, document.Summary.TemplateVersion) is not { } template)
            return null;
        try
        {
            using var data = JsonDocument.Parse(document.Data);
            return DocumentRenderer.Render(template, Documents.DocumentData.From(data.RootElement)).ToDocx();
        }
        catch (TemplateRejectedException)
        {
            return null;
        }
    }
}
