using System.Text;
using System.Text.RegularExpressions;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Contract;
using Workflows.Api.Documents;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Templates;

/// <summary>Publishes a version of a template.</summary>
internal static partial class PutTemplate
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/templates/{id}", Handle)
        .WithName("putTemplate").WithTags("Templates")
        .WithSummary("Publish a new version of a template, or a new template")
        .WithDescription(
            "The body is the source, or JSON `{ \"source\": … }`. Documents issued from now on are printed by it, in both formats; those issued before "
            + "keep their version. A source with faults is refused with the place of each (422).")
        .TakesRevision(always: false)
        .Produces<TemplateView>().Produces<TemplateView>(StatusCodes.Status201Created).Refuses(412, 413, 415, 422, 428).ForSystemAdministrators();

    private static Task<IResult> Handle(
        HttpContext http, Caller caller, string id, SourceText source, CaseDatabase database, TemplateLibrary library, ReferenceDataSource reference, ChangeTurn turn) => turn.Run(async () =>
    {
        if (id.Length > 80 || !Form().IsMatch(id))
            return Problem.Invalid("id", "应为地区在前、以点分隔的小写名称，形如 huadian.attachment-4").Result();
        var current = library.Current.Get(id);
        if (Precondition.Check(http.Request, current is null ? null : ReadTemplate.Tag(current.Version)) is { } refused)
            return refused.Result();
        if (TemplateReader.Check(source.Value) is { IsEmpty: false } problems)
            return Problem.Faulty("模板有错误，改正后才能发布", [.. problems.Select(DiagnosticView.Of)]).Result();
        var version = (current?.Version ?? 0) + 1;
        if (await database.Templates.Publish(id, version, [.. Encoding.UTF8.GetBytes(source.Value)], caller.Stamp) is not { } stored)
            return Problem.Stale("这个版本已经发布").Result();
        // The text must be known before a document can be issued by it.
        library.Reload();
        reference.Change(data => data with { TemplateVersions = data.TemplateVersions.SetItem(id, version) });
        http.Response.Headers.ETag = ReadTemplate.Tag(version);
        var view = TemplateView.Of(library.Current.Get(id, version)!, stored);
        return current is null ? Results.Created($"/api/v1/templates/{id}", view) : Results.Ok(view);
    });

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex Form();
}
