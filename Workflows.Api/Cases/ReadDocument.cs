using System.Text;
using System.Text.Json;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Documents;
using Workflows.Api.Problems;
using Workflows.Api.Templates;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>Reads a document issued in a case, as it was issued.</summary>
internal static class ReadDocument
{
    private const string Json = "application/json";
    private const string Html = "text/html";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/documents/{n}", Handle)
        .WithName("readDocument").WithTags("Cases")
        .WithSummary("Read a document as it was issued")
        .WithDescription(
            "A page (`text/html`, the default), a Word document, or the data it was filled with (`application/json`). A letter shows personal "
            + "values, so the caller must hold a role in the agency that handles the case.")
        .WithMetadata(new TakesHeader("Accept", false, "The format wanted."))
        .Produces<string>(StatusCodes.Status200OK, Html, Json, RenderedDocument.DocxMediaType).Refuses(403, 404, 406, 409);

    private static async Task<IResult> Handle(
        Caller caller, string id, string n, HttpRequest request, CaseDesk desk, CaseRecords records, TemplateLibrary templates, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        if (!caller.MayReadClear(state))
            return Problem.Forbidden("文书含有个人信息，查看须在承办机关任职").Result();
        if (!int.TryParse(n, out var number) || records.Document(state.Id, number) is not { } document)
            return Problem.NotFound("本案没有这份文书").Result();
        var format = Accepted.Format(request.Headers.Accept, Html, Json, RenderedDocument.DocxMediaType);
        if (format is null)
            return Problem.NotAcceptable($"可以提供：{Html}、{Json}、{RenderedDocument.DocxMediaType}").Result();
        await log.Case(caller, state, $"documents/{number}", clear: true).ConfigureAwait(false);
        if (format == Json)
            return Results.Text(document.Data, Json, Encoding.UTF8);
        if (document.Data == Destroyed.Data)
            return Problem.NotFound("这份文书的内容已随本案的个人信息销毁").Result();
        if (templates.Current.Get(document.Summary.Template, document.Summary.TemplateVersion) is not { } template)
            return Problem.NotFound("没有这份文书的模板，只能读取其数据（Accept: application/json）").Result();
        try
        {
            using var data = JsonDocument.Parse(document.Data);
            var rendered = DocumentRenderer.Render(template, DocumentData.From(data.RootElement));
            return format == Html
                ? Results.Text(rendered.ToHtml(), RenderedDocument.HtmlMediaType, Encoding.UTF8)
                : Results.Bytes(rendered.ToDocx(), RenderedDocument.DocxMediaType, $"{state.Id}-{number}.docx");
        }
        catch (TemplateRejectedException)
        {
            return Problem.Conflict("文书内容超出排版的限度，只能读取其数据（Accept: application/json）").Result();
        }
    }
}
