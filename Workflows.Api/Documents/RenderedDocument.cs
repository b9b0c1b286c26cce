using System.Collections.Immutable;

namespace Workflows.Api.Documents;

/// <summary>A document that can be written in both formats.</summary>
public sealed class RenderedDocument
{
    private readonly ImmutableArray<DocumentBlock> _blocks;

    internal RenderedDocument(string title, ImmutableArray<DocumentBlock> blocks)
    {
        Title = title;
        _blocks = blocks;
    }

    /// <summary>Media type of <see cref="ToHtml"/>.</summary>
    public const string HtmlMediaType = "text/html; charset=utf-8";

    /// <summary>Media type of <see cref="ToDocx"/>.</summary>
    public const string DocxMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Title of the document.</summary>
    public string Title { get; }

    /// <summary>A complete page for the screen and the printer (A4). Holds no script and refers to nothing outside; well formed as XML too.</summary>
    public string ToHtml() => HtmlWriter.Write(Title, _blocks);

    /// <summary>A Word document (A4). The same document gives the same bytes.</summary>
    public byte[] ToDocx() => DocxWriter.Write(Title, _blocks);
}
