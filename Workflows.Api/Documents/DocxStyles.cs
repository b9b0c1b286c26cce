using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Api.Documents;

/// <summary>The styles and fonts of a Word document: 仿宋 for text, 黑体 for headings.</summary>
internal static class DocxStyles
{
    private const string Latin = "Times New Roman";
    private const string Body = "仿宋";
    private const string Heading = "黑体";

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                FontsOf(Body), new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { Before = "0", After = "0", Line = "400", LineRule = LineSpacingRuleValues.AtLeast }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        HeadingStyle("Heading1", "heading 1", 0, "36"),
        HeadingStyle("Heading2", "heading 2", 1, "28"),
        ParagraphStyleOf("TableText", "Table Text", FontsOf(Body)),
        ParagraphStyleOf("TableHeading", "Table Heading", FontsOf(Heading), new Justification { Val = JustificationValues.Center }),
        new Style(
            new StyleName { Val = "Form" },
            new StyleTableProperties(Borders(), CellMargins()))
        { Type = StyleValues.Table, StyleId = "Form" });

    /// <summary>Fonts to take where those named are not installed.</summary>
    public static Fonts Fonts() => new(
        FontNamed(Body, "FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong", FontFamilyValues.Modern),
        FontNamed(Heading, "SimHei,Heiti SC", FontFamilyValues.Modern),
        FontNamed(Latin, null, FontFamilyValues.Roman));

    private static Style HeadingStyle(string id, string name, int level, string size) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new NextParagraphStyle { Val = "Normal" },
        new PrimaryStyle(),
        new StyleParagraphProperties(
            new KeepNext(),
            new SpacingBetweenLines { Before = "0", After = "240", Line = "480", LineRule = LineSpacingRuleValues.AtLeast },
            new Justification { Val = JustificationValues.Center },
            new OutlineLevel { Val = level }),
        new StyleRunProperties(FontsOf(Heading), new FontSize { Val = size }))
    { Type = StyleValues.Paragraph, StyleId = id };

    private static Style ParagraphStyleOf(string id, string name, RunFonts fonts, params OpenXmlElement[] more) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new StyleParagraphProperties([new SpacingBetweenLines { Line = "320", LineRule = LineSpacingRuleValues.AtLeast }, .. more]),
        new StyleRunProperties(fonts, new FontSize { Val = "24" }))
    { Type = StyleValues.Paragraph, StyleId = id };

    private static RunFonts FontsOf(string eastAsia) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = eastAsia, ComplexScript = Latin };

    private static Font FontNamed(string name, string? others, FontFamilyValues family)
    {
        var font = new Font { Name = name };
        if (others is not null)
            font.Append(new AltName { Val = others });
        font.Append(new FontFamily { Val = family });
        return font;
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static TableCellMarginDefault CellMargins() => new(
        new TopMargin { Width = "57", Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "57", Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa });
}
