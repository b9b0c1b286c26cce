namespace Workflows.Api.Documents;

/// <summary>One version of the text of a letter or form. The source yields both HTML and DOCX, so that the two cannot differ.</summary>
/// <param name="Id">Id that definitions name, <c>huadian.attachment-4</c>.</param>
/// <param name="Version">0 for the text shipped with the product, counted up by one with each change an administrator makes.</param>
/// <param name="Title">Title of the document where the data gives none.</param>
/// <param name="Source">Liquid that yields the subset of XHTML that <see cref="TemplateReader"/> describes.</param>
public sealed record DocumentTemplate(string Id, int Version, string Title, string Source);
