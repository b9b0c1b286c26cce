using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Hosting;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage.Files;

namespace Workflows.Api.Attachments;

/// <summary>Puts a file to a case.</summary>
internal static class AddAttachment
{
    /// <summary>What comes beside the file, and the lines between the parts.</summary>
    private const int Around = 64 * 1024;

    private const int LongestNote = 1000;

    /// <summary>The parts of the form.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Kind"><c>identity</c>, <c>licence</c>, <c>third-party-letter</c>, <c>released-material</c> or <c>other</c>.</param>
    /// <param name="Personal"><c>true</c> or <c>false</c>: whether it holds personal data; <c>true</c> when left out.</param>
    /// <param name="Note">Free text; at most 1,000 characters.</param>
    internal sealed record Form(IFormFile File, string Kind, string? Personal, string? Note);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/attachments", Handle)
        .WithName("addAttachment").WithTags("Attachments")
        .WithSummary("Put a file to a case")
        .WithDescription(
            "PDF, PNG, JPEG, TIFF, DOCX, XLSX, OFD or plain UTF-8 text, told by the content; 50 MiB at most unless the service is set otherwise. It is "
            + "stored encrypted with the key of the case. Whoever holds a role of the procedure may, also after the end of the case.")
        .Accepts<Form>("multipart/form-data")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>(StatusCodes.Status201Created).Refuses(404, 409, 412, 413, 415, 422, 428, 503).Does("command:attachment");

    private static async Task<IResult> Handle(
        Caller caller, string id, HttpRequest http, CaseDesk desk, CaseFiles files, ServiceSettings settings)
    {
        // Before anything of the file is read.
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var (read, problem) = Preconditions.OfChange(http);
        if (problem is not null)
            return problem.Result();
        var limit = settings.LargestAttachment;
        if (http.ContentLength > (long)limit + Around)
            return Problem.FileTooLarge(limit).Result();
        if (http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = 2L * (limit + Around);

        var upload = await MultipartUpload.Read(http, state.Id, files, limit).ConfigureAwait(false);
        using var file = upload.File;
        var (attachment, wrong) = Describe(upload);
        if (attachment is null)
            return wrong!.Result();
        var note = upload.Fields.GetValueOrDefault("note");
        var command = new Command.AddAttachment { Actor = caller.Actor, Attachment = attachment, Note = string.IsNullOrWhiteSpace(note) ? null : note };
        file.Keep();
        var result = await desk.Add(
            read, caller, Hash(http, attachment, note), state.Id, command,
            after => $"/api/v1/cases/{after.Id}/attachments/{after.Attachments.Length}").ConfigureAwait(false);
        // When the store failed, what the journal says is known at the next start.
        file.Settle();
        return result;
    }

    private static (Attachment? Attachment, Problem? Problem) Describe(MultipartUpload upload)
    {
        if (upload.File.Size == 0)
            return (null, Problem.Invalid("file", "文件是空的"));
        if (!upload.Fields.TryGetValue("kind", out var kind) || !AttachmentKinds.All.Contains(kind))
            return (null, Problem.Invalid("kind", $"应为 {string.Join("、", AttachmentKinds.All)} 之一"));
        var personal = upload.Fields.GetValueOrDefault("personal", "true");
        if (personal is not ("true" or "false"))
            return (null, Problem.Invalid("personal", "应为 true 或 false"));
        if (upload.Fields.GetValueOrDefault("note") is { Length: > LongestNote })
            return (null, Problem.Invalid("note", $"最多 {LongestNote} 个字符"));
        using var content = upload.File.Open();
        return FileTypes.Of(content) is { } type
            ? (new Attachment(
                kind, FileNames.Clean(upload.Name, type), type.MediaType, upload.File.Size, upload.File.Hash, upload.File.Stored, personal == "true"), null)
            : (null, Problem.Invalid("file", $"按内容只接受 {FileTypes.Taken}；文件不完整、加密、含宏或者同时是两种格式的，不予接受"));
    }

    /// <summary>What an idempotency key is bound to: what is asked, and not how the parts were put together.</summary>
    private static string Hash(HttpRequest http, Attachment attachment, string? note) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{http.Method} {http.Path}\n{JsonSerializer.Serialize(new { attachment.Kind, attachment.Personal, attachment.Name, attachment.Hash, note })}")));
}
