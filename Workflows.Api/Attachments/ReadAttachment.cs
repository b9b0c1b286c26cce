using Microsoft.Net.Http.Headers;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Storage.Files;

namespace Workflows.Api.Attachments;

/// <summary>Gives the content of a file of a case, to be saved and never to be run.</summary>
internal static class ReadAttachment
{
    private const string Any = "application/octet-stream";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/attachments/{n}", Handle)
        .WithName("readAttachment").WithTags("Attachments")
        .WithSummary("Read a file of a case")
        .WithDescription(
            "The content as it was sent, to be saved (`Content-Disposition: attachment`). A personal file is for those who hold a role in the agency "
            + "that handles the case.")
        .Produces<byte[]>(StatusCodes.Status200OK, Any).Refuses(403, 404);

    private static async Task<IResult> Handle(
        Caller caller, string id, string n, HttpResponse response, CaseDesk desk, CaseFiles files, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        if (!int.TryParse(n, out var number) || number < 1 || number > state.Attachments.Length)
            return Problem.NotFound("本案没有这个附件").Result();
        var file = state.Attachments[number - 1].Attachment;
        if (file.Personal && !caller.MayReadClear(state))
            return Problem.Forbidden("该附件含有个人信息，查看须在承办机关任职").Result();
        if (files.Find(state.Id, file.Stored) is not { } content)
            return Problem.NotFound("该附件已随个人信息销毁，或者不在存储中").Result();
        await log.Case(caller, state, $"attachments/{number}", clear: file.Personal).ConfigureAwait(false);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, file.MediaType);
    }
}
