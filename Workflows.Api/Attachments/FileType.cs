using System.Collections.Immutable;

namespace Workflows.Api.Attachments;

/// <summary>A type of file that is taken.</summary>
/// <param name="MediaType">Media type.</param>
/// <param name="Endings">Endings of names, the usual one first.</param>
internal sealed record FileType(string MediaType, ImmutableArray<string> Endings)
{
    /// <summary>PDF.</summary>
    public static FileType Pdf { get; } = new("application/pdf", [".pdf"]);

    /// <summary>PNG.</summary>
    public static FileType Png { get; } = new("image/png", [".png"]);

    /// <summary>JPEG.</summary>
    public static FileType Jpeg { get; } = new("image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>TIFF.</summary>
    public static FileType Tiff { get; } = new("image/tiff", [".tif", ".tiff"]);

    /// <summary>Word.</summary>
    public static FileType Docx { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    /// <summary>Excel.</summary>
    public static FileType Xlsx { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    /// <summary>OFD (GB/T 33190).</summary>
    public static FileType Ofd { get; } = new("application/ofd", [".ofd"]);

    /// <summary>Plain text in UTF-8.</summary>
    public static FileType Text { get; } = new("text/plain; charset=utf-8", [".txt"]);
}
