using System.Collections.Immutable;

namespace Workflows.Api.Documents;

/// <summary>A block of a document. A closed family; what both formats are written from.</summary>
internal abstract record DocumentBlock
{
    private DocumentBlock()
    {
    }

    /// <summary>A heading, in the middle of the line; on a new page where <paramref name="NewPage"/>.</summary>
    public sealed record Heading(int Level, bool NewPage, ImmutableArray<DocumentRun> Runs) : DocumentBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(ParagraphStyle Style, ImmutableArray<DocumentRun> Runs) : DocumentBlock;

    /// <summary>A table.</summary>
    public sealed record Table(ImmutableArray<ImmutableArray<DocumentCell>> Rows) : DocumentBlock;
}

/// <summary>A cell of a table; <paramref name="Width"/> is in per cent of the table, null where not given.</summary>
internal sealed record DocumentCell(
    bool IsHeader, ParagraphStyle Style, int ColumnSpan, int RowSpan, int? Width, ImmutableArray<DocumentBlock.Paragraph> Paragraphs);

/// <summary>A piece of text in one style, or a line break, where <paramref name="Text"/> is null.</summary>
internal sealed record DocumentRun(string? Text, bool Strong, bool Underlined, bool Small);

/// <summary>How a paragraph or cell is set.</summary>
internal enum ParagraphStyle
{
    /// <summary>From the left.</summary>
    Plain,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>To the right.</summary>
    Right,

    /// <summary>First line indented by two characters.</summary>
    Indent,
}
