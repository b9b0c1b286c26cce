using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Templates;

/// <summary>Reads a version of a template.</summary>
internal static class ReadTemplateVersion
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/templates/{id}/versions/{n:int}", Handle)
        .WithName("readTemplateVersion").WithTags("Templates")
        .WithSummary("Read a version of a template; it never changes")
        .Produces<TemplateView>().Refuses(404);

    private static IResult Handle(string id, int n, TemplateLibrary library, CaseDatabase database) =>
        library.Current.Get(id, n) is { } template
            ? Results.Ok(TemplateView.Of(template, database.Templates.Find(id, n)))
            : ReadTemplate.Unknown.Result();
}
