using System.Collections.Immutable;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Templates;

/// <summary>Reads a template.</summary>
internal static class ReadTemplate
{
    /// <summary>Says that there is no such template.</summary>
    public static Problem Unknown { get; } = Problem.NotFound("没有这个模板或者这个版本");

    /// <summary>A template.</summary>
    /// <param name="Newest">Its newest version.</param>
    /// <param name="Versions">The numbers of all versions, oldest first.</param>
    internal sealed record Reply(TemplateView Newest, ImmutableArray<int> Versions);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/templates/{id}", Handle)
        .WithName("readTemplate").WithTags("Templates")
        .WithSummary("Read the newest version of a template; its ETag is the version to name when changing it")
        .Produces<Reply>().Refuses(404);

    private static IResult Handle(HttpContext http, string id, TemplateLibrary library, CaseDatabase database)
    {
        var templates = library.Current;
        if (templates.Get(id) is not { } newest)
            return Unknown.Result();
        http.Response.Headers.ETag = Tag(newest.Version);
        return Results.Ok(new Reply(
            TemplateView.Of(newest, database.Templates.Find(id, newest.Version)), [.. templates.Versions(id).Select(template => template.Version)]));
    }

    /// <summary>The entity tag of a template at a version.</summary>
    public static string Tag(int version) => $"\"{version}\"";
}
