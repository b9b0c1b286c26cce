using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Api.Templates;

/// <summary>Lists the templates.</summary>
internal static class ListTemplates
{
    /// <summary>All templates.</summary>
    /// <param name="Templates">By id.</param>
    internal sealed record Reply(ImmutableArray<TemplateSummaryView> Templates);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/templates", Handle)
        .WithName("listTemplates").WithTags("Templates")
        .WithSummary("List the templates of letters and forms")
        .Produces<Reply>();

    private static IResult Handle(TemplateLibrary library, ReferenceDataSource reference)
    {
        var procedures = reference.Current.Procedures;
        var users = procedures.Procedures.SelectMany(id => procedures.Newest(id)!.Definition.Documents, (id, document) => (document.Template, Procedure: id))
            .Distinct().ToLookup(use => use.Template, use => use.Procedure, StringComparer.Ordinal);
        var templates = library.Current;
        return Results.Ok(new Reply([.. templates.Ids.Select(id => templates.Get(id)!)
            .Select(template => new TemplateSummaryView(template.Id, template.Version, template.Title, [.. users[template.Id]]))]));
    }
}
