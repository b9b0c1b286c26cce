using System.Text;
using Workflows.Api.Documents;
using Workflows.Storage;

namespace Workflows.Api.Templates;

/// <summary>The templates in force and all their earlier versions: a document is printed for ever by the version it was issued in.</summary>
internal sealed class TemplateLibrary(CaseDatabase database)
{
    private volatile TemplateCatalogue current = Read(database);

    /// <summary>All templates, as last published.</summary>
    public TemplateCatalogue Current => current;

    /// <summary>Takes what has been published since.</summary>
    public void Reload() => current = Read(database);

    private static TemplateCatalogue Read(CaseDatabase database) => new([.. database.Templates.All().Select(Of)]);

    private static DocumentTemplate Of(StoredTemplate stored)
    {
        var source = Encoding.UTF8.GetString(stored.Content.AsSpan());
        return new DocumentTemplate(stored.Id, stored.Version, TemplateCatalogue.TitleOf(source), source);
    }
}
