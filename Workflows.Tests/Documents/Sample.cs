using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

/// <summary>Data and readers that the document tests share.</summary>
internal static class Sample
{
    public const string Ticked = "☑";
    public const string Open = "□";

    private const string Common = """
        {
          "document": { "number": "桦政公开〔2026〕12号", "date": "2026-09-30" },
          "case": { "reference": "桦依申〔2026〕7号", "receivedOn": "2026-09-24" },
          "agency": {
            "name": "桦甸市教育局", "address": "桦甸市人民路1号", "enquiryPhone": "0432-60000001",
            "complaintPhones": { "superior": "0432-60000002", "supervisory": "0432-60000003", "openness": "0432-60000004" }
          },
          "actor": { "name": "经办甲" },
          "applicant.name": "张三", "applicant.kind": "citizen", "applicant.appliedOn": "2026-09-23",
          "receivedOn": "2026-09-24", "registeredOn": "2026-09-25",
          "request.description": "2025年义务教育招生方案",
          "handling.officer": "李四",
          "clocks": { "reply": { "due": "2026-10-22" } }
        }
        """;

    /// <summary>The common data with more fields, given as a JSON object.</summary>
    public static DocumentData Data(string more = "{}")
    {
        var all = JsonNode.Parse(Common)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
            all[name] = value?.DeepClone();
        return DocumentData.From(all);
    }

    public static DocumentData Json(string json) => DocumentData.From(JsonDocument.Parse(json).RootElement);

    public static RenderedDocument BuiltIn(string id, string more = "{}") =>
        DocumentRenderer.Render(new TemplateCatalogue([]).Get(id)!, Data(more));

    public static RenderedDocument Of(string source, string json = "{}") =>
        DocumentRenderer.Render(new DocumentTemplate("test.template", 1, "试", source), Json(json));

    /// <summary>Paragraphs of a Word document in order, those of cells too.</summary>
    public static List<string> Paragraphs(RenderedDocument document)
    {
        using var stream = new MemoryStream(document.ToDocx());
        using var word = WordprocessingDocument.Open(stream, false);
        return [.. word.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(TextOf)];
    }

    /// <summary>Text of each cell by row of the first table; merged cells are empty where they go on.</summary>
    public static List<List<string>> Cells(RenderedDocument document)
    {
        using var stream = new MemoryStream(document.ToDocx());
        using var word = WordprocessingDocument.Open(stream, false);
        return [.. word.MainDocumentPart!.Document.Body!.Elements<Table>().First().Elements<TableRow>().Select(row =>
            row.Elements<TableCell>().Select(cell => string.Join("\n", cell.Elements<Paragraph>().Select(TextOf))).ToList())];
    }

    /// <summary>The page's visible text, a line for each block.</summary>
    public static string HtmlText(RenderedDocument document)
    {
        var body = System.Xml.Linq.XDocument.Parse(document.ToHtml()).Root!.Elements().Single(element => element.Name.LocalName == "body");
        return body.Value;
    }

    private static string TextOf(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants().Select(element => element switch
        {
            Text text => text.Text,
            Break => "\n",
            _ => "",
        }));
}
