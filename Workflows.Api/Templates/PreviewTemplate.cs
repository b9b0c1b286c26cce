using System.Text.Json.Nodes;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Documents;
using Workflows.Api.Json;
using Workflows.Api.Problems;

namespace Workflows.Api.Templates;

/// <summary>Shows what a template prints.</summary>
internal static class PreviewTemplate
{
    private const string Html = "text/html";

    /// <summary>What to print.</summary>
    /// <param name="Source">A source that is not published yet; null for the newest version.</param>
    /// <param name="Data">Sample data by the names of fields; what is missing prints as blanks.</param>
    internal sealed record Request(string? Source = null, JsonObject? Data = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/templates/{id}/preview", Handle)
        .WithName("previewTemplate").WithTags("Templates")
        .WithSummary("Print a template, or a source that is not published yet, with sample data; nothing is stored")
        .WithDescription("`Accept` chooses HTML (the default) or a Word document.")
        .Produces<string>(StatusCodes.Status200OK, Html)
        .Produces<byte[]>(StatusCodes.Status200OK, RenderedDocument.DocxMediaType)
        .WithMetadata(new TakesHeader("Accept", false, "The format wanted.")).Refuses(404, 406, 422).ForSystemAdministrators();

    private static IResult Handle(HttpContext http, string id, JsonBody<Request> body, TemplateLibrary library)
    {
        var newest = library.Current.Get(id);
        if ((body.Value.Source ?? newest?.Source) is not { } source)
            return ReadTemplate.Unknown.Result();
        try
        {
            var template = new DocumentTemplate(id, newest?.Version ?? 0, newest?.Title ?? id, source);
            var printed = DocumentRenderer.Render(template, DocumentData.From(body.Value.Data ?? []));
            return Accepted.Format(http.Request.Headers.Accept, Html, RenderedDocument.DocxMediaType) switch
            {
                Html => Results.Text(printed.ToHtml(), RenderedDocument.HtmlMediaType),
                RenderedDocument.DocxMediaType => Results.Bytes(printed.ToDocx(), RenderedDocument.DocxMediaType, $"{id}.docx"),
                _ => Problem.NotAcceptable($"可以提供：{Html}、{RenderedDocument.DocxMediaType}").Result(),
            };
        }
        catch (TemplateRejectedException rejected)
        {
            return Problem.Faulty("模板有错误，不能打印", [.. rejected.Problems.Select(DiagnosticView.Of)]).Result();
        }
    }
}
