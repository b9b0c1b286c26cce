using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Api.Documents;

/// <summary>Writes a document as a page.</summary>
internal static class HtmlWriter
{
    private const string Style = """
        @page { size: A4; margin: 25mm; }
        body { max-width: 160mm; margin: 0 auto; padding: 8mm 0; color: #000; background: #fff; font: 14pt/1.7 FangSong, 仿宋, FangSong_GB2312, 仿宋_GB2312, STFangsong, "Noto Serif CJK SC", serif; }
        h1, h2, th { font-family: SimHei, 黑体, "Heiti SC", "Noto Sans CJK SC", sans-serif; font-weight: normal; }
        h1 { font-size: 18pt; line-height: 1.5; text-align: center; margin: 0 0 12pt; break-after: avoid; }
        .new-page { break-before: page; }
        h2 { font-size: 14pt; text-align: center; margin: 12pt 0 6pt; break-after: avoid; }
        p { margin: 0; min-height: 1.7em; overflow-wrap: anywhere; white-space: break-spaces; }
        table { width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 1.5; }
        td, th { border: 1px solid #000; padding: 3pt 5pt; height: 1.5em; vertical-align: middle; text-align: left; }
        td p, th p { min-height: 0; }
        .center, th { text-align: center; }
        .right { text-align: right; }
        .indent { text-indent: 2em; }
        .small { font-size: 85%; }
        @media print { body { max-width: none; padding: 0; } }
        """;

    /// <summary>What a page may load: its own style.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style.ReplaceLineEndings("\n"))))}'";

    public static string Write(string title, ImmutableArray<DocumentBlock> blocks)
    {
        var html = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"zh-CN\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{Escaped(title)}</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<style>{Style.ReplaceLineEndings("\n")}</style>\n</head>\n<body>\n");
        foreach (var block in blocks)
            WriteBlock(html, block);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteBlock(StringBuilder html, DocumentBlock block)
    {
        switch (block)
        {
            case DocumentBlock.Heading heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level}{(heading.NewPage ? " class=\"new-page\"" : "")}>{Inline(heading.Runs)}</h{heading.Level}>\n");
                break;
            case DocumentBlock.Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p{ClassOf(paragraph.Style)}>{Inline(paragraph.Runs)}</p>\n");
                break;
            case DocumentBlock.Table table:
                WriteTable(html, table);
                break;
        }
    }

    private static void WriteTable(StringBuilder html, DocumentBlock.Table table)
    {
        html.Append("<table>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                WriteCell(html, cell);
            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void WriteCell(StringBuilder html, DocumentCell cell)
    {
        var name = cell.IsHeader ? "th" : "td";
        html.Append(CultureInfo.InvariantCulture, $"<{name}{ClassOf(cell.Style)}");
        if (cell.ColumnSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.RowSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (cell.Width is { } width)
            html.Append(CultureInfo.InvariantCulture, $" width=\"{width}%\"");
        html.Append('>');
        foreach (var paragraph in cell.Paragraphs)
            html.Append(CultureInfo.InvariantCulture, $"<p{ClassOf(paragraph.Style)}>{Inline(paragraph.Runs)}</p>");
        html.Append(CultureInfo.InvariantCulture, $"</{name}>");
    }

    private static string Inline(ImmutableArray<DocumentRun> runs) => string.Concat(runs.Select(Inline));

    private static string Inline(DocumentRun run)
    {
        if (run.Text is null)
            return "<br/>";
        var text = Escaped(run.Text);
        if (run.Small)
            text = $"<span class=\"small\">{text}</span>";
        if (run.Underlined)
            text = $"<u>{text}</u>";
        return run.Strong ? $"<strong>{text}</strong>" : text;
    }

    private static string ClassOf(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Center => " class=\"center\"",
        ParagraphStyle.Right => " class=\"right\"",
        ParagraphStyle.Indent => " class=\"indent\"",
        _ => "",
    };

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
