using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Documents;
using Workflows.Storage;

namespace Workflows.Api.Templates;

/// <summary>A template in a list.</summary>
/// <param name="Id">Id that definitions name.</param>
/// <param name="Version">Its newest version, by which documents are issued from now on; 0 for the one delivered with the product.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="UsedBy">The procedures whose newest version names it.</param>
internal sealed record TemplateSummaryView(string Id, int Version, string Title, ImmutableArray<string> UsedBy);

/// <summary>A version of a template.</summary>
/// <param name="Id">Id that definitions name.</param>
/// <param name="Version">Version; 0 for the one delivered with the product.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Source">Liquid that yields the markup of documents.</param>
/// <param name="Fields">The fields that it reads.</param>
/// <param name="PublishedAt">When it was published here; null for the one delivered with the product.</param>
/// <param name="PublishedBy">Who published it here; null for the one delivered with the product.</param>
internal sealed record TemplateView(
    string Id, int Version, string Title, string Source, ImmutableArray<string> Fields, Instant? PublishedAt, string? PublishedBy)
{
    /// <summary>The version with who published it.</summary>
    public static TemplateView Of(DocumentTemplate template, StoredTemplate? stored) => new(
        template.Id, template.Version, template.Title, template.Source, TemplateReader.ReadFields(template.Source), stored?.PublishedAt, stored?.PublishedBy);
}
