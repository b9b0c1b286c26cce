using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

public class WordDocumentTests
{
    private static IEnumerable<string> Ids => new TemplateCatalogue([]).Ids;

    [TestCaseSource(nameof(Ids))]
    public void Document_IsValidForWord(string id)
    {
        using var word = Open(Sample.BuiltIn(id, """{ "override.rightHolders": [{ "name": "甲" }, { "name": "乙" }], "reply.items": [{ "request": "a", "answer": "b" }] }"""));
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").Should().BeEmpty();
    }

    [TestCaseSource(nameof(Ids))]
    public void Document_RenderedAgain_HasTheSameBytes(string id)
    {
        var first = Sample.BuiltIn(id);
        var second = Sample.BuiltIn(id);
        second.ToDocx().Should().Equal(first.ToDocx());
        first.ToDocx().Should().Equal(first.ToDocx());
        second.ToHtml().Should().Be(first.ToHtml());
    }

    [Test]
    public void Package_HasNoTimesAndNoRandomNames()
    {
        using var archive = new ZipArchive(new MemoryStream(Sample.BuiltIn("huadian.attachment-5").ToDocx()));
        archive.Entries.Select(entry => entry.FullName).Should().BeEquivalentTo(
            "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels", "word/fontTable.xml", "word/settings.xml", "word/styles.xml");
        archive.Entries.Should().OnlyContain(entry => entry.LastWriteTime.Year == 1980);
    }

    [Test]
    public void Document_HasTitlePageSizeAndFonts()
    {
        using var word = Open(Sample.BuiltIn("huadian.attachment-5"));
        word.PackageProperties.Title.Should().Be("桦甸市政府信息公开申请受理单");
        var size = word.MainDocumentPart!.Document.Descendants<PageSize>().Single();
        (size.Width!.Value, size.Height!.Value).Should().Be((11906u, 16838u), "A4 in twips");
        var styles = word.MainDocumentPart.StyleDefinitionsPart!.Styles!;
        styles.DocDefaults!.Descendants<RunFonts>().Single().EastAsia!.Value.Should().Be("仿宋");
        styles.Elements<Style>().Single(style => style.StyleId == "Heading1").Descendants<RunFonts>().Single().EastAsia!.Value.Should().Be("黑体");
        word.MainDocumentPart.FontTablePart!.Fonts.Elements<Font>().Single(font => font.Name == "仿宋").AltName!.Val!.Value.Should().Contain("FangSong");
    }

    [Test]
    public void Spans_BecomeMergedCells()
    {
        using var word = Open(Sample.Of("""
            <table>
              <tr><td rowspan="3">a</td><td colspan="2">b</td></tr>
              <tr><td>c</td><td rowspan="2">d</td></tr>
              <tr><td>e</td></tr>
              <tr><td>f</td></tr>
            </table>
            """));
        var rows = word.MainDocumentPart!.Document.Descendants<TableRow>().ToList();
        rows.Select(row => row.Elements<TableCell>().Sum(cell => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1)).Should().OnlyContain(columns => columns == 3);
        rows[0].Elements<TableCell>().Select(cell => cell.InnerText).Should().Equal("a", "b");
        Merge(rows[0], 0).Should().Be(MergedCellValues.Restart);
        Merge(rows[1], 0).Should().Be(MergedCellValues.Continue);
        Merge(rows[1], 2).Should().Be(MergedCellValues.Restart);
        Merge(rows[2], 2).Should().Be(MergedCellValues.Continue);
        rows[3].Elements<TableCell>().Select(cell => cell.InnerText).Should().Equal("f", "");
        word.MainDocumentPart.Document.Descendants<GridColumn>().Should().HaveCount(3);
    }

    [Test]
    public void Widths_ShareThePage()
    {
        using var word = Open(Sample.Of("<table><tr><td width=\"20%\">a</td><td>b</td><td width=\"50%\">c</td></tr></table>"));
        var widths = word.MainDocumentPart!.Document.Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!)).ToList();
        widths.Should().Equal(1814, 2721, 4536);
    }

    [Test]
    public void Paragraphs_AreSetAsTheTemplateSays()
    {
        using var word = Open(Sample.Of("<p class=\"center\">a</p><p class=\"right\">b</p><p class=\"indent\">c</p><p>d<strong>e</strong><u>f</u><span class=\"small\">g</span><br/>h</p>"));
        var paragraphs = word.MainDocumentPart!.Document.Descendants<Paragraph>().ToList();
        paragraphs[0].ParagraphProperties!.Justification!.Val!.Value.Should().Be(JustificationValues.Center);
        paragraphs[1].ParagraphProperties!.Justification!.Val!.Value.Should().Be(JustificationValues.Right);
        paragraphs[2].ParagraphProperties!.Indentation!.FirstLineChars!.Value.Should().Be(200);
        paragraphs[3].Descendants<Bold>().Single().Parent!.Parent!.InnerText.Should().Be("e");
        paragraphs[3].Descendants<Underline>().Single().Parent!.Parent!.InnerText.Should().Be("f");
        paragraphs[3].Descendants<FontSize>().Single().Parent!.Parent!.InnerText.Should().Be("g");
        paragraphs[3].Descendants<Break>().Should().ContainSingle();
    }

    [Test]
    public void NewPage_BreaksBeforeTheHeading_ButNotOnTheFirst()
    {
        using var word = Open(Sample.Of("<h1 class=\"new-page\">a</h1><h1 class=\"new-page\">b</h1>"));
        word.MainDocumentPart!.Document.Descendants<PageBreakBefore>().Should().ContainSingle();
    }

    private static WordprocessingDocument Open(RenderedDocument document) => WordprocessingDocument.Open(new MemoryStream(document.ToDocx()), false);

    private static MergedCellValues Merge(TableRow row, int cell) =>
        row.Elements<TableCell>().ElementAt(cell).TableCellProperties!.VerticalMerge!.Val!.Value;
}
