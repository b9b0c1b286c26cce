using System.Collections.Immutable;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Reads a version of a procedure.</summary>
internal static class ReadProcedureVersion
{
    /// <summary>Media type of a definition's text.</summary>
    public const string Yaml = "application/yaml";

    /// <summary>A version, element by element.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="Elements">All elements, in the order of the definition.</param>
    internal sealed record Reply(ProcedureSummaryView Version, ImmutableArray<ElementView> Elements);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/{id}/versions/{n:int}", Handle)
        .WithName("readProcedureVersion").WithTags("Procedures")
        .WithSummary("Read a version of a procedure; it never changes")
        .Produces<Reply>().Produces<string>(StatusCodes.Status200OK, Yaml).Refuses(404);

    private static IResult Handle(
        string id,
        int n,
        ReferenceDataSource reference,
        CaseDatabase database,
        [QueryParameter("`json`, the default, for its elements; `yaml` for the text as it was published.", Values = ["json", "yaml"])] string? format)
    {
        var query = new QueryReader();
        _ = query.OneOf("format", format, "json", "yaml");
        if (query.Problem is { } wrong)
            return wrong.Result();
        if (reference.Current.Procedures.Find(id, n) is not { } version)
            return ReadProcedure.Unknown.Result();
        return format == "yaml"
            ? Results.Text(version.Definition.Source, $"{Yaml}; charset=utf-8")
            : Results.Ok(new Reply(
                ProcedureSummaryView.Of(version, database.Definitions.All()),
                [.. DefinitionElement.Of(version.Definition).Select(ElementView.Of)]));
    }
}
