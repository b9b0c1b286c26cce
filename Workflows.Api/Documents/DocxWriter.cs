using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Api.Documents;

/// <summary>Writes a document for Word.</summary>
internal static class DocxWriter
{
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1417;
    private const int TextWidth = PageWidth - 2 * Margin;

    public static byte[] Write(string title, ImmutableArray<DocumentBlock> blocks)
    {
        var body = new Body();
        foreach (var block in blocks)
        {
            // Word joins tables that touch.
            if (block is DocumentBlock.Table && body.LastChild is Table)
                body.Append(new Paragraph());
            body.Append(Block(block));
        }

        // A table cannot be the last thing on a page.
        if (body.LastChild is null or Table)
            body.Append(Paragraph(ParagraphStyle.Plain, [], "TableText"));
        body.Append(new SectionProperties(
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 851, Footer = 992, Gutter = 0 }));
        return DocxPackage.Write(title, new Document(body));
    }

    private static OpenXmlElement Block(DocumentBlock block) => block switch
    {
        DocumentBlock.Heading heading => Paragraph(ParagraphStyle.Plain, heading.Runs, $"Heading{Text(heading.Level)}", heading.NewPage),
        DocumentBlock.Paragraph paragraph => Paragraph(paragraph.Style, paragraph.Runs, null),
        DocumentBlock.Table table => TableOf(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static Table TableOf(DocumentBlock.Table source)
    {
        var grid = TableGrid.Of(source, TextWidth);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "Form" },
                new TableWidth { Width = Text(grid.Widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new DocumentFormat.OpenXml.Wordprocessing.TableGrid(grid.Widths.Select(width => new GridColumn { Width = Text(width) })));
        foreach (var row in grid.Rows)
            table.Append(new TableRow(row.Select(slot => Cell(slot, grid.Widths))));
        return table;
    }

    private static TableCell Cell(Documents.TableGrid.Slot slot, ImmutableArray<int> widths)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = Text(widths.AsSpan().Slice(slot.Column, slot.Span).ToArray().Sum()), Type = TableWidthUnitValues.Dxa });
        if (slot.Span > 1)
            properties.Append(new GridSpan { Val = slot.Span });
        if (slot.Cell is { RowSpan: > 1 })
            properties.Append(new VerticalMerge { Val = slot.Continues ? MergedCellValues.Continue : MergedCellValues.Restart });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });

        var cell = new TableCell(properties);
        var style = slot.Cell is { IsHeader: true } ? "TableHeading" : "TableText";
        if (slot.Cell is { Paragraphs.IsEmpty: false } && !slot.Continues)
            cell.Append(slot.Cell.Paragraphs.Select(paragraph => Paragraph(paragraph.Style == ParagraphStyle.Plain ? slot.Cell.Style : paragraph.Style, paragraph.Runs, style)));
        else
            cell.Append(Paragraph(ParagraphStyle.Plain, [], style));
        return cell;
    }

    private static Paragraph Paragraph(ParagraphStyle alignment, ImmutableArray<DocumentRun> runs, string? style, bool newPage = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.Append(new ParagraphStyleId { Val = style });
        if (newPage)
            properties.Append(new PageBreakBefore());
        if (alignment == ParagraphStyle.Indent)
            properties.Append(new Indentation { FirstLineChars = 200, FirstLine = style is null ? "560" : "480" });
        if (alignment is ParagraphStyle.Center or ParagraphStyle.Right)
            properties.Append(new Justification { Val = alignment == ParagraphStyle.Center ? JustificationValues.Center : JustificationValues.Right });
        var paragraph = new Paragraph();
        if (properties.HasChildren)
            paragraph.Append(properties);
        paragraph.Append(runs.Select(Run));
        return paragraph;
    }

    private static Run Run(DocumentRun source)
    {
        if (source.Text is null)
            return new Run(new Break());
        var properties = new RunProperties();
        if (source.Strong)
            properties.Append(new Bold());
        if (source.Small)
            properties.Append(new FontSize { Val = "21" });
        if (source.Underlined)
            properties.Append(new Underline { Val = UnderlineValues.Single });
        var run = new Run();
        if (properties.HasChildren)
            run.Append(properties);
        run.Append(new Text(source.Text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
